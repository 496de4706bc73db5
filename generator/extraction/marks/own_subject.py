"""Whether a word that one company has for a line of its own is said of that company: not in `Lenovo's PC revenue`, told in a text on Intel."""

from __future__ import annotations

import re

from generator.corpus.months import EITHER_WAY
from generator.extraction.phrases import Found, Phrases

_REACH = 240  # characters before a word in which the one spoken of is looked for
_AHEAD = 40  # characters right before it
_NEXT = 60  # characters behind it
_BREAK = re.compile(r"[.!?;][\"”’)]?(?=\s)|[。！？；\n]")
_CLAIMS_EN = re.compile(r"['’]s? | [a-z]")
_OPENS_EN = re.compile(
    r"(?:\A\W*|[,:;(—–] ?[\"“]?|\b(?:[Ww]hile|[Bb]ut|[Aa]nd|[Aa]s|[Ww]hereas|[Tt]hat|[Aa]t|[Ff]or|[Ww]hen|[Ii]f|[Rr]ival) )\Z"
)
_OPENS_ZH = re.compile(r"(?:\A\W*|[，,、：:（(“\s]|[而但据和与])\Z")
# `Netflix's`, which the catalogue need not list; `It's` is nobody's
_OWNS = re.compile(
    r"(?<![\w.’'])(?!(?:It|That|What|Here|There|Let|He|She|Who|Today|Yesterday|Company|Group)['’])[A-Z][\w&.-]*['’]s?(?= )"
)
_WHOSE = re.compile(r"(?: [a-z]+){0,2} (?:at|of|by|in) (?=[A-Z][A-Za-z])")
_JOINED_ZH = ("与", "和", "及", "、")  # 极氪与领克的销量分别升30%和20%,银河升96%: the next clause is of none of them
_MONEY_OR_TIME = re.compile(rf"(?:(?:US|HK|NT|RMB|Rmb|CNY|EUR|USD|Rs|{EITHER_WAY})\b|Q[1-4])")
# 华住2025年第三季度酒店收入: a subject that the catalogue need not list; 期内 and 财报显示 are none
_SUBJECT_ZH = re.compile(
    r"(?:\A|[，,。；：:])\s*(?P<who>[一-鿿]{2,8})(?=20\d\d年|第[一二三四1-4]季度?|上半年|下半年|前三季度)"
)
_NOBODY_ZH = re.compile(r"公司|集团\Z|\A[其该本期同今去]|[示出露称布中到内至示告在为报期]\Z|方面|按|截至")
# What may stand before the word of a whole line: `record display revenue`, and no `HBM chip sales`, which are of a part
_WHOLE = re.compile(
    r"(?:(?:\A|[.;:!?,(\n\"“”‘—–•*]|(?<=\s)-)\s*|\b(?:the|its|their|our|from|of|at|in|for|by|on|and|or|both|while|but|as|with|than|that|whose|into|including"
    r"|total|net|overall|quarterly|annual|monthly|[a-z]+-(?:quarter|year|month|half)|quarter|year|half|months?|Q[1-4]|20\d\d|only|also|alone|meanwhile|however"
    r"|said|says|saw|reported|posted|had|sees|expects|strong|stronger|weak|weaker|higher|lower|record|rising|falling|slower|faster|robust|soft|solid|slowing|growing|soaring|booming"
    r"|lifted|drove|boosted|hurt|main|whole|entire|global|worldwide|so-called|if|when|where|which|because|since|after|before|[a-z]+['’]s?) )[\"“‘]?\Z",
    re.I,
)
_WHOLE_ZH = re.compile(r"(?:\A|[\s\W]|[其中的和与及而但自于司团度年月期季半是为在面上内总报体示\d])\Z")


def is_of_the_whole(home: str, text: str, start: int, companies: Phrases[str]) -> bool:
    """Whether nothing before a word makes it one of a part of its company's line: `YouTube subscription revenue`."""
    lead = text[max(0, start - _AHEAD) : start]
    if (_WHOLE if text[start].isascii() and lead.isascii() else _WHOLE_ZH).search(lead):
        return True
    named = companies.find(lead)
    return bool(named) and named[-1].meaning[0] == home and not lead[named[-1].end :].strip()


def is_said_of(home: str, text: str, start: int, end: int, companies: Phrases[str]) -> bool:
    """Whether the one that a sentence is on where a word of `home` stands is the company itself, or nobody else."""
    low = max(0, start - _REACH)
    lead = text[low:start]
    breaks = [0, *(m.end() for m in _BREAK.finditer(lead))]
    last = lead[breaks[-1] :]
    named = companies.find(last)
    if not last.isascii() or not text[start].isascii():
        return _is_said_zh(home, last, named) and (bool(named) or _is_in_an_earlier_one(home, lead, breaks, companies))
    if _is_behind_another(home, text[end : end + _NEXT], companies):
        return False
    claims = [(f.end, f.meaning[0]) for f in named if _claims(last, f)]
    claims += [
        (m.end(), "") for m in _OWNS.finditer(last) if not any(f.start <= m.end() - 3 < f.end + 2 for f in named)
    ]
    if named and named[-1].meaning[0] != home and last.endswith((" its ", " their ")):
        return False  # `While Samsung trailed TSMC, its foundry sales`
    if claims:
        return max(claims)[1] == home
    return any(f.meaning[0] == home for f in named) or _is_in_an_earlier_one(home, lead, breaks, companies)


def _claims(last: str, named: Found[tuple[str, ...]]) -> bool:
    """Whether a company is one that what follows is told of: `Dell's`, `while Dell said`, and the Dell right before the word."""
    behind = last[named.end :]
    return (
        behind.startswith(("'", "’"))
        or not behind.strip()
        or bool(_CLAIMS_EN.match(behind) and _OPENS_EN.search(last[: named.start]))
    )


def _is_said_zh(home: str, last: str, named: list[Found[tuple[str, ...]]]) -> bool:
    claims = [f for f in named if f.end == len(last) or _OPENS_ZH.search(last[: f.start])]
    claims = [f for f in claims if not last.startswith(_JOINED_ZH, f.end)]
    if claims:
        return claims[-1].meaning[0] == home
    who = _SUBJECT_ZH.search(last)
    return who is None or bool(_NOBODY_ZH.search(who["who"]))


def _is_behind_another(home: str, behind: str, companies: Phrases[str]) -> bool:
    """Whether another company stands behind the word: `sales of chips at TSMC`."""
    whose = _WHOSE.match(behind)
    if whose is None or _MONEY_OR_TIME.match(behind, whose.end()):
        return False
    named = companies.find(behind[whose.end() :])
    return not named or named[0].start > 0 or named[0].meaning[0] != home


def _is_in_an_earlier_one(home: str, lead: str, breaks: list[int], companies: Phrases[str]) -> bool:
    """Whether the nearest sentence before that names companies names `home`, if there is one."""
    for low, high in zip(reversed(breaks[:-1]), reversed(breaks[1:]), strict=True):
        if named := companies.find(lead[low:high]):
            return any(f.meaning[0] == home for f in named)
    return True

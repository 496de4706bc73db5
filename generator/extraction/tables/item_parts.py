"""What an item of a list tells behind its name, part by part: a level, how it moved, what it was a year before, a share, what had been expected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.extraction.tables.columns import Stretch
from generator.extraction.tables.moved_in_words import MOVED

_NUM = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_ABOUT = r"(?:(?:[Aa]bout|around|some|roughly|approximately|nearly|over|more than|just|only|大约|约|近|超过?|逾|达到?|为) ?|[~≈])?"
_CURRENCY = r"(?:(?:US\$|HK\$|NT\$|RMB|Rmb|CNY|USD|EUR|[$€£¥]) ?)?"
_NOUN = r"(?: (?:yuan|RMB|renminbi|euros?|(?:US )?dollars|yen|won|units?|vehicles?|cars?|smartphones?|handsets?|phones?|devices?|PCs?|tablets?|EVs?|deliveries)\b)?"
_SCALE = r"(?: ?(?:bn|mn|mln|[mbk]|million|billion|trillion|thousand)\b)?"
_UNIT_ZH = r"(?:美元|港元|欧元|日元|元人民币|元|辆|台|部|件)"
_LABEL = (
    r"(?P<label>[Ss]hipments|[Dd]eliveries|[Ss]ales|[Rr]evenue|[Vv]olume|[Uu]nits|出货量?|销量|交付量?|营收|收入):? ?"
)
_LEVEL = rf"(?P<level>{_ABOUT}{_CURRENCY}{_NUM}(?: ?%| percent\b|[百千]?[万亿]{_UNIT_ZH}?|{_UNIT_ZH}|{_SCALE}{_NOUN}))"
_YOY = r"(?:YoY|yoy|y/y|Y/Y|y-o-y|year[- ]on[- ]year|year[- ](?:over|to)[- ]year|on the year|annually|(?:from|than|on|versus|vs\.?|compared (?:with|to)) (?:a|one|the) year (?:ago|earlier|before)|(?:from|than|on) (?:last|the previous|the prior) year)"
_QOQ = r"(?:QoQ|qoq|q/q|Q/Q|quarter[- ]on[- ]quarter|quarter[- ]over[- ]quarter|sequentially|(?:from|than|on) the (?:previous|prior) quarter)"
_MOM = r"(?:MoM|mom|m/m|M/M|month[- ]on[- ]month|month[- ]over[- ]month|(?:from|than|on) the (?:previous|prior) month|(?:from|than) a month (?:ago|earlier|before))"
_BASE = rf"(?:(?P<yoy>{_YOY}|同比|按年|年比|较(?:去|上)年同期|比(?:去|上)年同期)|(?P<qoq>{_QOQ}|按季|较上季度?)|(?P<mom>{_MOM}|较上个?月|按月)|(?P<before>环比))"
_BASE_BEHIND = _BASE.replace("?P<yoy>", "?P<yoy2>").replace("?P<qoq>", "?P<qoq2>").replace("?P<mom>", "?P<mom2>").replace("?P<before>", "?P<before2>")  # fmt: skip
_MOVED = rf"(?P<move>{MOVED})"
_CHANGE = rf"(?:(?:{_BASE}|[Cc]hange|变动|变化)(?: (?:change|growth))?[: ]?\s?)?{_MOVED}(?: ?\(?{_BASE_BEHIND}\)?)?"
_THEN = r"(?:(?:a|one) year (?:ago|earlier|before)|in the (?:same|year-ago|prior-year|year-earlier) (?:month|quarter|period)(?: (?:last|of the previous|a) year(?: ago| earlier)?)?|last year|the year before)"
_BEFORE = r"(?:(?:[Vv]s\.?|[Vv]ersus|[Ff]rom|[Cc]ompared (?:with|to)|[Aa]gainst) )"
_LED = r"(?:(?:prior|previous|prev\.?)[ -]year|year[- ]ago|year[- ]earlier|PY|(?:same|year-ago) (?:month|quarter|period) last year|a year (?:ago|earlier)|(?:较|比|对比)?(?:去年|上年)(?:同期|同月|同季))(?:的|为|是)?:? ?"
_WAS = re.compile(
    rf"(?:{_BEFORE}{_LEVEL},? {_THEN}|{_LED}{_LEVEL.replace('<level>', '<led>')}|{_LEVEL.replace('<level>', '<then>')} {_THEN})"
)
_SHARE = re.compile(
    rf"(?:(?:(?:with )?an? )?(?:market )?share(?: of)?:? ?|(?:市场)?份额(?:为|达|约)?:?|市占率?(?:为|达|约)?:?|占比(?:为|达)?:?)(?P<share>{_NUM} ?%)|(?P<behind>{_NUM} ?%) (?:market )?share"
)
_EXPECTED = re.compile(
    rf"(?:(?:[Vv]s\.?|[Vv]ersus|[Aa]gainst) {_LEVEL} (?:expected|estimated?|est\.?|consensus|forecast)(?: by analysts)?|(?:est\.|estimate|consensus|市场预期|预期)(?:为)?:? ?{_LEVEL.replace('<level>', '<led>')})"
)
_FORMS = (
    ("was", _WAS),
    ("expected", _EXPECTED),
    ("share", _SHARE),
    ("change", re.compile(_CHANGE)),
    ("level", re.compile(rf"(?:{_LABEL})?{_LEVEL}")),
)
_BETWEEN = re.compile(r"(?:[\s,;|()\[\]–—→:*、/]|(?:and|to|at|with|但|而)\b|(?<=\s)-(?=\s)|[到至])*")
_SIGNS = re.compile(r"[+−▲△↑▼▽↓-]|[^\d\s%.,]")


class Item(NamedTuple):
    """One part of an item, of which kind it is, and the word that its level is labelled with.

    Kinds: `level`, `was` (a year before), `share`, `expected`; a change against a time, `yoy`, `qoq`, `mom` or `before`
    (环比), or against none, `change`; `percent`, which may be a level or a change.
    """

    kind: str
    span: Stretch
    label: str | None = None


def parts_of(text: str, start: int, end: int) -> list[Item]:
    """Return the parts of a stretch, none where it holds anything else."""
    found: list[Item] = []
    at = _past(text, start, end)
    while at < end:
        told = next(((kind, m) for kind, form in _FORMS if (m := form.match(text, at, end))), None)
        if told is None or not _ends(text, told[1].end(), end):
            return []
        found.append(_item(*told))
        at = _past(text, told[1].end(), end)
    return found if len({item.kind for item in found}) == len(found) else []


def _past(text: str, at: int, end: int) -> int:
    between = _BETWEEN.match(text, at, end)
    return between.end() if between else at


def _ends(text: str, at: int, end: int) -> bool:
    """Whether a part ends where it does, and not within a word or a number."""
    return at == end or not (
        text[at - 1].isascii() and text[at - 1].isalnum() and text[at].isascii() and text[at].isalnum()
    )


def _item(kind: str, found: re.Match[str]) -> Item:
    named = dict(_named(found))
    if kind != "change":
        told = next(name for name in ("level", "led", "then", "share", "behind") if name in named)
        return Item(kind, Stretch(*found.span(told)), named.get("label"))
    against = next((base for base in ("yoy", "qoq", "mom", "before") if base in named or base + "2" in named), None)
    said = found["move"]
    bare = against is None and not _SIGNS.search(said) and found.start() == found.start("move")
    return Item("percent" if bare else against or "change", Stretch(*found.span("move")))


def _named(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    return ((name, said) for name, said in found.groupdict().items() if said is not None)

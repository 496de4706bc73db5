"""Words that stand for somebody named elsewhere: `he`, 该行, `the chief executive`, `the union`; who reported what `the report` says."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.quotes.cast import Cast
from generator.extraction.quotes.roles import fields, listed_roles
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.vocabulary import words

_OTHER_NAMES = {"union": "Union|Association|Federation|Brotherhood|Workers|Guild|Metall"}  # what a union may be called


@cache
def reporting() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('speech')['outlets'])}) (?:reported|said|wrote|first reported)\b")


@cache
def body_noun() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:the) (?:[a-z'-]+ ){{0,2}}(?P<noun>{'|'.join(words('speech')['body_nouns'])})\b")


@cache
def body_named(noun: str) -> re.Pattern[str]:
    """Return the pattern of the names of bodies of one sort: National Electronics Union, Ministry of Commerce."""
    of = r"(?: (?:of|for) (?:the )?[A-Z]\w+(?:(?: and| of)? [A-Z]\w+){0,4})"
    led = r"(?!(?:The|A|An|In|At|But) )[A-Z][\w&'-]+ (?:(?:of|and|for) )?"
    nouns = f"(?:{_OTHER_NAMES.get(noun, noun.title())})"
    return re.compile(rf"\b(?P<name>(?:{led}){{1,5}}{nouns}\b{of}?|{nouns}{of})")


@cache
def role_alone() -> re.Pattern[str]:
    """Return the pattern of a role that stands for a person: the chief executive, the company's chairman, 该高管, 公司董事长."""
    return re.compile(
        rf"\b(?:(?i:the) (?:[\w-]+ ){{0,3}}?(?P<its>(?:company|group|firm|[a-z]*maker)'s )?(?:[\w-]+ ){{0,2}}?(?!analysts\b)(?P<role>(?i:{listed_roles('en')})(?: of {fields()})?|spokes\w+|representative)"
        rf"|(?i:an?|its) (?:company |group |(?P<public>ministry|government) )?(?P<spokes>spokes\w+|(?<=company )(?:official|representative|executive)))\b|(?:[该这那](?!行|机构|券商|公司|集团)位?名?|(?P<its_zh>(?:本|该)?公司|集团))[一-鿿]{{0,4}}?(?P<title>{listed_roles('zh')})"
    )


@cache
def pronoun(kind: str) -> re.Pattern[str]:
    english = "|".join(words("speech")[kind]["en"])
    chinese = "|".join(sorted(words("speech")[kind]["zh"], key=len, reverse=True))
    return re.compile(
        rf"\b(?i:{english})\b|(?<![一-鿿])(?:据|而|但|所以|因此|因而|甚至|现在|眼下|这一次|这次|那时|如今|早前|此前|目前|最终|后来|惟|唯|不过|在|其中|对此|此外|同时|另外|随后|之后|接着|接著|最后|会后|当时|同日|期间|\w{{0,2}}引述|\w{{0,2}}引用|\w{{0,2}}援引)?(?:{chinese})(?![们人的]|身[旁边后]|旁边|背后|麾下|手下|隔壁|对面|(?<=其)[分研策经团中实他])"
    )


# What a company is to another: `the supplier`, after `an Apple supplier` or `one of Apple's suppliers`, is nobody who is named.
_OF_ANOTHER = re.compile(r"\b(?P<noun>supplier|contractor|distributor|wholesaler|importer|carrier|provider)\b")
_FAR = 600  # characters


def is_somebodys(text: str, words_there: str, at: int) -> bool:
    """Whether a noun for a company means one without a name that is another's: `One of Apple's suppliers said …. “…,” the supplier said`."""
    of = _OF_ANOTHER.search(words_there)
    return bool(of and _somebodys(of["noun"]).search(text, max(0, at - _FAR), at))


@cache
def _somebodys(noun: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[\n.!?;\x1e\x1f]\s?|\b(?:but|and|said|says|told|by|from|to|that|when|with) )(?i:(?:one|two|several|some|another) of (?:[\w&'-]+ ){{1,5}}{noun}s|(?:an?|one|another) (?:[\w&'-]+ ){{0,4}}{noun})\b"
    )


# Heads of state, whom texts also call `the president`.
_HEADS = re.compile(
    r"\b(?:Trump|Biden|Obama|Macron|Putin|Zelenskyy?|Lula|Erdogan|Milei|Xi Jinping|Sheinbaum|Yoon|Marcos|Prabowo)\b"
)


def head_of_state(cast: Cast, role: str, before: int) -> Speaker | None:
    """Return whom `the president` means where a text speaks of one of a country: the last named before an offset."""
    if role.lower() != "president":
        return None
    named = (s for s in reversed(cast.between(0, before)) if s.person and _HEADS.search(s.name))
    return next(named, None)


@cache
def company_noun() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:the) (?:[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){{0,2}}, (?=[A-Z]))?(?:[\w'-]+ ){{0,3}}(?:{'|'.join(words('speech')['company_nouns'])})\b"
    )

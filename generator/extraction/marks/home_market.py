"""Words for the market where a company is at home: Toyota's domestic sales are not of China."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.names import Names

_WORDS = frozenset({
    "domestic", "domestic market", "domestically", "local market", "locally", "home market", "home-market", "home-country", "home turf",
    "at home", "homeland", "本土", "本土市场", "本国", "本国市场",
})  # fmt: skip
CHINA = "mainland_china"
_ABROAD = "home_market"
# By the money that a company reports in; of euros and dollars many are at home
_AT_HOME = {"CNY": CHINA, "HKD": CHINA, "JPY": "japan", "KRW": "south_korea", "INR": "india"}


# What is sold locally is sold where it was made: `Tesla's China-made cars, 55,215 of them sold locally`
_LOCAL = ("local market", "locally")
_MADE_IN_CHINA = re.compile(r"\b(?:China|Shanghai)\b")
_OUTSIDE = sought(r"\b(?:[Oo]utside|[Bb]eyond)(?: of)? (?:the )?$")
# `sold 71,068 cars at home and abroad`: in no region
_EVERYWHERE = re.compile(
    r"\b(?:at home|domestic(?:ally)?|in China) and (?:abroad|overseas|internationally|international|foreign)\b(?! (?:sales|deliveries|shipments|revenue))|\b(?:overseas|abroad) and (?:at home|domestically)\b"
)
_NEAR = 160  # characters before a word, within which the country is named


def at_home(
    mentions: list[Mention], entities: Sequence[EntityMention], names: Names, home: str | None, text: str
) -> list[Mention]:
    """Return mentions with each word for a home market as the market of the company named before it, or the document's.

    What is outside it is abroad; what is outside another region is of none that has a name.
    """
    if both := [m.span() for m in _EVERYWHERE.finditer(text, mentions[0].start, mentions[-1].end)] if mentions else []:
        mentions = [m for m in mentions if not any(low <= m.start < high for low, high in both)]
    meant = [
        _meant(m, entities, names, home, text) if m.segment and text[m.start : m.end].lower() in _WORDS else m
        for m in mentions
    ]
    outside = {m.start: found for m in meant if (found := _OUTSIDE.search(text, max(0, m.start - 24), m.start))}
    if not outside:
        return meant
    abroad = (_abroad(m, outside[m.start], entities, names, home) if m.start in outside else m for m in meant)
    return [m for m in abroad if m is not None]


def _meant(mention: Mention, entities: Sequence[EntityMention], names: Names, home: str | None, text: str) -> Mention:
    market = _home_of(mention, entities, names, home)
    if market == _ABROAD and text[mention.start : mention.end].lower() in _LOCAL:
        made = _MADE_IN_CHINA.search(text, max(0, mention.start - _NEAR), mention.start)
        market = CHINA if made else market
    return replace(mention, segment=market) if market else mention


def _abroad(
    mention: Mention, outside: re.Match[str], entities: Sequence[EntityMention], names: Names, home: str | None
) -> Mention | None:
    """Return `outside Japan` of a company at home there as what is abroad, of another as no region."""
    kind = names.catalogue.segments[mention.segment].kind if mention.segment else None
    if kind != "region" or mention.segment == "overseas":
        return mention
    at_home = mention.segment == _home_of(mention, entities, names, home)
    return replace(mention, start=outside.start(), segment="overseas") if at_home else None


def _home_of(mention: Mention, entities: Sequence[EntityMention], names: Names, home: str | None) -> str | None:
    """Return the market where the company spoken of is at home, None where nobody knows."""
    named = next((e.entity for e in reversed(entities) if e.end <= mention.start), home)
    company = names.catalogue.companies.get(named or "")
    if company is None or company.currency is None:
        return None
    return _AT_HOME.get(company.currency, _ABROAD)

"""Words for the market where a company is at home: Toyota's domestic sales are not of China."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.names import Names

_WORDS = frozenset({
    "domestic", "home market", "home-market", "home-country", "homeland", "本土", "本土市场", "本国", "本国市场",
})  # fmt: skip
_CHINA = "mainland_china"
_ABROAD = "home_market"
# By the money that a company reports in; of euros and dollars many are at home
_AT_HOME = {"CNY": _CHINA, "HKD": _CHINA, "JPY": "japan", "KRW": "south_korea", "INR": "india"}


def at_home(
    mentions: list[Mention], entities: Sequence[EntityMention], names: Names, home: str | None, text: str
) -> list[Mention]:
    """Return mentions with each word for a home market as the market of the company named before it, or the document's."""
    return [
        _meant(m, entities, names, home) if m.segment and text[m.start : m.end].lower() in _WORDS else m
        for m in mentions
    ]


def _meant(mention: Mention, entities: Sequence[EntityMention], names: Names, home: str | None) -> Mention:
    named = next((e.entity for e in reversed(entities) if e.end <= mention.start), home)
    company = names.catalogue.companies.get(named or "")
    if company is None or company.currency is None:
        return mention
    return replace(mention, segment=_AT_HOME.get(company.currency, _ABROAD))

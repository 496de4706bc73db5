"""Who is meant by words that point back to somebody without a name: `the people`, 该人士, `the engineer`, `her team`."""

from __future__ import annotations

import re

from generator.extraction.quotes.cast import Focus
from generator.extraction.quotes.speaker import Speaker

# `the people said`, 该人士称
_THE_UNNAMED = re.compile(
    r"\b[Tt]he (?:[a-z]+ )?(?:people|persons?|sources?|insiders?)\b|[该这上前][位名述]?(?:位|名)?(?:知情|消息|业内|供应链|产业链|渠道|通路|市场|业界)?人士"
)
# the dealer said, after one dealer in Leeds said
ONE_OF_THEM = "dealer|trader|banker|worker|employee|owner|driver|nurse|customer|buyer|shopper|investor|shareholder|salesman|researcher|scientist|designer|lawyer|fan|resident|friend|colleague|aide|staffer|recruiter|broker|teacher|farmer|student"
_THE_ONE = re.compile(rf"[Tt]he (?:[a-z]+ )?(?P<noun>{ONE_OF_THEM})")
_OF_ANALYST = re.compile(r"(?i:his|her) (?:team|firm|bank|brokerage)")
_BESIDE = 24  # characters between a house and its analyst's name


def told_before(focus: Focus, person: Speaker | None, words_there: str) -> Speaker | None:
    """Return who spoke last without a name, for `the people`; the house of whom a text spoke last, for `her team`."""
    if _THE_UNNAMED.search(words_there):
        return focus.last.get("unnamed")
    if one := _THE_ONE.fullmatch(words_there.strip()):
        unnamed = focus.last.get("unnamed")
        return unnamed if unnamed and re.search(rf"\b{one['noun']}\b", unnamed.name) else None
    house = focus.last.get("house") if _OF_ANALYST.fullmatch(words_there.strip()) else None
    beside = person and house and house.end <= person.start <= house.end + _BESIDE  # Citi analyst Ann Lee
    return house if beside else None


def in_same_role(focus: Focus, role: str) -> Speaker | None:
    """Return who spoke last without a name, in that very role: the chairman, after `the chairman of Fenwick said`."""
    spoke = focus.spoke
    if spoke is None or spoke.person:
        return None
    own = spoke.name if spoke.sort == "unnamed" else spoke.role.text if spoke.role else ""
    return spoke if re.search(rf"(?<![A-Za-z]){re.escape(role.lower())}(?![A-Za-z])", own.lower()) else None


def is_body(spoke: Speaker, words_there: str) -> bool:
    """Whether who spoke last may be `they`, or `it`, which no people are."""
    return not spoke.person and (spoke.sort != "unnamed" or words_there.strip().lower() != "it")

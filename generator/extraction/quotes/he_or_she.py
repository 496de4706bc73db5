"""Of whom `he` and `she` are said: by the title before a name, Mr Osei and Ms Grant, or a given name that tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator.extraction.quotes.speaker import Speaker
from generator.extraction.vocabulary import words

_MISTER, _MISS = re.compile(r"\b(?:Mr|Mister|Sir|Lord)\.? $"), re.compile(r"\b(?:Ms|Mrs|Miss|Madam|Lady)\.? $")
_TITLE = 8  # characters
_PRONOUN = re.compile(r"\b(?P<she>she)\b|\b(?P<he>he)\b|(?P<her>她)", re.I)  # 他 is said of women, too


def told(text: str, speakers: Iterable[Speaker]) -> dict[str, str]:
    """Return which people of a text are `he` and which `she`, by their keys, as far as the text or the name says so."""
    found: dict[str, str] = {}
    for person in (s for s in speakers if s.person):
        led = max(0, person.start - _TITLE), person.start
        titled = "he" if _MISTER.search(text, *led) else "she" if _MISS.search(text, *led) else None
        if titled or person.key not in found:
            known = titled or given_name_of(person.name)
            found |= {person.key: known} if known else {}
    return found


def pronoun_of(words_there: str) -> str | None:
    """Return the pronoun among words that stand for somebody: `he` or `she`."""
    found = _PRONOUN.search(words_there)
    return None if found is None else "he" if found["he"] else "she"


def given_name_of(name: str) -> str | None:
    """Return the pronoun that the given name of a full name tells, None of a name that both have."""
    given, _, surname = name.partition(" ")
    first = "Jean-Luc" if given.startswith("Jean-") else given.partition("-")[0]  # Karl-Heinz, Ann-Kathrin
    return _by_given_name().get(given, _by_given_name().get(first)) if surname else None


@cache
def _by_given_name() -> dict[str, str]:
    listed: dict[str, list[str]] = words("speech")["given_names"]
    return {name: pronoun for pronoun, names in listed.items() for name in names}

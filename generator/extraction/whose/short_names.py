"""Companies that English names by the first words of their names once it told the whole: `EVE's revenue`, in a text on EVE Energy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from generator.extraction.marks.names import Names
from generator.extraction.marks.verbs import DID, MOVED
from generator.extraction.reading import Reading
from generator.extraction.vocabulary import words
from generator.extraction.whose.unlisted_acting_en import ACTS, HAS
from generator.extraction.whose.unlisted_en import GENERAL, people_en

_LETTERS = 3  # of a name's first words, at least: CP All is not called CP alone
_GENERAL = re.compile(rf"(?:the )?(?:{GENERAL}|[A-Z][a-z]+(?:an|ese|ish|ern))", re.I)
# another name begins with the same word, and what a company's own name goes on with none: `EVE Chairman Liu`, `EVE Q1 profit`
_GOES_ON = re.compile(rf" (?!(?:{GENERAL}|(?:Chief|Chair|President|Founder|Vice)\w*|CEO|CFO)\b)[A-Z][a-z]")
_SAID = "|".join(word for kind in ("said", "nouns", "that", "opinion") for word in words("speech")["en"][kind])
_ACTING = re.compile(
    rf"{HAS}|{ACTS}|,? (?:also |now |then )?(?:{_SAID}|{MOVED}|{DID}|has|had|expects?|expected|guid(?:es?|ed)|forecasts?|aims?|plans?|closed|ended|finished)\b|['’]s (?:[a-z]|Q[1-4])"
)


def short_names(reading: Reading, names: Names) -> Mapping[str, str]:
    """Return the first words of listed companies' names that an English text calls them by, and of whom each is."""
    text = reading.text
    whole = {
        (text[e.start : e.end], e.entity) for e in names.entities_in(reading, 0, len(text))
        if text[e.start : e.end].isascii() and " " in text[e.start : e.end]
    }  # fmt: skip
    firsts: dict[str, set[str]] = {}
    for name, entity in whole:
        said = name.split(" ")
        for count in range(1, len(said)):
            firsts.setdefault(" ".join(said[:count]), set()).add(entity)
    return {
        first: next(iter(of)) for first, of in firsts.items()
        if len(of) == 1 and _may_be_short(first, names) and _is_called(text, len(reading.title), first, whole)
    }  # fmt: skip


def _may_be_short(first: str, names: Names) -> bool:
    """Whether words are no place, person or company of their own: no Li of Li Auto, no China of China Mobile."""
    if len(first) < _LETTERS or not first[0].isupper() or first.endswith((" of", " and", " &")):
        return False
    known = names.entities(first) or names.mentions(first) or first in _people_words(names)
    return not known and not _GENERAL.fullmatch(first)


def _is_called(text: str, titled: int, first: str, whole: set[tuple[str, str]]) -> bool:
    """Whether words that begin a name stand alone as well, of a company that does or has something, and begin no other name."""
    acting = False
    for found in re.finditer(rf"(?<![\w&$]){re.escape(first)}(?![\w&])", text, re.I):
        if any(text.startswith(name, found.start()) for name, _ in whole):
            continue
        if found[0] != first or (found.start() > titled and _GOES_ON.match(text, found.end())):
            return False
        acting = acting or bool(_ACTING.match(text, found.end()))
    return acting


@cache
def _people_words(names: Names) -> frozenset[str]:
    return frozenset(word for person in people_en(names) for word in person.split(" "))

"""Thousands of phrases found in one pass over a text, the longest one in each place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from generator.extraction.frozen import frozen

Meaning = TypeVar("Meaning")
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
# 其中国际市场游戏收入增长35%: of which those abroad, and no China's; 其中国内地 is China's
_OF_WHICH = re.compile("其中(?=国(?:际|内(?!地)))")
_LONGEST = 60  # letters of a phrase behind the one that hid its beginning

# `BYDstated in a filing`: a link's end swallowed the blank
_GLUED = re.compile(r"(?:said|says|stated|reported|reports|announced|posted|delivered|shipped)(?![A-Za-z])")
_ROMAN = re.compile(r"i{1,3}v?(?![A-Za-z\d])")
_LONG = 6  # letters of a phrase: what is shorter may be a word with the letters behind it, as `tax` is
_YEAR_BEHIND = re.compile(r"20\d\d(?=[年财])")  # Meta2024年第四季度营收


class Found(NamedTuple, Generic[Meaning]):
    """A phrase at `start` to `end`, and what it means."""

    start: int
    end: int
    meaning: Meaning


@frozen
class _Entry(Generic[Meaning]):
    """Phrases that differ in capitals only. `always` is what they mean where none of them minds its capitals."""

    length: int
    word_begins: bool
    word_ends: bool
    forms: tuple[tuple[str, tuple[Meaning, ...]], ...]
    always: tuple[Meaning, ...]

    def meanings(self, found: str) -> tuple[Meaning, ...]:
        """Return what the phrases mean that may be written as they were found."""
        return self.always or tuple(m for form, given in self.forms if _as_written(form, found) for m in given)


class Phrases(Generic[Meaning]):
    """An index of phrases by meaning. A phrase may have several meanings.

    Latin phrases match whole words; one with capitals must start with a capital in the text as well, and one all in
    capitals (ASP, SAP) must stand there as it is. Chinese ones match anywhere.
    """

    def __init__(self, phrases: Mapping[str, tuple[Meaning, ...]]) -> None:
        forms: dict[str, list[tuple[str, tuple[Meaning, ...]]]] = {}
        for phrase, meanings in phrases.items():
            forms.setdefault(lowered(phrase), []).append((phrase, meanings))
        places = {phrase: i for i, phrase in enumerate(forms)}
        self._entries = [_entry(phrase, given) for phrase, given in forms.items()]
        self._shorter = [next((places[p[:n]] for n in range(len(p) - 1, 0, -1) if p[:n] in places), -1) for p in forms]
        self._automaton = AhoCorasick(list(forms), matchkind=MatchKind.LeftmostLongest) if forms else None

    def find(self, text: str) -> list[Found[tuple[Meaning, ...]]]:
        """Return what stands in a text, from left to right, nothing twice."""
        return self.seen_in(text, lowered(text)).within(0, len(text))

    def seen_in(self, text: str, lower: str) -> Sightings[Meaning]:
        """Look a text through, of which parts are then asked for; `lower` is the same text `lowered`."""
        return Sightings(self, text, lower, self.places(lower))

    def places(self, lower: str) -> list[tuple[int, int, int]]:
        """Return the entry, start and end of the longest phrase in each place of a text."""
        return self._automaton.find_matches_as_indexes(lower) if self._automaton else []

    def read(self, text: str, key: int, start: int, low: int, high: int) -> Found[tuple[Meaning, ...]] | None:
        """Return the phrase at a place, as if the text went from `low` to `high`.

        Failing the longest one it is a shorter one that it begins with: the SAP of `SAP set`, which SAP SE begins like.
        """
        while key >= 0:
            entry = self._entries[key]
            end = start + entry.length
            if _whole(text, start, end, low, high, entry.word_begins, entry.word_ends) and (
                meanings := entry.meanings(text[start:end])
            ):
                return Found(start, end, meanings)
            key = self._shorter[key]
        return None


class Sightings(Generic[Meaning]):
    """Where a text's phrases stand: looked for once, read a stretch at a time."""

    def __init__(self, phrases: Phrases[Meaning], text: str, lower: str, places: list[tuple[int, int, int]]) -> None:
        self._phrases, self.text, self._lower, self._places = phrases, text, lower, places
        self._starts = [start for _, start, _ in places]

    def whole(self) -> list[Found[tuple[Meaning, ...]]]:
        """Return all that stands in the text."""
        return self.within(0, len(self.text))

    def within(self, low: int, high: int) -> list[Found[tuple[Meaning, ...]]]:
        """Return what stands in a stretch as if it stood alone, from left to right."""
        first, last = bisect_left(self._starts, low), bisect_left(self._starts, high)
        places, shift = self._places[first:last], 0
        if (first and self._places[first - 1][2] > low) or (places and places[-1][2] > high):
            places, shift = self._phrases.places(self._lower[low:high]), low  # a phrase reaches over the stretch's end
        found: list[Found[tuple[Meaning, ...]]] = []
        for key, at, until in places:
            start, end = at + shift, until + shift
            if found and start < found[-1].end:
                continue  # within a phrase that another one hid
            phrase = self._phrases.read(self.text, key, start, low, high) or self._hidden(start, end, low, high)
            if phrase is not None:
                found.append(phrase)
        return found

    def _hidden(self, start: int, end: int, low: int, high: int) -> Found[tuple[Meaning, ...]] | None:
        """Return the phrase that begins within one that is none: the `non-GAAP op` of `non-GAAP operating expenses`."""
        blank = self._lower.rfind(" ", start, end) + 1
        if not blank:
            return None
        places = self._phrases.places(self._lower[blank : min(high, end + _LONGEST)])
        return self._phrases.read(self.text, places[0][0], blank, low, high) if places and places[0][1] == 0 else None


def lowered(text: str) -> str:
    """Return a text in small Latin letters, in which 其中 ends a word; every other character stays as it is."""
    if text.isascii():
        return text.lower()
    small = text.translate(_LOWER)
    return _OF_WHICH.sub("其\0", small) if "其中国" in small else small


def _entry(phrase: str, forms: list[tuple[str, tuple[Meaning, ...]]]) -> _Entry[Meaning]:
    minds = any(form.isascii() and (form[0].isupper() or form.isupper()) for form, _ in forms)
    always = () if minds else tuple(m for _, given in forms for m in given)
    return _Entry(len(phrase), _latin(phrase[0]), _latin(phrase[-1]), tuple(forms), always)


def _whole(text: str, start: int, end: int, low: int, high: int, word_begins: bool, word_ends: bool) -> bool:
    """Whether a phrase is no part of a longer Latin word."""
    if word_begins and start > low and _latin(text[start - 1]):
        return False
    if not word_ends or end >= high or not _latin(text[end]):
        return True
    if _YEAR_BEHIND.match(text, end):
        return True
    if text[start].isupper() and _GLUED.match(text, end, high):
        return True
    # `Vehicle margin2 was 20.9%`, `Vehicle marginii was`: the mark of a footnote
    if text[end - 1].islower() and end - start >= _LONG and _ROMAN.match(text, end, high):
        return True
    return text[end - 1].islower() and text[end].isdigit() and (end + 1 >= high or text[end + 1] == " ")


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _as_written(form: str, found: str) -> bool:
    if len(form) > 1 and form.isascii() and form.isupper():
        return found == form
    return not form[0].isupper() or found[0].isupper() or not form[0].isascii()

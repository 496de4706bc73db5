"""Thousands of phrases found in one pass over a text, the longest one in each place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

Meaning = TypeVar("Meaning")
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


class Found(NamedTuple, Generic[Meaning]):
    """A phrase at `start` to `end`, and what it means."""

    start: int
    end: int
    meaning: Meaning


class Phrases(Generic[Meaning]):
    """An index of phrases by meaning. A phrase may have several meanings.

    Latin phrases match whole words; one with capitals must start with a capital in the text as well, and one all in
    capitals (ASP, SAP) must stand there as it is. Chinese ones match anywhere.
    """

    def __init__(self, phrases: Mapping[str, tuple[Meaning, ...]]) -> None:
        self._forms: dict[str, list[tuple[str, tuple[Meaning, ...]]]] = {}
        for phrase, meanings in phrases.items():
            self._forms.setdefault(phrase.translate(_LOWER), []).append((phrase, meanings))
        self._keys = list(self._forms)
        places = {phrase: i for i, phrase in enumerate(self._keys)}
        self._shorter = [
            next((places[p[:n]] for n in range(len(p) - 1, 0, -1) if p[:n] in places), -1) for p in self._keys
        ]
        self._automaton = AhoCorasick(self._keys, matchkind=MatchKind.LeftmostLongest) if self._keys else None

    def find(self, text: str) -> Iterator[Found[tuple[Meaning, ...]]]:
        """Yield what stands in a text, from left to right, nothing twice."""
        if self._automaton is None:
            return
        lower = text.lower() if text.isascii() else text.translate(_LOWER)
        for key, start, _ in self._automaton.find_matches_as_indexes(lower):
            found = next(filter(None, (self._found(text, start, phrase) for phrase in self._within(key))), None)
            if found:
                yield found

    def _within(self, key: int) -> Iterator[str]:
        """Yield a phrase, then the shorter ones that it begins with: the SAP of `SAP set`, which SAP SE begins like."""
        while key >= 0:
            yield self._keys[key]
            key = self._shorter[key]

    def _found(self, text: str, start: int, phrase: str) -> Found[tuple[Meaning, ...]] | None:
        end = start + len(phrase)
        if not _whole(text, start, end):
            return None
        meanings = tuple(m for form, given in self._forms[phrase] if _as_written(form, text[start:end]) for m in given)
        return Found(start, end, meanings) if meanings else None


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[end - 1 : end].islower() and after.isdigit() and text[end + 1 : end + 2] in (" ", ""):
        after = ""  # `Vehicle margin2 was 20.9%`: the mark of a footnote
    return not (_latin(text[start]) and _latin(before)) and not (_latin(text[end - 1]) and _latin(after))


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _as_written(form: str, found: str) -> bool:
    if len(form) > 1 and form.isascii() and form.isupper():
        return found == form
    return not form[0].isupper() or found[0].isupper() or not form[0].isascii()

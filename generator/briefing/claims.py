"""What a text claims: its numbers and its quotations; and which of them no words of the briefing account for."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate

from ahocorasick_rs import AhoCorasick

from generator.corpus.document import Span
from generator.extraction.amounts.spelt import numbers

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MARKS = (("“", "”"), ("‘", "’"), ("„", "“"), ("「", "」"), ("『", "』"), ("«", "»"), ('"', '"'))
_QUOTATION = re.compile("|".join(f"{a}([^{a}{b}]+){b}" for a, b in _MARKS))
_BLANK = re.compile("[\\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_UNEVEN = re.compile(r"[^\S ]|\s{2}")
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\u2010": "-", "\u2011": "-"})


@lru_cache(maxsize=2**14)
def plain(text: str) -> str:
    """Return a text without blanks, to compare across line breaks; every other character counts."""
    return _BLANK.sub("", unicodedata.normalize("NFC", text).translate(_HYPHENS))


def unquoted(text: str) -> str:
    """Return a text without blanks and the quotation marks around it: they are the page's, not the speaker's."""
    return plain(text).strip("“”")


@lru_cache(maxsize=2**14)  # a briefing's words are asked about again for each of its files
def claims(text: str) -> tuple[Span, ...]:
    """Return the spans of every number and every quotation of a text; small numbers in words may count."""
    return (*numbers(text, counts=False), *quotations(text))


def quotations(text: str) -> Iterator[Span]:
    """Yield the spans of what stands in quotation marks."""
    for quotation in _QUOTATION.finditer(text):
        yield Span(*quotation.span(quotation.lastindex or 0))


def covered(text: str, words: Iterable[str]) -> bytearray:
    """Return for each character of a text whether it stands in one of some words, whole numbers only."""
    mask = bytearray(len(text))
    for word in filter(None, words):
        start = text.find(word)
        while start >= 0:
            _cover(mask, text, start, start + len(word))
            start = text.find(word, start + 1)
    return mask


def _cover(mask: bytearray, text: str, start: int, end: int) -> None:
    if _whole(text, start, end):
        mask[start:end] = b"\x01" * (end - start)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a slice of a text cuts no number in two."""
    left = text[start].isdigit() and re.search(r"\d[.,]?$", text[max(0, start - 2) : start])
    right = text[end - 1].isdigit() and re.match(r"[.,]?\d|\s?[%％]", text[end : end + 2])
    return not left and not right


def _even(text: str) -> tuple[str, list[int]]:
    """Return a text with a single space for every run of blanks, as words are compared, and where each character of
    the text is in it; nowhere, where that changes nothing. 多賺18%　總收入1929億元 keeps its wide blank in print.
    """
    if not _UNEVEN.search(text):
        return text, []
    kept = [i == 0 or not (text[i].isspace() and text[i - 1].isspace()) for i in range(len(text))]
    even = "".join(" " if char.isspace() else char for char, keep in zip(text, kept, strict=True) if keep)
    return even, [place - 1 for place in accumulate(kept)]


class Vocabulary:
    """The words of a briefing that hold numbers or quotation marks, and the part of the briefing they come from."""

    def __init__(self, words: Mapping[str, str]) -> None:
        spaced = {" ".join(word.split()): origin for word, origin in words.items()}
        spaced |= {word.rstrip(".。"): origin for word, origin in spaced.items()}  # a headline has no full stop
        self.words = {word: origin for word, origin in spaced.items() if claims(word)}
        self._longest = sorted(self.words, key=len, reverse=True)
        self._phrases = AhoCorasick([word for word in self._longest if any(map(str.isalpha, word))])
        self._bare = AhoCorasick([word for word in self._longest if not any(map(str.isalpha, word))])
        self._said = {plain(word) for word in spaced}
        whose = {plain(word): origin for word, origin in self.words.items()}
        self._origins = list(whose.values())
        self._plain = "\n".join(whose)  # in one text, for a part is looked for in all of them; none has a blank
        self._starts = list(accumulate((len(word) + 1 for word in whose), initial=0))

    def origin(self, text: str) -> str | None:
        """Return where a text comes from: the same words, the longest that it holds, or words that it is part of."""
        text = _even(text)[0]
        if text.strip() in self.words:
            return self.words[text.strip()]
        return next((self.words[word] for word in self._longest if word in text), None) or self._whose_part(text)

    def covered(self, text: str) -> bytearray:
        """Return for each character whether it stands in words of the briefing, as they are there from first to last.

        Words that are a number and no more, as a year, stand alone or beside other words of the briefing.
        """
        even, places = _even(text)
        mask = self._covered(even)
        return bytearray(mask[place] for place in places) if places else mask

    def _covered(self, text: str) -> bytearray:
        if text.strip() in self.words:
            return bytearray(b"\x01" * len(text))
        mask = bytearray(len(text))
        for _, start, end in self._phrases.find_matches_as_indexes(text, overlapping=True):
            _cover(mask, text, start, end)
        for _, start, end in self._bare.find_matches_as_indexes(text, overlapping=True):
            if plain(text[:start] + text[end:]) in self._said:
                _cover(mask, text, start, end)
        return mask

    def _whose_part(self, text: str) -> str | None:
        part = plain(text)
        start = self._plain.find(part) if part else -1
        return self._origins[bisect_right(self._starts, start) - 1] if start >= 0 else None

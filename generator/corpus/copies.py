"""Copies: which documents carry the same text, as syndicated pieces do.

They differ by headline, byline and order of paragraphs, so that sets of shingles are compared (Broder 1997), not
sequences; a longer article that quotes a short note at length is no copy of it. Whether two documents are copies hangs
on these two alone, so that it is found out once, when the later of them comes.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import polars
from polars import Binary, Int64, List, String, col
from rensa import RMinHash

from generator.corpus.cleaning import fold
from generator.corpus.document import Document

SAME = 0.45  # Jaccard similarity of the texts' shingles, above which two documents tell one story
# Characters of a shingle: long enough that long texts on one subject share few. Four letters are half an English word.
_CHINESE, _ENGLISH = 4, 9
_PERMUTATIONS = 128
# Bytes of a sketch that are compared as one: 4 hashes of 4 bytes, so that two texts as alike as SAME meet in one of the
# 32 bands three times in four, at 0.6 nearly always, and at 0.2 one in twenty (Leskovec et al., chapter 3).
_BAND = 4 * 4
_NEAR = 0.3  # share of equal hashes, below which no two texts are as alike as SAME: it errs by 0.044 (one sigma)
# The highest bit of each hash of a sketch that is one large number, and all the others.
_HIGH = int.from_bytes(b"\x00\x00\x00\x80" * _PERMUTATIONS, "little")
_LOW = int.from_bytes(b"\xff\xff\xff\x7f" * _PERMUTATIONS, "little")
# What a page's script writes beside a name, anew at every reading: +0.280 (+1.624%) 沽空 $2.95亿; 比率 18.019%.
_TICKER = re.compile(r"[+-]\d+(?:\.\d+)? ?\([+-]?\d+(?:\.\d+)?%\)|沽空 ?\$[\d.]+[千百万亿]*;? ?比率 ?[\d.]+%")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)+|\d{3,}")
_NO_LETTER = re.compile(r"[\W_]+")
# Copies carry the same numbers; this month's release, worded as last month's, carries others.
_FEW_NUMBERS, _SHARED_NUMBERS = 4, 0.5
_SKETCH: dict[str, Any] = {"sketch": Binary, "shingles": Int64, "numbers": List(String)}
SKETCH = polars.Schema(_SKETCH)


@dataclass(frozen=True, slots=True)
class Wording:
    """What is compared of a document: its letters, cut into shingles of a width, and its numbers."""

    letters: str
    width: int
    numbers: frozenset[str]

    @property
    def shingles(self) -> set[str]:
        """Every run of as many letters as a shingle is wide."""
        letters, width = self.letters, self.width
        return {letters[i : i + width] for i in range(max(1, len(letters) - width + 1))}


def wording(document: Document) -> Wording:
    """Return what is compared of a document."""
    body = _TICKER.sub("", fold("".join(document.slice(span) for span in document.readable)).text)
    numbers = frozenset(number.replace(",", "") for number in _NUMBER.findall(body))
    return Wording(_NO_LETTER.sub("", body.casefold()), _ENGLISH if document.language == "en" else _CHINESE, numbers)


def sketch(document: Document) -> dict[str, Any]:
    """Return a document's sketch, a row of SKETCH: the least hash of its shingles under each of many permutations
    (MinHash), how many shingles there are, and its numbers.
    """
    said = wording(document)
    shingles = list(said.shingles)
    drawn = RMinHash(num_perm=_PERMUTATIONS, seed=1)
    drawn.update(shingles)
    hashes = struct.pack(f"<{_PERMUTATIONS}I", *drawn.digest())
    return {"sketch": hashes, "shingles": len(shingles), "numbers": sorted(said.numbers)}


def near(some: polars.DataFrame, others: polars.DataFrame) -> Iterator[tuple[int, int]]:
    """Yield the pairs of sketches, by their rows, of documents that may be copies of each other."""
    one, other = _Drawn(some), _Drawn(others)
    for i, j in _meeting(one.sketches, other.sketches).iter_rows():
        if _equal_hashes(one.hashes[i], other.hashes[j]) >= _NEAR and _may_be_copies(one, i, other, j):
            yield i, j


def alike(one: set[str], other: set[str]) -> bool:
    """Whether the shingles of two texts are those of copies."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) >= SAME


class _Drawn:
    """Sketches as they are compared: hashes as one large number each."""

    def __init__(self, drawn: polars.DataFrame) -> None:
        self.sketches = drawn["sketch"]
        self.hashes = [int.from_bytes(hashes, "little") for hashes in self.sketches]
        self.shingles: Sequence[int] = drawn["shingles"].to_list()
        self.numbers = [frozenset(numbers) for numbers in drawn["numbers"].to_list()]


def _meeting(some: polars.Series, others: polars.Series) -> polars.DataFrame:
    """Return the pairs of rows whose sketches are the same in a band."""
    met = _bands(some, "one").join(_bands(others, "other"), on=["band", "hashes"])
    return met.select("one", "other").unique().collect()


def _bands(sketches: polars.Series, name: str) -> polars.LazyFrame:
    """Return a row for each band of each sketch: the sketch's row by that name, which band, and its hashes."""
    rows = polars.LazyFrame({"sketch": sketches}).with_row_index(name)
    bands = [col("sketch").bin.slice(start, _BAND).alias(str(start)) for start in range(0, 4 * _PERMUTATIONS, _BAND)]
    return rows.select(name, *bands).unpivot(index=name, variable_name="band", value_name="hashes")


def _equal_hashes(one: int, other: int) -> float:
    """Return the share of hashes that two sketches have in common: an estimate of how alike their texts are.

    A hash that differs leaves a bit set in the difference, and carries it to its highest.
    """
    difference = one ^ other
    differing = (((difference & _LOW) + _LOW) | difference) & _HIGH
    return 1 - differing.bit_count() / _PERMUTATIONS


def _may_be_copies(one: _Drawn, i: int, other: _Drawn, j: int) -> bool:
    few, many = sorted((one.shingles[i], other.shingles[j]))
    if few / many < SAME:
        return False
    fewest = min(len(one.numbers[i]), len(other.numbers[j]))
    return fewest < _FEW_NUMBERS or len(one.numbers[i] & other.numbers[j]) >= _SHARED_NUMBERS * fewest

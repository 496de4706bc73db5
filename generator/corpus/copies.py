"""Copies: which documents carry the same text, as syndicated pieces do.

They differ by headline, byline and order of paragraphs, so that sets of shingles are compared (Broder 1997), not
sequences; a longer article that quotes a short note at length is no copy of it. Whether two documents are copies hangs
on these two alone, so that it is found out once, when the later of them comes, and on their sketches alone, so that no
text is read again for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import polars
from polars import Binary, List, String
from rensa import RMinHash

from generator.corpus.cleaning import fold
from generator.corpus.document import Document

SAME = 0.45  # Jaccard similarity of the texts' shingles, above which two documents tell one story
# Characters of a shingle: long enough that long texts on one subject share few. Four letters are half an English word.
_CHINESE, _ENGLISH = 4, 9
# Hashes of a sketch, of each its lowest byte (Li and König 2010): their equal share errs by 0.02 (one sigma).
_PERMUTATIONS = 512
# Bytes that are equal of 512, so that two texts are as alike as SAME: one in 256 is by chance.
_EQUAL = round(_PERMUTATIONS * (SAME + (1 - SAME) / 256))
# Bytes of a sketch that are compared as one, so that two texts as alike as SAME meet in one of the 102 bands six times
# in seven, at 0.6 always, and at 0.2 one in thirty (Leskovec et al., chapter 3).
_BAND = 5
# The highest bit of each byte of a sketch that is one large number, and all the others.
_HIGH = int.from_bytes(b"\x80" * _PERMUTATIONS, "little")
_LOW = int.from_bytes(b"\x7f" * _PERMUTATIONS, "little")
# What a page's script writes beside a name, anew at every reading: +0.280 (+1.624%) 沽空 $2.95亿; 比率 18.019%.
_TICKER = re.compile(r"[+-]\d+(?:\.\d+)? ?\([+-]?\d+(?:\.\d+)?%\)|沽空 ?\$[\d.]+[千百万亿]*;? ?比率 ?[\d.]+%")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)+|\d{3,}")
_NO_LETTER = re.compile(r"[\W_]+")
# Copies carry the same numbers; this month's release, worded as last month's, carries others.
_FEW_NUMBERS, _SHARED_NUMBERS = 4, 0.5
_SKETCH: dict[str, Any] = {"sketch": Binary, "numbers": List(String)}
SKETCH = polars.Schema(_SKETCH)


def sketch(document: Document) -> dict[str, Any]:
    """Return a document's sketch, a row of SKETCH: the last byte of the least hash of its shingles under each of many
    permutations (MinHash), and its numbers.
    """
    body = _TICKER.sub("", fold("".join(document.slice(span) for span in document.readable)).text)
    letters, width = _NO_LETTER.sub("", body.casefold()), _ENGLISH if document.language == "en" else _CHINESE
    drawn = RMinHash(num_perm=_PERMUTATIONS, seed=1)
    drawn.update({letters[i : i + width] for i in range(max(1, len(letters) - width + 1))})
    numbers = {number.replace(",", "") for number in _NUMBER.findall(body)}
    return {"sketch": bytes(hash_ & 0xFF for hash_ in drawn.digest()), "numbers": sorted(numbers)}


def copies(some: polars.DataFrame, others: polars.DataFrame) -> Iterator[tuple[int, int]]:
    """Yield the pairs of sketches, by their rows, of documents that carry the same text."""
    one, other = ([int.from_bytes(drawn, "little") for drawn in frame["sketch"]] for frame in (some, others))
    alike: set[tuple[int, int]] = set()
    for i, j in _meeting(some["sketch"], others["sketch"]):
        if (i, j) not in alike and _equal_hashes(one[i], other[j]) >= _EQUAL:
            alike.add((i, j))
            if _same_numbers(some["numbers"][i], others["numbers"][j]):
                yield i, j


def _meeting(some: polars.Series, others: polars.Series) -> Iterator[tuple[int, int]]:
    """Yield the pairs of rows whose sketches are the same in a band, once for each such band.

    Band after band: all bands at once are a hundred rows a document.
    """
    for start in range(0, _PERMUTATIONS - _BAND + 1, _BAND):
        met = _band(some, start, "one").join(_band(others, start, "other"), on="hashes")
        yield from met.select("one", "other").iter_rows()


def _band(sketches: polars.Series, start: int, name: str) -> polars.DataFrame:
    """Return one band of each sketch: its `hashes`, and by that name the sketch's row."""
    return polars.DataFrame({"hashes": sketches.bin.slice(start, _BAND)}).with_row_index(name)


def _equal_hashes(one: int, other: int) -> int:
    """Return how many hashes two sketches have in common.

    A hash that differs leaves a bit set in the difference, and carries it to its highest.
    """
    difference = one ^ other
    differing = (((difference & _LOW) + _LOW) | difference) & _HIGH
    return _PERMUTATIONS - differing.bit_count()


def _same_numbers(one: polars.Series, other: polars.Series) -> bool:
    fewest = min(len(one), len(other))
    return fewest < _FEW_NUMBERS or len({*one} & {*other}) >= _SHARED_NUMBERS * fewest

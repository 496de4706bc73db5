"""Stories: documents that tell the same thing in the same words, whoever carries them."""

from __future__ import annotations

import re
import struct
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import eq
from types import MappingProxyType

from rensa import RMinHash

from generator.corpus.cleaning import fold
from generator.corpus.document import Document

SAME = 0.45  # Jaccard similarity of the texts' shingles, above which two documents tell one story
NONE: Mapping[str, bytes] = MappingProxyType({})
# Characters of a shingle: long enough that long texts on one subject share few. Four letters are half an English word.
_CHINESE, _ENGLISH = 4, 9
_PERMUTATIONS = 128
# Bytes of a sketch that are compared as one: 4 hashes of 4 bytes, so that two texts as alike as SAME meet in one of the
# 32 bands three times in four, at 0.6 nearly always, and at 0.2 one in twenty (Leskovec et al., chapter 3).
_BAND = 4 * 4
_NEAR = 0.3  # share of equal hashes, below which no two texts are as alike as SAME: it errs by 0.044 (one sigma)
_COMPARED = 1024  # texts kept at a time: copies appear close to one another
# What a page's script writes beside a name, anew at every reading: +0.280 (+1.624%) 沽空 $2.95亿; 比率 18.019%.
_TICKER = re.compile(r"[+-]\d+(?:\.\d+)? ?\([+-]?\d+(?:\.\d+)?%\)|沽空 ?\$[\d.]+[千百万亿]*;? ?比率 ?[\d.]+%")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)+|\d{3,}")
# Copies carry the same numbers; this month's release, worded as last month's, carries others.
_FEW_NUMBERS, _SHARED_NUMBERS = 4, 0.5
SCHEME = f"rminhash-{RMinHash.ALGORITHM_VERSION}"  # how sketches are drawn; those of another one say nothing


def stories(documents: Iterable[Document], sketches: Mapping[str, bytes] = NONE) -> dict[str, str]:
    """Return the story that each document tells: the id of the earliest document that tells it.

    `sketches` by document id spare the work of drawing them anew; they are what `sketch` gives.

    Syndicated pieces differ by headline, byline and order of paragraphs, so that sets of shingles are compared
    (Broder 1997), not sequences; a longer article that quotes a short note at length stays a story of its own.
    """
    ordered = sorted(documents, key=lambda d: (d.published is None, str(d.published), d.id))
    by_id = {document.id: document for document in ordered}
    text = lru_cache(_COMPARED)(lambda name: _text(by_id[name]))
    place = {document.id: i for i, document in enumerate(ordered)}
    buckets: defaultdict[tuple[int, bytes], list[str]] = defaultdict(list)
    drawn: dict[str, bytes] = {}
    story: dict[str, str] = {}
    for document in ordered:
        drawn[document.id] = sketches.get(document.id) or sketch(document)
        bands = list(_bands(drawn[document.id]))
        candidates = {other for band in bands for other in buckets.get(band, ())} - {document.id}
        near = [other for other in candidates if _equal_hashes(drawn[document.id], drawn[other]) >= _NEAR]
        alike = [other for other in near if _alike(text(document.id), text(other))]
        story[document.id] = story[min(alike, key=place.__getitem__)] if alike else document.id
        for band in bands:
            buckets[band].append(document.id)
    return story


def _bands(drawn: bytes) -> Iterable[tuple[int, bytes]]:
    return ((start, drawn[start : start + _BAND]) for start in range(0, len(drawn), _BAND))


def _equal_hashes(one: bytes, other: bytes) -> float:
    """Return the share of hashes that two sketches have in common: an estimate of how alike their texts are."""
    equal: int = sum(map(eq, memoryview(one).cast("I"), memoryview(other).cast("I")))
    return equal / _PERMUTATIONS


@dataclass(frozen=True, slots=True)
class _Text:
    """What is compared of a document."""

    shingles: set[str]
    numbers: set[str]


def _text(document: Document) -> _Text:
    body = _TICKER.sub("", fold("".join(document.slice(span) for span in document.readable)).text)
    letters = "".join(character for character in body.casefold() if character.isalnum())
    width = _ENGLISH if document.language == "en" else _CHINESE
    shingles = {letters[i : i + width] for i in range(max(1, len(letters) - width + 1))}
    return _Text(shingles, {number.replace(",", "") for number in _NUMBER.findall(body)})


def _alike(one: _Text, other: _Text) -> bool:
    shared = len(one.shingles & other.shingles) / len(one.shingles | other.shingles)
    fewest = min(len(one.numbers), len(other.numbers))
    renumbered = fewest >= _FEW_NUMBERS and len(one.numbers & other.numbers) < _SHARED_NUMBERS * fewest
    return shared >= SAME and not renumbered


def sketch(document: Document) -> bytes:
    """Return a document's sketch: the least hash of its shingles under each of many permutations (MinHash)."""
    drawn = RMinHash(num_perm=_PERMUTATIONS, seed=1)
    drawn.update(list(_text(document).shingles))
    return struct.pack(f"<{_PERMUTATIONS}I", *drawn.digest())

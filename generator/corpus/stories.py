"""Stories: documents that tell the same thing in the same words, whoever carries them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import numpy
from datasketch import MinHash, MinHashLSH

from generator.corpus.cleaning import fold
from generator.corpus.document import Document

SAME = 0.45  # Jaccard similarity of the texts' shingles, above which two documents tell one story
NONE: Mapping[str, bytes] = MappingProxyType({})
# Characters of a shingle: long enough that long texts on one subject share few. Four letters are half an English word.
_CHINESE, _ENGLISH = 4, 9
_PERMUTATIONS = 128
# What a page's script writes beside a name, anew at every reading: +0.280 (+1.624%) 沽空 $2.95亿; 比率 18.019%.
_TICKER = re.compile(r"[+-]\d+(?:\.\d+)? ?\([+-]?\d+(?:\.\d+)?%\)|沽空 ?\$[\d.]+[千百万亿]*;? ?比率 ?[\d.]+%")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)+|\d{3,}")
# Copies carry the same numbers; this month's release, worded as last month's, carries others.
_FEW_NUMBERS, _SHARED_NUMBERS = 4, 0.5
_SCHEME = "affine32"  # of permutations; sketches of another one say nothing


def stories(documents: Iterable[Document], sketches: Mapping[str, bytes] = NONE) -> dict[str, str]:
    """Return the story that each document tells: the id of the earliest document that tells it.

    `sketches` by document id spare the work of drawing them anew; they are what `sketch` gives.

    Syndicated pieces differ by headline, byline and order of paragraphs, so that sets of shingles are compared
    (Broder 1997), not sequences; a longer article that quotes a short note at length stays a story of its own.
    """
    ordered = sorted(documents, key=lambda d: (d.published is None, str(d.published), d.id))
    index = MinHashLSH(num_perm=_PERMUTATIONS, params=_bands())
    texts = _Texts({document.id: document for document in ordered})
    place = {document.id: i for i, document in enumerate(ordered)}
    story: dict[str, str] = {}
    for document in ordered:
        drawn = _drawn(sketches.get(document.id) or sketch(document))
        candidates = (other for other in index.query(drawn) if other != document.id)
        alike = [other for other in candidates if _alike(texts[document.id], texts[other])]
        story[document.id] = story[min(alike, key=place.__getitem__)] if alike else document.id
        if document.id not in index:
            index.insert(document.id, drawn)
    return story


@cache
def _bands() -> tuple[int, int]:
    """Return bands and rows that find what is alike; to reckon them takes longer than to use them."""
    index = MinHashLSH(threshold=SAME, num_perm=_PERMUTATIONS)
    return index.b, index.r


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


class _Texts(dict[str, _Text]):
    """What is compared of documents by id, read when it is first asked for: of most, the sketch is enough."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents

    def __missing__(self, document: str) -> _Text:
        self[document] = _text(self._documents[document])
        return self[document]


def _alike(one: _Text, other: _Text) -> bool:
    shared = len(one.shingles & other.shingles) / len(one.shingles | other.shingles)
    fewest = min(len(one.numbers), len(other.numbers))
    renumbered = fewest >= _FEW_NUMBERS and len(one.numbers & other.numbers) < _SHARED_NUMBERS * fewest
    return shared >= SAME and not renumbered


def sketch(document: Document) -> bytes:
    """Return a document's sketch: the least hash of its shingles under each of many permutations (MinHash)."""
    drawn = MinHash(num_perm=_PERMUTATIONS, seed=1, scheme=_SCHEME)
    drawn.update_batch([shingle.encode() for shingle in _text(document).shingles])
    return bytes(drawn.hashvalues.astype("<u4").tobytes())


def _drawn(known: bytes) -> MinHash:
    return MinHash(num_perm=_PERMUTATIONS, seed=1, scheme=_SCHEME, hashvalues=numpy.frombuffer(known, dtype="<u4"))

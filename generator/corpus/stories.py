"""Stories: documents that tell the same thing in the same words, whoever carries them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
_SCHEME = "affine32"  # of permutations; sketches of another one say nothing


def stories(documents: Iterable[Document], sketches: Mapping[str, bytes] = NONE) -> dict[str, str]:
    """Return the story that each document tells: the id of the earliest document that tells it.

    `sketches` by document id spare the work of drawing them anew; they are what `sketch` gives.

    Syndicated pieces differ by headline, byline and order of paragraphs, so that sets of shingles are compared
    (Broder 1997), not sequences; a longer article that quotes a short note at length stays a story of its own.
    """
    ordered = sorted(documents, key=lambda d: (d.published is None, str(d.published), d.id))
    index = MinHashLSH(threshold=SAME, num_perm=_PERMUTATIONS)
    shingles = _Shingles({document.id: document for document in ordered})
    place = {document.id: i for i, document in enumerate(ordered)}
    story: dict[str, str] = {}
    for document in ordered:
        drawn = _drawn(sketches.get(document.id) or sketch(document))
        candidates = (other for other in index.query(drawn) if other != document.id)
        alike = [other for other in candidates if _similarity(shingles[document.id], shingles[other]) >= SAME]
        story[document.id] = story[min(alike, key=place.__getitem__)] if alike else document.id
        if document.id not in index:
            index.insert(document.id, drawn)
    return story


def _shingles(document: Document) -> set[str]:
    body = "".join(document.slice(span) for span in document.readable)
    letters = "".join(character for character in fold(body).text.casefold() if character.isalnum())
    width = _ENGLISH if document.language == "en" else _CHINESE
    return {letters[i : i + width] for i in range(max(1, len(letters) - width + 1))}


class _Shingles(dict[str, set[str]]):
    """The shingles of documents by id, cut when they are first asked for: of most, the sketch is enough."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents

    def __missing__(self, document: str) -> set[str]:
        self[document] = _shingles(self._documents[document])
        return self[document]


def sketch(document: Document) -> bytes:
    """Return a document's sketch: the least hash of its shingles under each of many permutations (MinHash)."""
    drawn = MinHash(num_perm=_PERMUTATIONS, seed=1, scheme=_SCHEME)
    drawn.update_batch([shingle.encode() for shingle in _shingles(document)])
    return bytes(drawn.hashvalues.astype("<u4").tobytes())


def _drawn(known: bytes) -> MinHash:
    return MinHash(num_perm=_PERMUTATIONS, seed=1, scheme=_SCHEME, hashvalues=numpy.frombuffer(known, dtype="<u4"))


def _similarity(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other)

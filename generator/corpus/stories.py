"""Stories: documents that tell the same thing in the same words, whoever carries them."""

from __future__ import annotations

from collections.abc import Iterable

from datasketch import MinHash, MinHashLSH

from generator.corpus.cleaning import fold
from generator.corpus.document import Document

SAME = 0.45  # Jaccard similarity of the texts' 4-character shingles, above which two documents tell one story
_SHINGLE = 4
_PERMUTATIONS = 128


def stories(documents: Iterable[Document]) -> dict[str, str]:
    """Return the story that each document tells: the id of the earliest document that tells it.

    Syndicated pieces differ by headline, byline and order of paragraphs, so that sets of shingles are compared
    (Broder 1997), not sequences; a longer article that quotes a short note at length stays a story of its own.
    """
    ordered = sorted(documents, key=lambda d: (d.published is None, str(d.published), d.id))
    index = MinHashLSH(threshold=SAME, num_perm=_PERMUTATIONS)
    shingles = {document.id: _shingles(document) for document in ordered}
    story: dict[str, str] = {}
    for document in ordered:
        sketch = _sketch(shingles[document.id])
        candidates = (other for other in index.query(sketch) if other != document.id)
        alike = [other for other in candidates if _similarity(shingles[document.id], shingles[other]) >= SAME]
        story[document.id] = story[min(alike, key=list(story).index)] if alike else document.id
        if document.id not in index:
            index.insert(document.id, sketch)
    return story


def _shingles(document: Document) -> set[str]:
    body = "".join(document.slice(span) for span in document.readable)
    letters = "".join(character for character in fold(body).text.casefold() if character.isalnum())
    return {letters[i : i + _SHINGLE] for i in range(max(1, len(letters) - _SHINGLE + 1))}


def _sketch(shingles: set[str]) -> MinHash:
    sketch = MinHash(num_perm=_PERMUTATIONS, seed=1)
    sketch.update_batch([shingle.encode() for shingle in shingles])
    return sketch


def _similarity(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other)

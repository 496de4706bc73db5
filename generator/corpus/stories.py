"""Stories: documents that tell the same thing in the same words, whoever carries them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

import polars

from generator.corpus.copies import SKETCH, alike, near, sketch, wording
from generator.corpus.document import Document

Copies = Mapping[str, Collection[str]]  # of each document that has any
_COMPARED = 1024  # texts kept at a time


def stories(documents: Iterable[Document], copies: Copies | None = None) -> dict[str, str]:
    """Return the story that each document tells: the id of the earliest document that tells it.

    `copies` of documents by their ids, where it is known, spares the work of comparing their texts.
    """
    ordered = sorted(documents, key=lambda d: (d.published is None, str(d.published), d.id))
    known = copies_among(ordered) if copies is None else copies
    place: dict[str, int] = {}
    told: dict[str, str] = {}
    for document in ordered:
        before = [place[other] for other in known.get(document.id, ()) if other in place]
        told[document.id] = told[ordered[min(before)].id] if before else document.id
        place[document.id] = len(place)
    return told


def copies_among(documents: Iterable[Document]) -> Copies:
    """Return, by id, the documents that each is a copy of or has as its copy."""
    listed = list(documents)
    drawn = polars.DataFrame([sketch(document) for document in listed], schema=SKETCH)
    shingles = lru_cache(_COMPARED)(lambda place: wording(listed[place]).shingles)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for i, j in near(drawn, drawn):
        if i < j and alike(shingles(i), shingles(j)):
            found[listed[i].id].add(listed[j].id)
            found[listed[j].id].add(listed[i].id)
    return found

"""Stories: documents that tell the same thing in the same words, whoever carries them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import polars

from generator.corpus.copies import SKETCH, copies, sketch
from generator.corpus.document import Document

Copies = Mapping[str, Collection[str]]  # of each document that has any


def stories(documents: Iterable[Document], known: Copies | None = None) -> dict[str, str]:
    """Return the story that each document tells: the id of the earliest document that tells it.

    `known` copies of documents, by their ids, spare the work of looking for them.
    """
    ordered = sorted(documents, key=lambda d: (d.published is None, str(d.published), d.id))
    found = copies_among(ordered) if known is None else known
    place: dict[str, int] = {}
    told: dict[str, str] = {}
    for document in ordered:
        before = [place[other] for other in found.get(document.id, ()) if other in place]
        told[document.id] = told[ordered[min(before)].id] if before else document.id
        place[document.id] = len(place)
    return told


def copies_among(documents: Iterable[Document]) -> Copies:
    """Return, by id, the documents that each is a copy of or has as its copy."""
    listed = list(documents)
    drawn = polars.DataFrame([sketch(document) for document in listed], schema=SKETCH)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for i, j in copies(drawn, drawn):
        if i != j:
            found[listed[i].id].add(listed[j].id)
    return found

"""Revisions: which documents stand as of a day, and which their publisher had corrected or withdrawn by then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.corpus.document import Document


def as_known(documents: Iterable[Document], day: date) -> Iterator[Document]:
    """Yield documents as a day knew them: no correction that came later, and what was withdrawn later still stands.

    A notice of withdrawal that holds no text of its own is known from its own day on, like any correction.
    """
    for document in documents:
        if document.revised is None or document.revised.date() <= day:
            yield document
        elif document.withdrawn and document.text.strip() not in ("", document.title):
            yield replace(document, withdrawn=False, revised=None)


def corrected(documents: Iterable[Document], before: Iterable[Document]) -> list[Document]:
    """Return those of some versions of before that a document has since taken the place of: it says when, and has
    their address. What was changed without a word stands for what it was before as well.
    """
    revised = {d.address: d.revised for d in documents if d.address and d.revised and d.kind == "text"}

    def earlier(document: Document) -> bool:
        when, later = document.revised or document.published, revised.get(document.address or "")
        return document.kind == "text" and when is not None and later is not None and when < later

    return [document for document in before if earlier(document)]


def standing(documents: Sequence[Document]) -> tuple[list[Document], list[Document]]:
    """Part documents that stand from superseded ones: of one address the newest word counts.

    A house's own figures at one address (a data room's) stand side by side: later rows do not correct earlier ones.
    """
    newest: dict[str, Document] = {}
    for document in documents:
        if document.address and document.kind == "text":
            newest[document.address] = max(newest.get(document.address, document), document, key=_as_revised)
    current: list[Document] = []
    superseded: list[Document] = []
    for document in documents:
        latest = newest.get(document.address or "", document) if document.kind == "text" else document
        (current if latest.id == document.id and not document.withdrawn else superseded).append(document)
    return current, superseded


def _as_revised(document: Document) -> tuple[str, str, str]:
    return str(document.revised or document.published or ""), str(document.published), document.id

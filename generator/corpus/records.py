"""Documents and files as the store's rows."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import polars
from polars import Boolean, Datetime, Int64, List, String, Struct

from generator.corpus.document import Document, Span

SPANS = List(Struct({"start": Int64, "end": Int64}))
_DOCUMENT: dict[str, Any] = {
    "key": String, "document": String, "title": String, "publisher": String, "published": Datetime("us"),
    "revised": Datetime("us"), "withdrawn": Boolean, "language": String, "kind": String, "address": String,
    "path": String, "text": String, "readable": SPANS,
}  # fmt: skip
DOCUMENTS = polars.Schema(_DOCUMENT)
# A log: the last row of a path says what it holds now, or that it is `gone`; what it held before is in earlier rows.
_FILE: dict[str, Any] = {
    "path": String, "sha256": String, "size": Int64, "modified": Int64, "version": String, "documents": List(String),
    "errors": List(Struct({"what": String, "remedy": String})), "known": Boolean, "gone": Boolean, "kept": Boolean,
    "at": Datetime("us"),
}  # fmt: skip
FILES = polars.Schema(_FILE)


def document_key(document: Document) -> str:
    """Return a hash of all that a document says: its id leaves out what may be added to it, such as an address."""
    said = (
        document.id, document.address, document.revised, document.withdrawn, document.kind, document.language,
        document.readable,
    )  # fmt: skip
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]


def document_row(document: Document, path: str) -> dict[str, Any]:
    """Return a document as a row of `documents`."""
    return {
        "key": document_key(document), "document": document.id, "title": document.title,
        "publisher": document.publisher, "published": document.published, "revised": document.revised,
        "withdrawn": document.withdrawn, "language": document.language, "kind": document.kind,
        "address": document.address, "path": path, "text": document.text,
        "readable": [{"start": start, "end": end} for start, end in document.readable],
    }  # fmt: skip


def document_of(row: Mapping[str, Any], root: Path) -> Document:
    """Return the document of a row."""
    return Document(
        id=row["document"], title=row["title"], publisher=row["publisher"], published=_moment(row["published"]),
        language=row["language"], text=row["text"],
        readable=tuple(Span(span["start"], span["end"]) for span in row["readable"]),
        address=row["address"], path=root / row["path"], kind=row["kind"], revised=_moment(row["revised"]),
        withdrawn=row["withdrawn"],
    )  # fmt: skip


def _moment(value: datetime | None) -> datetime | None:
    return value.replace(tzinfo=None) if value else None

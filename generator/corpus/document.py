"""The document: a text as it was read, never altered, and what is known of where it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

Language = Literal["en", "zh-Hans", "zh-Hant"]
Kind = Literal["text", "figures"]


class Span(NamedTuple):
    """A half-open range of code points in a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article or note.

    `text` is the text as read, headings and byline included; whatever is shown is a slice of it.
    `readable` are the spans that carry statements (title, body), as against front matter and bylines.
    `published` is the publisher's local time, None where the source gives none; `revised` when the publisher last
    corrected it. What it has `withdrawn` is kept, and not stated.
    `kind` is "figures" for a table of a house's own figures: a header, and a row a figure.
    """

    id: str
    title: str
    publisher: str | None
    published: datetime | None
    language: Language
    text: str
    readable: tuple[Span, ...]
    address: str | None = None
    path: Path | None = None
    kind: Kind = "text"
    revised: datetime | None = None
    withdrawn: bool = False

    @property
    def link(self) -> str | None:
        """The address, where a reader may follow it: a page of the web."""
        return self.address if self.address and self.address.lower().startswith(("http://", "https://")) else None

    def slice(self, span: tuple[int, int]) -> str:
        """Return the text between two offsets, exactly as it stands."""
        return self.text[span[0] : span[1]]


def document_id(publisher: str | None, published: datetime | None, title: str, text: str) -> str:
    """Return the stable id of a document: the same wherever and whenever the same text is read."""
    when = published.isoformat() if published else ""
    parts = "\x1f".join((publisher or "", when, title, text))
    return hashlib.sha256(parts.encode()).hexdigest()[:16]

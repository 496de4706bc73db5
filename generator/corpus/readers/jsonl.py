"""JSON Lines: a document a line, or one JSON array of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.corpus.document import Document
from generator.corpus.encodings import decode
from generator.corpus.facts import Facts
from generator.corpus.readers import Read, Source
from generator.errors import DocumentUnreadable

_TEXT = ("text", "body", "content", "正文", "内容")


def read(source: Source) -> Read:
    """Yield a document a line; a line that is none is told with its number, and the others go on."""
    text = decode(source.data, str(source.path))
    for number, entry in _entries(text, source.path):
        if isinstance(entry, DocumentUnreadable):
            yield entry
        else:
            yield _document(entry, f"{source.path}:{number}:1", source.path)


def _entries(text: str, path: Path) -> Iterator[tuple[int, Any]]:
    if text.lstrip("\ufeff \t\r\n").startswith("["):
        try:
            yield from enumerate(json.loads(text), start=1)
        except (ValueError, RecursionError) as error:
            yield 1, _wrong(f"{path}:{getattr(error, 'lineno', 1)}:{getattr(error, 'colno', 1)}", error)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip("\ufeff \t\r"):
            continue
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError) as error:
            yield number, _wrong(f"{path}:{number}:{getattr(error, 'colno', 1)}", error)


def _wrong(place: str, error: Exception) -> DocumentUnreadable:
    return DocumentUnreadable(f"{place}: no JSON: {getattr(error, 'msg', 'nested too deep')}.")


def _document(entry: Any, place: str, path: Path) -> Document | DocumentUnreadable:
    if not isinstance(entry, dict):
        return DocumentUnreadable(f"{place}: a document is an object with a text, not {type(entry).__name__}.")
    body = next((entry[key] for key in _TEXT if isinstance(entry.get(key), str)), None)
    known = Facts.of(entry)
    if not (body and body.strip()) and not known.withdrawn:
        return DocumentUnreadable(f"{place}: no text.", f"A document's text stands under {', '.join(_TEXT[:3])}.")
    return known.document(under_title(known.title, body or ""), path)


def under_title(title: str, body: str) -> str:
    """Return a text that opens with its title: figures and names stand in titles, too."""
    return body if not title or body.lstrip().startswith(title) else f"{title}\n\n{body}".rstrip("\n")

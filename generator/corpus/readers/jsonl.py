"""JSON Lines: a document a line; or JSON: one document, an array of them, or an object that holds such an array."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.corpus.document import Document
from generator.corpus.encodings import decode
from generator.corpus.facts import Facts
from generator.corpus.readers import Read, Source
from generator.corpus.readers.markup import is_marked_up, plain
from generator.corpus.readers.text import tabled
from generator.errors import DocumentUnreadable

_TEXT = ("text", "body", "content", "正文", "内容", "articleBody", "article", "description", "summary", "摘要")
_LISTS = ("articles", "items", "documents", "news", "results", "data", "entries", "docs", "list")


def read(source: Source) -> Read:
    """Yield a document a line; a line that is none is told with its number, and the others go on."""
    text = decode(source.data, str(source.path))
    for number, entry in _entries(text, source.path):
        if isinstance(entry, DocumentUnreadable):
            yield entry
            continue
        held = _held(entry)
        for i, each in enumerate([entry] if held is None else held, 1):
            place = f"{source.path}:{number}:1" if held is None else f"{source.path}:{number}:1, number {i}"
            yield _document(each, place, source.path)


def _held(entry: Any) -> list[Any] | None:
    """Return the documents that an answer of an interface holds; None for what is a document itself."""
    if not isinstance(entry, dict) or any(isinstance(entry.get(key), str) for key in _TEXT):
        return None
    listed = (value for key in _LISTS if isinstance(value := entry.get(key), list))
    return next((value for value in listed if value and all(isinstance(each, dict) for each in value)), None)


def _entries(text: str, path: Path) -> Iterator[tuple[int, Any]]:
    if text.lstrip("\ufeff \t\r\n").startswith("["):
        try:
            yield from enumerate(json.loads(text), start=1)
        except (ValueError, RecursionError) as error:
            yield 1, _wrong(f"{path}:{getattr(error, 'lineno', 1)}:{getattr(error, 'colno', 1)}", error)
        return
    if (whole := _spread(text)) is not None:
        yield 1, whole
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip("\ufeff \t\r"):
            continue
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError) as error:
            yield number, _wrong(f"{path}:{number}:{getattr(error, 'colno', 1)}", error)


def _spread(text: str) -> Any:
    """Return the one value of a text that is written over several lines; None where each line is one."""
    first, _, rest = text.strip("\ufeff \t\r\n").partition("\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        try:
            return json.loads(text.lstrip("\ufeff")) if rest else None
        except (ValueError, RecursionError):
            return None
    return None


def _wrong(place: str, error: Exception) -> DocumentUnreadable:
    return DocumentUnreadable(f"{place}: no JSON: {getattr(error, 'msg', 'nested too deep')}.")


def _document(entry: Any, place: str, path: Path) -> Document | DocumentUnreadable:
    if not isinstance(entry, dict):
        return DocumentUnreadable(f"{place}: a document is an object with a text, not {type(entry).__name__}.")
    body = next((entry[key] for key in _TEXT if isinstance(entry.get(key), str)), None)
    known = Facts.of(entry)
    if not (body and body.strip()) and not known.withdrawn:
        return DocumentUnreadable(f"{place}: no text.", f"A document's text stands under {', '.join(_TEXT[:3])}.")
    text = plain(body) if body and is_marked_up(body) else tabled(body or "")
    title = " ".join(plain(known.title).split()) if is_marked_up(known.title) else known.title
    return replace(known, title=title).document(under_title(title, text), path)


def under_title(title: str, body: str) -> str:
    """Return a text that opens with its title: figures and names stand in titles, too."""
    return body if not title or body.lstrip().startswith(title) else f"{title}\n\n{body}".rstrip("\n")

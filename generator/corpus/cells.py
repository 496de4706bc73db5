"""CSV cut into cells that know where in the text they stand (RFC 4180), which the standard library's do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.corpus.document import Span

_PLAIN = {",": re.compile(r"[^,\r\n]*"), ";": re.compile(r"[^;\r\n]*"), "\t": re.compile(r"[^\t\r\n]*")}
_QUOTED = re.compile(r'[ ]*"((?:[^"]|"")*)"[ ]*')
_END = re.compile(r"\r\n|\n|\r|\Z")


class Cell(NamedTuple):
    """A cell's content, without quotes and blanks around it, and where that stands."""

    text: str
    start: int
    end: int


class Row(NamedTuple):
    """One record: its cells, and its span without the line's end."""

    cells: tuple[Cell, ...]
    span: Span


def rows(text: str) -> Iterator[Row]:
    """Yield the records of a CSV text, blank lines left out; what parts its cells is told by its first line."""
    first = text.split("\n", 1)[0]
    comma = max(_PLAIN, key=first.count)
    at = 1 if text.startswith("\ufeff") else 0
    while at < len(text):
        cells, end = _record(text, at, comma)
        if any(cell.text for cell in cells):
            yield Row(tuple(cells), Span(at, end))
        after = _END.match(text, end)
        at = max(after.end() if after else end, at + 1)


def _record(text: str, at: int, comma: str) -> tuple[list[Cell], int]:
    cells: list[Cell] = []
    while True:
        cell, at = _cell(text, at, comma)
        cells.append(cell)
        if text[at : at + 1] != comma:
            return cells, at
        at += 1


def _cell(text: str, at: int, comma: str) -> tuple[Cell, int]:
    quoted = _QUOTED.match(text, at)
    if quoted and text[quoted.end() : quoted.end() + 1] in ("", comma, "\r", "\n"):
        start, end = quoted.span(1)
        after = quoted.end()
    else:
        plain = _PLAIN[comma].match(text, at)
        start, end = plain.span() if plain else (at, at)
        after = end
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Cell(words.strip().replace('""', '"'), start, start + len(words.strip())), after

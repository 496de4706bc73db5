"""Tables whose cells a page's text sets each on a line of its own, with lines of a bar between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.corpus.bars import barred

_BAR = re.compile(r"^[ \t]*\|[ \t]*$", re.M)
_LABEL = re.compile(r"[A-Za-z一-鿿]{2}")
_LEAST = 2  # rows that make a table
_MOST = 60  # cells of a row
_LONGEST = 60  # characters of a cell


class Row(NamedTuple):
    """A row's first line, the one behind its last, and its cells."""

    start: int
    end: int
    cells: list[str]


def torn_rows(text: str) -> str:
    """Return a text with such tables as rows of cells between bars; all else as it was.

    The heads have no bars between them: they are as many lines above the first row as it has cells.
    """
    if _BAR.search(text) is None:
        return text
    lines = text.split("\n")
    said = [i for i, line in enumerate(lines) if line.strip()]
    told: list[str] = []
    done = 0
    for table in _tables(list(_rows(lines, said)), said):
        start, end, rows = table[0].start, table[-1].end, [row.cells for row in table]
        first, width = bisect_left(said, start), len(rows[0])
        above = said[max(0, first - width) : first]
        heads = [lines[i].strip() for i in above]
        if len(above) == width and above[0] >= done and all(map(_is_cell, heads)):
            start, rows = above[0], [heads, *rows]
        told += [*lines[done:start], *map(barred, rows)]
        done = end
    return "\n".join([*told, *lines[done:]])


def _rows(lines: Sequence[str], said: Sequence[int]) -> Iterator[Row]:
    """Yield the rows that cells make up which have a bar between each and the next."""
    at = 0
    while at < len(said):
        places = [said[at]]
        while at + 2 < len(said) and lines[said[at + 1]].strip() == "|" and _is_cell(lines[said[at + 2]]):
            at += 2
            places.append(said[at])
        cells = [lines[i].strip() for i in places]
        width = _width(cells) if len(cells) > 1 and _is_cell(cells[0]) else len(cells)
        for low in range(0, len(cells), width):
            end = said[at] + 1 if low + width == len(cells) else places[low + width]
            if 1 < width <= _MOST:
                yield Row(places[low], end, cells[low : low + width])
        at += 1


def _width(cells: Sequence[str]) -> int:
    """Return how many cells make a row: a bar may stand between rows too, which then begin with a word each."""
    labels = [i for i, cell in enumerate(cells) if _LABEL.match(cell)]
    width = labels[1] - labels[0] if len(labels) > 1 else len(cells)
    even = labels == list(range(0, len(cells), width))
    return width if even and len(cells) % width == 0 else len(cells)


def _tables(rows: Sequence[Row], said: Sequence[int]) -> Iterator[list[Row]]:
    """Yield rows of one width that follow each other."""
    table: list[Row] = []
    for row in rows:
        last = table[-1] if table else row
        follows = bisect_left(said, last.end) == bisect_left(said, row.start) and len(last.cells) == len(row.cells)
        if table and not follows:
            yield from [table] if len(table) >= _LEAST else []
            table = []
        table.append(row)
    yield from [table] if len(table) >= _LEAST else []


def _is_cell(line: str) -> bool:
    return 0 < len(line.strip()) <= _LONGEST and "|" not in line

"""Where tables stand in a text: lines of cells parted by bars, or lines that end in columns of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.extraction.columns import heads_of, row_of
from generator.extraction.reading import Reading, Sentence

_LINE = re.compile(r"^.*$", re.M)
_RULE = re.compile(r"[\s|:+=-]+")  # |---|:--:|
_BAR = re.compile(r"\|")
_LEAST = 2  # lines, and cells in each, that make a table
_WIDEST = 60  # cells of a line


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell at `start` to `end`, without the blanks around it; nothing in an empty one."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of cells."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows as wide as the first, the rule under the head left out. `caption` is the line above."""

    start: int
    end: int
    rows: tuple[Row, ...]
    caption: str


def parts(reading: Reading) -> Iterator[Sentence | Grid]:
    """Yield a document's sentences in order, and where a table stands, the table in place of its lines."""
    tables = grids(reading.text)
    table, last = next(tables, None), None
    for sentence in reading.sentences:
        while table and table.end <= sentence.start:
            table = next(tables, None)
        if table is None or sentence.start < table.start:
            yield sentence
        elif table is not last:
            yield table
            last = table


def grids(text: str) -> Iterator[Grid]:
    """Yield the tables of a text. A blank line ends one, and so does the head of the next: a line with a rule below it."""
    rows: list[Row] = []
    barred, caption = False, ""
    above: list[tuple[int, int]] = []  # the last lines of words: captions, or heads of columns without bars
    for line in _LINE.finditer(text):
        start, end = line.span()
        by_bars = _barred(text, start, end)
        cells = by_bars or tuple(_cell(text, *stretch) for stretch in row_of(text, start, end))
        if not cells or (rows and barred != bool(by_bars)):
            yield from _grid(rows, caption)
            rows = []
        if by_bars and _RULE.fullmatch(line.group()):
            if len(rows) > 1:
                yield from _grid(rows[:-1], caption)
                rows, caption = rows[-1:], ""
            continue
        if cells:
            if not rows:
                barred, rows = bool(by_bars), [] if by_bars else _headed(text, above, len(cells) - 1)
                caption = next((text[slice(*words)].strip() for words in reversed(above[: -1 if rows else None])), "")
                above = []
            rows.append(Row(start, end, cells))
        elif line.group().strip():
            above = [*above[-1:], (start, end)]
    yield from _grid(rows, caption)


def _headed(text: str, above: list[tuple[int, int]], count: int) -> list[Row]:
    """Return the row of heads that the line above some columns is, none where it is no such line."""
    start, end = above[-1] if above else (0, 0)
    heads = heads_of(text, start, end, count)
    return [Row(start, end, tuple(_cell(text, *head) for head in heads))] if heads else []


def _grid(rows: list[Row], caption: str) -> Iterator[Grid]:
    if len(rows) >= _LEAST:
        wide = len(rows[0].cells)
        yield Grid(rows[0].start, rows[-1].end, tuple(row for row in rows if len(row.cells) == wide), caption)


def _barred(text: str, start: int, end: int) -> tuple[Cell, ...]:
    """Return a line's cells, those of its borders left out; none where it is no line of a table with bars."""
    bars = [bar.start() for bar in _BAR.finditer(text, start, end)]
    if not bars or len(bars) > _WIDEST:
        return ()
    cells = [_cell(text, low + 1, high) for low, high in pairwise((start - 1, *bars, end))]
    bordered = (not cells[0].text, not cells[-1].text)
    inner = cells[bordered[0] : len(cells) - bordered[1]]
    return tuple(inner) if len(inner) >= _LEAST else ()


def _cell(text: str, start: int, end: int) -> Cell:
    said = text[start:end]
    stripped = said.strip()
    start += len(said) - len(said.lstrip()) if stripped else 0
    return Cell(start, start + len(stripped), stripped)

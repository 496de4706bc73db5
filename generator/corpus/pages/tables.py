"""Tables of a page, found by where their numbers stand under one another: a line a row, cells parted by bars."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from generator.corpus.bars import barred
from generator.corpus.pages.boxes import Box, Line, box_lines
from generator.corpus.pages.columns import LEAST, Cells, Columns, columns_of, is_row, runs
from generator.corpus.pages.grids import grids
from generator.corpus.pages.heads import cells, rows_of_heads
from generator.corpus.pages.labels import whole
from generator.corpus.pages.rules import Rules

_LONGEST = 80  # characters of a cell: more are prose
_BETWEEN = 2  # lines of words that may stand between two rows of numbers
_NEXT = 1.15  # of the way from row to row: a line that is no further away is the next one
_LARGER = 1.3  # letters of a heading, beside those of a table
_FAR = 2.6  # of that way: what stands further up heads another table, or none


class Table(NamedTuple):
    """The part of a page that a table takes, in points from its left and its foot, and its rows as they are read."""

    left: float
    bottom: float
    right: float
    top: float
    rows: tuple[str, ...]

    def holds(self, left: float, right: float, middle: float) -> bool:
        """Whether a line of the page stands in the table."""
        return self.bottom <= middle <= self.top and left <= self.right and right >= self.left


def tables(words: Sequence[Box], drawn: Sequence[Rules] = ()) -> list[Table]:
    """Return the tables that the words of a page make, from its head to its foot; `drawn` are its rules."""
    found = [
        Table(grid.left, grid.bottom, grid.right, grid.top, tuple(map(barred, filter(any, grid.rows))))
        for grid in grids(words, drawn)
    ]
    lines = box_lines(box for box in words if not any(table.holds(box.left, box.right, box.middle) for table in found))
    floor = 0
    rows = [i for i, line in enumerate(lines) if is_row(line)]
    for low, *_, high in runs(rows, lambda row, after: _parted(lines[row + 1 : after])):
        if table := _table(lines[floor:], low - floor, high - floor):
            found.append(table)
            floor = high + 1
    return sorted(found, key=lambda table: -table.top)


def _parted(between: Sequence[Line]) -> bool:
    """Whether lines between two rows of numbers part two tables: a line or two of words may stand in one."""
    prose = any(len(box.words) > _LONGEST for line in between for box in line)
    heads = any(len(line) >= LEAST and not any(box.states for box in line) for line in between)
    return len(between) > _BETWEEN or prose or heads


def _table(lines: Sequence[Line], low: int, high: int) -> Table | None:
    columns = columns_of(lines[low : high + 1])
    if columns is None:
        return None
    way = median(one[0].middle - other[0].middle for one, other in pairwise(lines[low : high + 1]))
    head = _head(lines, low, columns, way)
    rows = lines[head : high + 1]
    found = [box for line in rows for box in line]
    if any(len(box.words) > _LONGEST or columns.outside(box) for box in found) or any(map(columns.torn, rows)):
        return None  # prose stands beside it, in another column of the page
    columns = columns.widened(rows)
    heads = rows_of_heads(columns, rows[: low - head], way)
    labels = [row for row in heads if not any(place for place, _ in row)]
    while heads and heads[-1] in labels:  # of the first row of numbers, or a title of rows
        heads.pop()
    body = [*(row for row in labels if row not in heads), *(cells(columns, line) for line in rows[low - head :])]
    said = [_row(row, columns) for row in (*heads, *whole(body, columns, way))]
    left, bottom = min(box.left for box in found), min(box.bottom for box in found)
    right, top = max(box.right for box in found), max(box.top for box in found)
    return Table(left, bottom, right, top, tuple(map(barred, filter(any, said))))


def _head(lines: Sequence[Line], low: int, columns: Columns, way: float) -> int:
    """Return the first line of the heads over a table's numbers: words behind its labels, and none of prose."""
    top = first = low
    while top and lines[top - 1][0].middle - lines[top][0].middle <= way * _FAR:
        top -= 1
        if columns.crossed(lines[top], under_heads=first == low) or any(map(columns.outside, lines[top])):
            break
        first = top if columns.heads(lines[top]) else first
    titled = first
    while titled and _titles(lines[titled - 1], lines[titled], columns, way):
        titled -= 1
    prose = titled and _near(lines[titled - 1], lines[titled], way)  # which ends in a short line
    return first if prose else titled


def _titles(line: Line, below: Line, columns: Columns, way: float) -> bool:
    """Whether a line over a table belongs to it: words above its labels, as near as a row, such as `Non-GAAP`."""
    alone = len(line) == 1 and not columns.heads(line) and not columns.crossed(line, under_heads=True)
    height = max(box.height for box in below)
    return alone and line[0].height < height * _LARGER and _near(line, below, way)


def _near(line: Line, below: Line, way: float) -> bool:
    return line[0].middle - below[0].middle < way * _NEXT


def _row(row: Cells, columns: Columns) -> list[str]:
    said = [""] * (len(columns.spans) + 1)
    for place, box in row:
        said[place] = f"{said[place]} {box.words}".strip()
    return said

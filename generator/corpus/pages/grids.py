"""Tables of a page whose cells are parted by rules: what stands between four of them is one cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import NamedTuple

from generator.corpus.pages.boxes import Box, box_lines
from generator.corpus.pages.rules import Cell, Rules
from generator.corpus.pages.words import joined

_LEAST = 2  # rows, columns and numbers that make a table
_LONGEST = 300  # characters of a cell
_SAME = 3.0  # points that edges of one row or column may differ by: borders are drawn twice


class Grid(NamedTuple):
    """A table: the part of the page that it takes, in points from its left and its foot, and its rows of cells."""

    left: float
    bottom: float
    right: float
    top: float
    rows: list[list[str]]


def grids(boxes: Sequence[Box], frames: Iterable[Rules]) -> list[Grid]:
    """Return the tables that rules part."""
    return [grid for frame in frames if (grid := _grid(boxes, frame))]


def _grid(boxes: Sequence[Box], frame: Rules) -> Grid | None:
    inside: defaultdict[Cell, list[Box]] = defaultdict(list)
    for box in boxes:
        if cell := frame.cell(box):
            inside[cell].append(box)
    held = {cell: [box for line in box_lines(found) for box in line] for cell, found in inside.items()}
    lefts, tops = _edges([cell.left for cell in held]), _edges([-cell.top for cell in held])
    if not _parted(held) or len(lefts) < _LEAST or len(tops) < _LEAST:
        return None
    rows = [[""] * len(lefts) for _ in tops]
    for cell, words in held.items():
        row, column = rows[_place(tops, -cell.top)], _place(lefts, cell.left)
        row[column] = reduce(joined, (box.words for box in words), row[column])
    return Grid(
        min(cell.left for cell in held), min(cell.bottom for cell in held),
        max(cell.right for cell in held), max(cell.top for cell in held), rows,
    )  # fmt: skip


def _parted(held: Mapping[Cell, Sequence[Box]]) -> bool:
    """Whether there are numbers, and each stands in a cell of its own: rules may part rows alone, or columns alone.

    What is long is an article within a frame.
    """
    numbers = [sum(box.states for box in words) for words in held.values()]
    longest = max((sum(len(box.words) for box in words) for words in held.values()), default=0)
    return sum(numbers) >= _LEAST and max(numbers) <= 1 and longest <= _LONGEST


def _edges(found: list[float]) -> list[float]:
    """Return where the edges of rows or columns are, each once."""
    edges: list[float] = []
    for edge in sorted(found):
        if not edges or edge - edges[-1] > _SAME:
            edges.append(edge)
    return edges


def _place(edges: Sequence[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - edge))

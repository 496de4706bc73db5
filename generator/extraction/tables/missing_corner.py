"""Tables whose first line has a time over each number and nothing over the labels: `Analyst Estimates for Q3 2025 | Q2 2025 | Q3 2024`, above `Revenue | $33.28 billion | $30.04 billion | $18.12 billion`."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.periods.in_text import period_mentions
from generator.extraction.tables.shapes import Cell, Row

_LEAST = 2  # times, and lines below them


def with_corner(rows: list[Row]) -> list[Row]:
    """Return a table with an empty cell before its heads, where each of these is a time and every line below has one cell more."""
    head, *below = rows
    heads = _without_blanks(head)
    if len(heads) < _LEAST or len(below) < _LEAST or not head.cells or not head.cells[0].text.strip():
        return rows
    fits = all(len(_without_blanks(row)) == len(heads) + 1 and row.cells[0].text.strip() for row in below)
    if not fits or not all(period_mentions(cell.text, 0, len(cell.text)) for cell in heads):
        return rows
    corner = replace(head.cells[0], end=head.cells[0].start, text="")
    return [replace(head, cells=(corner, *heads)), *(replace(row, cells=tuple(_without_blanks(row))) for row in below)]


def _without_blanks(row: Row) -> list[Cell]:
    """Return the cells of a line but for the empty ones at its end."""
    cells = list(row.cells)
    while cells and not cells[-1].text.strip():
        cells.pop()
    return cells

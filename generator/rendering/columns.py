"""Columns of a slide's table: how wide each is, and how figures stand under one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.rendering.paragraphs import Para
from generator.rendering.style import Style

MARGINS = (9.0, 4.0)  # points inside a cell: left and right, top and bottom

Row = tuple[tuple[Para, ...], ...]


def widths_of(rows: Sequence[Row], total: float, style: Style) -> list[float]:
    """Share out the width: what columns need, the widest giving way; what is left over goes to all alike."""
    columns, room = range(len(rows[0])), hangs(rows, style)
    need = [
        max(max(map(style.measure.width, row[i]), default=0.0) + hang[i] for row, hang in zip(rows, room, strict=True))
        + 2 * MARGINS[0]
        + 2
        for i in columns
    ]
    word = [
        max(max(map(style.measure.word, row[i]), default=0.0) for row in rows) + 2 * MARGINS[0] + 2 for i in columns
    ]
    if sum(need) <= total:
        spare = total - sum(need)
        return [one + spare / len(need) for one in need]
    low, high = 0.0, total
    for _ in range(40):
        cap = (low + high) / 2
        low, high = (cap, high) if sum(min(one, cap) for one in need) < total else (low, cap)
    widths = [max(min(one, low), min(least, total / 2)) for one, least in zip(need, word, strict=True)]
    return [one * total / sum(widths) for one in widths]


def hangs(rows: Sequence[Row], style: Style) -> tuple[tuple[float, ...], ...]:
    """Return how far each cell's text keeps from the right: the widest source numbers of its column, less its own."""
    own = [[max((_marks(para, style) for para in cell), default=0.0) for cell in row] for row in rows]
    widest = [max(column) for column in zip(*own, strict=True)]
    right = [[any(para.align == "r" for para in cell) for cell in row] for row in rows]
    return tuple(
        tuple(most - mark if to_right else 0.0 for most, mark, to_right in zip(widest, marks, rights, strict=True))
        for marks, rights in zip(own, right, strict=True)
    )


def _marks(para: Para, style: Style) -> float:
    marks = tuple(run for run in para.runs if run.mark)
    return style.measure.width(replace(para, runs=marks)) if marks else 0.0

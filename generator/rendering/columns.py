"""Columns of a slide's table: how wide each is, how high rows get, and how figures stand under one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from generator.rendering.paragraphs import Para
from generator.rendering.style import Style

MARGINS = (9.0, 4.0)  # points inside a cell: left and right, top and bottom
_AROUND = 2 * MARGINS[0] + 2
_SHARES = (0.0, 0.3, 0.5, 0.7, 0.9)  # powers tried: all alike, up to the more text the more room

Row = tuple[tuple[Para, ...], ...]


def widths_of(rows: Sequence[Row], total: float, style: Style) -> list[float]:
    """Share out the width: what columns need and the rest to all alike; where it does not do, so that rows stay low."""
    hung = list(zip(rows, hangs(rows, style), strict=True))
    wide = [_widths(row, hang, style) for row, hang in hung]
    need = [max(column) for column in zip(*wide, strict=True)]
    if sum(need) <= total:
        spare = total - sum(need)
        return [one + spare / len(need) for one in need]
    words = [max(style.measure.word(para) for row in rows for para in row[i]) + _AROUND for i in range(len(need))]
    shared = [_shared(need, words, total, share) for share in _SHARES]
    return min(shared, key=lambda widths: sum(height_of(row, widths, style, hang) for row, hang in hung))


def _widths(row: Row, hang: Sequence[float], style: Style) -> list[float]:
    return [
        max(map(style.measure.width, cell), default=0.0) + own + _AROUND for cell, own in zip(row, hang, strict=True)
    ]


def _shared(need: Sequence[float], words: Sequence[float], total: float, share: float) -> list[float]:
    """Return widths by a power of what each column needs, none wider than that, none narrower than its longest word."""
    low, high = 0.0, total
    for _ in range(40):
        cap = (low + high) / 2
        wide = [min(one, cap * (one / max(need)) ** share) for one in need]
        low, high = (cap, high) if sum(wide) < total else (low, cap)
    widths = [max(one, min(least, total / 2)) for one, least in zip(wide, words, strict=True)]
    return [one * total / sum(widths) for one in widths]


def heights_of(rows: Sequence[Row], widths: Sequence[float], style: Style) -> list[float]:
    """Return how high each row stands in columns of such widths."""
    return [height_of(row, widths, style, hang) for row, hang in zip(rows, hangs(rows, style), strict=True)]


def height_of(row: Row, widths: Sequence[float], style: Style, hangs: Sequence[float] = ()) -> float:
    """Return how high a row stands, its texts `hangs` away from the right."""
    inner = [width - 2 * MARGINS[0] - hang for width, hang in zip_longest(widths, hangs, fillvalue=0.0)]
    return max(style.measure.height(cell, width) for cell, width in zip(row, inner, strict=True)) + 2 * MARGINS[1]


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

"""Values beside the points of lines: above or below, a little aside where that is clearer, never one on another."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.charts.layout import Rows
from generator.charts.theme import Look

_OFFSET = 5.5
_MARK = 3.5


_Point = tuple[float, float]
_Line = tuple[_Point, _Point]


class Spot(NamedTuple):
    """Where a value stands: above (1), below (-1) or beside (0) its point, how far and shifted sideways, in points."""

    side: int
    away: float
    shift: float


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: _Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def crossed(self, start: _Point, end: _Point) -> bool:
        """Whether a line between two points runs through the box (Liang and Barsky's clipping)."""
        (x, y), dx, dy = start, end[0] - start[0], end[1] - start[1]
        first, last = 0.0, 1.0
        for run, room in ((-dx, x - self.left), (dx, self.right - x), (-dy, y - self.top), (dy, self.bottom - y)):
            if run == 0:
                if room <= 0:
                    return False
            elif run < 0:
                first = max(first, room / run)
            else:
                last = min(last, room / run)
        return first < last


def spots(data: Rows, look: Look, wanted: Container[int]) -> dict[int, Spot]:
    """Return the spot of each row's value by the row's place: clear of other values, and of lines as far as may be.

    Of the rows whose places are wanted. Rows have `x` and `y` in points from the top left corner, in the order of
    their series. The last value of each series chooses first.
    """
    at = [(row["x"], row["y"]) for row in data]
    last = {row["series"]: i for i, row in enumerate(data)}
    lines = [(at[i], at[j]) for i, j in pairwise(range(len(data))) if data[i]["series"] == data[j]["series"]]
    marks = [_Box(x - _MARK, y - _MARK, x + _MARK, y + _MARK) for x, y in at]
    taken: list[_Box] = []
    found: dict[int, Spot] = {}
    for i in sorted((i for i in range(len(data)) if i in wanted), key=lambda i: i not in last.values()):
        width = look.text_width(data[i]["printed"])
        tried = [(spot, _box(at[i], spot, width, look.size)) for spot in _tries(i, data, at, width)]
        free = [(s, b) for s, b in tried if not any(b.touches(other) for other in taken)]
        found[i], box = min(free or tried, key=lambda choice: _in_the_way(choice[1], lines, marks))
        taken.append(box)
    return found


def _in_the_way(box: _Box, lines: Sequence[_Line], marks: Sequence[_Box]) -> int:
    return sum(box.crossed(*line) for line in lines) + sum(box.touches(mark) for mark in marks)


def _tries(i: int, data: Rows, at: Sequence[_Point], width: float) -> list[Spot]:
    """Return the spots of a value, the likeliest to be clear first: outwards from the other lines and the own bend."""
    same = [j for j, row in enumerate(data) if row["x"] == data[i]["x"] and j != i]
    beside = [at[j][1] for j in (i - 1, i + 1) if 0 <= j < len(data) and data[j]["series"] == data[i]["series"]]
    below = any(at[j][1] < at[i][1] for j in same) or (not same and bool(beside) and all(y < at[i][1] for y in beside))
    first = -1 if below else 1
    level = [Spot(0, 0.0, width / 2 + 6), Spot(0, 0.0, -width / 2 - 6)]
    near, far, farther = (
        [Spot(side, away, shift) for side in (first, -first) for shift in (0.0, 9.0, -9.0, 15.0, -15.0)]
        for away in (_OFFSET, _OFFSET + 7, _OFFSET + 14)
    )
    return [*near, *level, *far, *farther]


def _box(point: _Point, spot: Spot, width: float, size: float) -> _Box:
    x, y = point[0] + spot.shift, point[1]
    tops = {1: y - spot.away - size * 0.85, 0: y - size * 0.43, -1: y + spot.away}
    top = tops[spot.side]
    return _Box(x - width / 2, top, x + width / 2, top + size * 0.85)

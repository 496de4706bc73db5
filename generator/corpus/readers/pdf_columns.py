"""The columns of a table on a PDF's page: where their numbers stand, and which of them a head stands over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from generator.corpus.readers.pdf_boxes import Box, Line

LEAST = 2  # columns, and rows of numbers, that make a table
_MOST = 14  # columns of a table: each way to set heads over them is tried


class Span(NamedTuple):
    """From where to where the numbers of a column reach, or the labels before them."""

    left: float
    right: float

    @property
    def centre(self) -> float:
        """How far from the left it stands."""
        return (self.left + self.right) / 2


class Columns(NamedTuple):
    """Where a table's labels stand, its columns of numbers, and the cells that those stand in."""

    labels: Span
    spans: Sequence[Span]
    to_right: bool  # whether numbers stand at the right of their cells

    def heads(self, line: Line) -> Line:
        """Return what of a line stands over or in the columns: all that begins behind the labels."""
        edge = self.labels.right
        return [box for box in line if box.left >= edge - 1 or (box is not line[0] and box.right > edge)]

    def outside(self, box: Box) -> bool:
        """Whether a box stands outside of the table: before its labels, or behind its numbers."""
        return box.right < self.labels.left or box.left > self.spans[-1].right

    def crossed(self, line: Line, under_heads: bool) -> bool:
        """Whether a line begins over the labels and goes on behind them, as prose does and a caption over the heads.

        A unit in the corner, beside the heads or right under them, only has to end before the numbers.
        """
        edge = self.spans[0].left if under_heads or len(line) > 1 else self.labels.right
        return any(box.left < self.labels.right and box.right > edge + box.height for box in line)

    def torn(self, line: Line) -> bool:
        """Whether a row of numbers has words between its label and the first of them: a label beside prose."""
        behind = [box for box in line[1:] if box.right < self.spans[0].left and not box.states]
        return bool(behind) and any(box.states for box in line)

    def cells(self, line: Line, upper: bool) -> list[tuple[int, Box]]:
        """Return what of a line stands in which column; 0 is that of the labels. Heads stand below an `upper` one."""
        heads = self.heads(line)
        places = self._places(heads, upper) if heads else []
        return [*((0, box) for box in line if box not in heads), *zip(places, heads, strict=True)]

    def widened(self, lines: Sequence[Line]) -> Columns:
        """Return columns as wide as the heads over them."""
        wide = list(self.spans)
        for heads in map(self.heads, lines):
            if len(heads) == len(wide):
                wide = [Span(min(c.left, h.left), max(c.right, h.right)) for c, h in zip(wide, heads, strict=True)]
        return self._replace(spans=wide) if all(a.right <= b.left for a, b in pairwise(wide)) else self

    def _places(self, heads: Line, upper: bool) -> list[int]:
        """Return the columns of boxes; of a head over several columns, the first of them.

        Where a row's heads can't be told to be over which columns, all of them go to the first: they are then read as
        what is said of every column, and contradict one another.
        """
        if len(heads) == len(self.spans):
            return list(range(1, len(self.spans) + 1))
        if any(box.states for box in heads):
            return [self._nearest(box) for box in heads]
        if len(heads) == 1:
            cells = self._in_cells()
            away = abs((cells[0].left + cells[-1].right) / 2 - heads[0].centre)
            return [1 if upper or away < self._way() else self._nearest(heads[0])]
        begun, ended = [self._begun_with(box) for box in heads], [self._ended_with(box) for box in heads]
        if all(begun):
            return begun
        if all(ended):
            return [1, *(end + 1 for end in ended[:-1])] if upper else ended
        mixed = [b or (e if e and self._fits(box, e) else 0) for box, b, e in zip(heads, begun, ended, strict=True)]
        if any(begun) and (mixed[0] == 1 or not upper) and all(low < high for low, high in pairwise([0, *mixed])):
            return mixed
        return self._parted(heads) or [1] * len(heads)

    def _way(self) -> float:
        """Return how far it is from column to column."""
        return (self.spans[-1].right - self.spans[0].right) / (len(self.spans) - 1)

    def _in_cells(self) -> list[Span]:
        """Return the cells of the columns: each reaches from where the one before it ends."""
        spans = self.spans
        if not self.to_right:
            return list(spans)
        first = Span(max(spans[0].right - self._way(), self.labels.right), spans[0].right)
        return [first, *(Span(one.right, other.right) for one, other in pairwise(spans))]

    def _nearest(self, box: Box) -> int:
        return min(range(len(self.spans)), key=lambda i: abs(self.spans[i].centre - box.centre)) + 1

    def _begun_with(self, box: Box) -> int:
        """Return the column whose numbers, or whose cells, begin where a box does; 0 for none."""
        numbers = (i for i, span in enumerate(self.spans, 1) if abs(span.left - box.left) < box.height / 2)
        cells = (i for i, cell in enumerate(self._in_cells(), 1) if 0 <= box.left - cell.left < box.height * 1.2)
        return next(numbers, 0) or next(cells, 0)

    def _ended_with(self, box: Box) -> int:
        """Return the column that ends where a box does, 0 for none."""
        return next((i for i, span in enumerate(self.spans, 1) if abs(span.right - box.right) < box.height / 2), 0)

    def _fits(self, box: Box, column: int) -> bool:
        return box.left >= self._in_cells()[column - 1].left - 2 * box.height

    def _parted(self, heads: Line) -> list[int]:
        """Return the first column of each head, where each stands over the middle of its cells; nothing elsewhere."""
        cells, count = self._in_cells(), len(self.spans)
        starts = [(0, *cuts) for cuts in combinations(range(1, count), len(heads) - 1)]

        def off(start: tuple[int, ...]) -> float:
            parts = pairwise((*start, count))
            middles = [(cells[low].left + cells[high - 1].right) / 2 for low, high in parts]
            return max(abs(middle - box.centre) for middle, box in zip(middles, heads, strict=True))

        near = [start for start in starts if off(start) < self._way() / 4]
        even = tuple(range(0, count, count // len(heads))) if starts and count % len(heads) == 0 else ()
        best = [start for start in near if start == even] or near
        return [place + 1 for place in best[0]] if len(best) == 1 else []


def is_row(line: Line) -> bool:
    """Whether a line has numbers enough to be a row of a table."""
    return sum(box.states for box in line) >= LEAST


def columns_of(lines: Sequence[Line]) -> Columns | None:
    """Return the columns that the numbers of several lines stand in; None where they make none."""
    held: list[list[Box]] = []
    rows = [line for line in lines if is_row(line)]
    for box in sorted(box for line in rows for box in line if box.states):
        if held and box.left < max(other.right for other in held[-1]):
            held[-1].append(box)
        else:
            held.append([box])
    if not LEAST <= len(held) <= _MOST:
        return None
    spans = [Span(min(box.left for box in boxes), max(box.right for box in boxes)) for boxes in held]
    found = [line[0] for line in rows if line[0].left < spans[0].left and not line[0].states]
    left = min((box.left for box in found), default=spans[0].left)
    labels = Span(left, min(max((box.right for box in found), default=left), spans[0].left))
    return Columns(labels, spans, _ragged(held, lambda box: box.right) < _ragged(held, lambda box: box.centre))


def _ragged(columns: Sequence[Sequence[Box]], edge: Callable[[Box], float]) -> float:
    """Return how far the edges of the numbers in columns lie apart."""
    return sum(max(map(edge, boxes)) - min(map(edge, boxes)) for boxes in columns)

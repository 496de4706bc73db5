"""The columns of a table on a page: where their numbers stand, and the cells around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.corpus.pages.boxes import Box, Line

LEAST = 2  # columns, and rows of numbers, that make a table
_MOST = 14  # columns of a table
Cells = list[tuple[int, Box]]  # of a row: each in which column; 0 is that of the labels


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
    cells: Sequence[Span]

    @property
    def way(self) -> float:
        """How far it is from column to column."""
        return (self.spans[-1].right - self.spans[0].right) / (len(self.spans) - 1)

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

    def widened(self, lines: Sequence[Line]) -> Columns:
        """Return columns as wide as the heads over them."""
        wide = list(self.spans)
        for heads in map(self.heads, lines):
            if len(heads) == len(wide):
                wide = [Span(min(c.left, h.left), max(c.right, h.right)) for c, h in zip(wide, heads, strict=True)]
        return self._replace(spans=wide) if all(a.right <= b.left for a, b in pairwise(wide)) else self


def is_row(line: Line) -> bool:
    """Whether a line has numbers enough to be a row of a table."""
    return sum(box.states for box in line) >= LEAST


def runs(rows: Sequence[int], parted: Callable[[int, int], bool]) -> Iterator[Sequence[int]]:
    """Yield the lines of each run of rows that may be one table; `parted`, whether two rows are of one each."""
    low = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or parted(rows[place - 1], rows[place]):
            if place - low >= LEAST:
                yield rows[low:place]
            low = place


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
    return Columns(labels, spans, list(_cells(spans, labels, held)))


def _cells(spans: Sequence[Span], labels: Span, held: Sequence[Sequence[Box]]) -> Iterator[Span]:
    """Yield the cells of columns: numbers stand at the right of them all, at their left, or in their middle."""
    way = (spans[-1].right - spans[0].right) / (len(spans) - 1)
    right, left, centre = (_ragged(held, edge) for edge in ("right", "left", "centre"))
    if right <= min(left, centre) + len(spans):  # numbers of as many digits are even at both ends
        edges = [max(spans[0].right - way, labels.right), *(span.right for span in spans)]
    elif left <= centre:
        edges = [*(span.left for span in spans), spans[-1].left + way]
    else:
        between = [(one.centre + other.centre) / 2 for one, other in pairwise(spans)]
        edges = [max(spans[0].centre - way / 2, labels.right), *between, spans[-1].centre + way / 2]
    yield from (Span(*edge) for edge in pairwise(edges))


def _ragged(columns: Sequence[Sequence[Box]], edge: str) -> float:
    """Return how far the edges of the numbers in columns, or their middles, lie apart."""
    places: Iterator[list[float]] = ([getattr(box, edge) for box in boxes] for boxes in columns)
    return sum(max(found) - min(found) for found in places)

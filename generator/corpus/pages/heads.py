"""Heads of a table on a page: over which columns each stands, and which lines are one row of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce
from itertools import combinations, pairwise

from generator.corpus.bars import OR
from generator.corpus.pages.boxes import Box, Line, one
from generator.corpus.pages.columns import Cells, Columns, Span
from generator.corpus.pages.labels import TORN

_CLOSE, _LINE = 1.15, 2.4  # of the way from row to row, and of the height of letters: lines further apart are rows
_EVEN = 1.5  # points that heads set under one another may miss one another by
_YEAR = re.compile(r"(?:19|20)\d\d ?年?")
_BESIDE = 0.8  # of it: how far a head may reach out of its cell


def rows_of_heads(columns: Columns, lines: Sequence[Line], way: float) -> list[Cells]:
    """Return lines of heads as rows of cells; what one row has set on several lines is put together.

    `way` is how far it is from row to row below them.
    """
    rows: list[Cells] = []
    alone: Cells = []  # the line below, where each of its heads may be over one column
    for i, line in reversed(list(enumerate(lines))):
        row = _alone(columns, line)
        under = next(
            (below for below in (*rows[:1], alone) if below and row and _of_one_row(columns, row, below, way)), None
        )
        if under:
            rows[0] = alone = _together(row, under)
        else:
            rows.insert(0, cells(columns, line, upper=i + 1 < len(lines)))
            alone = row
    return rows


def cells(columns: Columns, line: Line, upper: bool = False) -> Cells:
    """Return what of a line stands in which column. Heads stand below an `upper` one.

    Heads that can't be told to be over which columns are in the first, parted by OR: what is said of any is in doubt.
    """
    heads = columns.heads(line)
    labels = [(0, box) for box in line if box not in heads]
    if not heads:
        return labels
    if places := _places(columns, heads, upper):
        return [*labels, *zip(places, heads, strict=True)]
    return [*labels, (1, reduce(one, heads)._replace(words=OR.join(box.words for box in heads)))]


def _alone(columns: Columns, line: Line) -> Cells:
    """Return what of a line stands in which column where each head may be over one; where one is over several, none."""
    heads = columns.heads(line)
    places = [_cell(columns, box) for box in heads]
    if not all(places) or len({*places}) < len(places) or _over_several(columns, heads):
        return []
    return [*((0, box) for box in line if box not in heads), *zip(places, heads, strict=True)]


def _over_several(columns: Columns, heads: Line) -> bool:
    """Whether each head stands over the middle of several columns, and all of them over all."""
    starts = _parted(columns, heads) if 0 < len(heads) < len(columns.cells) else []
    return bool(starts) and all(high - low > 1 for low, high in pairwise([*starts, len(columns.cells) + 1]))


def _cell(columns: Columns, box: Box) -> int:
    """Return the column in whose cell a head stands, 0 for none."""
    beside = box.height * _BESIDE
    inside = [i for i, c in enumerate(columns.cells) if box.left >= c.left - beside and box.right <= c.right + beside]
    return min(inside, key=lambda i: abs(columns.cells[i].centre - box.centre), default=-1) + 1


def _of_one_row(columns: Columns, row: Cells, below: Cells, way: float) -> bool:
    """Whether the cells of a line are the first words of those of the row below it."""
    held, heads = dict(below), [(place, box) for place, box in row if place]
    others = [place for place, _ in below if place]
    if len(heads) == len(others) == len(columns.cells) or len({*others}) < max(len(others), 1):
        return False
    height = max(box.height for _, box in row)
    gap = min(box.bottom for _, box in row) - max(box.top for _, box in below)
    if gap + height > min(way * _CLOSE, height * _LINE):
        return False
    if not heads:
        return 0 in held and bool(TORN.match(held[0].words))
    over = [(box, held[place]) for place, box in heads if place in held]
    years = over and all(_YEAR.fullmatch(box.words) for box, _ in over)  # `2025` is over both `RMB` and `US$`
    even = all(_cell(columns, under) and _even(box, under) for box, under in over)
    return not years and even and not _led([place for place, _ in heads], over, columns)


def _led(places: Sequence[int], over: Sequence[tuple[Box, Box]], columns: Columns) -> bool:
    """Whether heads may be over as many columns each, set at the left of the first of them or the right of the last."""
    count = len(columns.cells)
    left = all(abs(box.left - under.left) < _EVEN for box, under in over) and places[0] == 1
    right = all(abs(box.right - under.right) < _EVEN for box, under in over) and places[-1] == count
    return bool(over) and len(places) < count and (left or (right and len(places) > 1 and count % len(places) == 0))


def _even(box: Box, under: Box) -> bool:
    """Whether a box stands over another as the lines of one cell do."""
    edges = abs(box.left - under.left), abs(box.right - under.right), abs(box.centre - under.centre)
    return min(edges) < _EVEN


def _together(row: Cells, below: Cells) -> Cells:
    held = dict(row)
    for place, box in below:
        first = held.get(place)
        held[place] = one(first, box) if first else box
    return sorted(held.items())


def _places(columns: Columns, heads: Line, upper: bool) -> list[int]:
    """Return the columns of boxes, of a head over several columns the first of them; none where they can't be told."""
    count = len(columns.spans)
    if len(heads) == count:
        return list(range(1, count + 1))
    if any(box.states for box in heads):
        return [_nearest(columns, box) for box in heads]
    if len(heads) == 1:
        away = abs((columns.cells[0].left + columns.cells[-1].right) / 2 - heads[0].centre)
        return [1 if upper or away < columns.way else _nearest(columns, heads[0])]
    begun, ended = ([edge(columns, box) for box in heads] for edge in (_begun_with, _ended_with))
    if all(begun):
        return begun
    if all(ended):
        return [1, *(end + 1 for end in ended[:-1])] if upper else ended
    fits = (b or (e if e and _fits(columns, box, e) else 0) for box, b, e in zip(heads, begun, ended, strict=True))
    mixed = list(fits)
    if any(begun) and (mixed[0] == 1 or not upper) and all(low < high for low, high in pairwise([0, *mixed])):
        return mixed
    return _parted(columns, heads) or _over_first(columns, heads)


def _nearest(columns: Columns, box: Box) -> int:
    spans = columns.spans
    return min(range(len(spans)), key=lambda i: abs(spans[i].centre - box.centre)) + 1


def _begun_with(columns: Columns, box: Box) -> int:
    """Return the column whose numbers, or whose cells, begin where a box does; 0 for none."""
    numbers = (i for i, span in enumerate(columns.spans, 1) if abs(span.left - box.left) < box.height / 2)
    inside = (i for i, cell in enumerate(columns.cells, 1) if 0 <= box.left - cell.left < box.height * 1.2)
    return next(numbers, 0) or next(inside, 0)


def _ended_with(columns: Columns, box: Box) -> int:
    """Return the column that ends where a box does, 0 for none."""
    return next((i for i, span in enumerate(columns.spans, 1) if abs(span.right - box.right) < box.height / 2), 0)


def _fits(columns: Columns, box: Box, column: int) -> bool:
    return box.left >= columns.cells[column - 1].left - 2 * box.height


def _parted(columns: Columns, heads: Line) -> list[int]:
    """Return the first column of each head, where each stands over the middle of its cells; nothing elsewhere."""
    count = len(columns.cells)
    near = _over_middles(columns, heads, count)
    even = [tuple(range(0, count, count // len(heads)))] if count % len(heads) == 0 else []
    best = [starts for starts in near if starts in even] or near
    return [start + 1 for start in best[0]] if len(best) == 1 else []


def _over_first(columns: Columns, heads: Line) -> list[int]:
    """Return the first column of each head, where the last columns have none: `2024 | 2025` before a change."""
    ends = range(len(heads), len(columns.cells))
    near = [starts for end in ends for starts in _over_middles(columns, heads, end)]
    return [start + 1 for start in near[0]] if len(near) == 1 else []


def _over_middles(columns: Columns, heads: Line, end: int) -> list[tuple[int, ...]]:
    """Return where heads may begin to be over all columns up to an end, each over the middle of its own."""

    def off(starts: tuple[int, ...]) -> float:
        parts = (Span(columns.cells[low].left, columns.cells[high - 1].right) for low, high in pairwise((*starts, end)))
        return max(abs(part.centre - box.centre) for part, box in zip(parts, heads, strict=True))

    ways = ((0, *cuts) for cuts in combinations(range(1, end), len(heads) - 1))
    return [starts for starts in ways if off(starts) < columns.way / 4]

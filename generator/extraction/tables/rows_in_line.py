"""Tables whose rows a page has run into one line, or whose cells it has set each on a line of its own, below a head that names its columns.

What they have in common is a run of rows: each a name and as many amounts as the others, of the same kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extraction.frozen import frozen
from generator.extraction.tables.columns import Stretch
from generator.extraction.tables.flat import runs_of
from generator.extraction.tables.head_marks import Mark, marks_in
from generator.extraction.tables.lines import cell_at
from generator.extraction.tables.named_head import RANK, NamedHead, named_head
from generator.extraction.tables.namer import Namer
from generator.extraction.tables.shapes import Cell, Grid, Row

_FIRST = re.compile(r"(?:^|[\s一-鿿)%])(?:No\.? ?|#)?1[.)]?(?:\s+|(?=[一-鿿])(?![年季月日]))[^\d\s][^\d]{0,45}$")
_NAME = re.compile(
    r"(?=[A-Za-z一-鿿])(?:[^.,;:|()。!?\d]|\([^()]{1,40}\)|\d(?!\d*[.,%])|(?:,? (?:Inc|Corp|Co|Ltd)\.)){1,46}"
)
_LEAST = 2  # rows of a table
_LONGEST = 60  # characters before a row that is not the first


@frozen
class Told:
    """A row: what stands before its amounts, and those."""

    before: Stretch
    cells: tuple[Stretch, ...]


def tables_in_line(text: str, start: int, end: int, namer: Namer) -> Iterator[Grid]:
    """Yield the tables of a stretch below heads that name their columns."""
    even = text.replace("\n", " ") if text.find("\n", start, end) >= 0 else text
    told = _told(even, start, end)
    while told:
        rows = _together(even, told)
        marks = marks_in(text, *rows[0].before, namer, whole=False) if len(rows) >= _LEAST else []
        if len(marks) > 1 and marks[-1].kind == "name" and any(mark.account for mark in marks[:-1]):
            marks = marks[:-1]  # `GAAP Non-GAAP Revenue`: the first row's own name
        head = named_head(text, marks, [row.cells for row in rows])
        labels = [_label(even, row.before) for row in (_below(rows[0], marks), *rows[1:])] if head else []
        if head and all(labels):
            yield _grid(text, rows, labels, head)
        told = told[len(rows) :]


def _told(text: str, start: int, end: int) -> list[Told]:
    """Return the rows of amounts of a stretch; a rank behind them is that of the next row."""
    found: list[Told] = []
    low, rank = start, 0
    for run in runs_of(text, start, end):
        before, cells = Stretch(low, run[0].start), run
        said = text[slice(*before)]
        rank = 1 if _FIRST.search(said) else rank + 1 if rank else 0
        if rank and text[slice(*run[-1])] == str(rank + 1):
            cells = run[:-1]
        found.append(Told(before, cells))
        low = cells[-1].end
    return found


def _together(text: str, told: Sequence[Told]) -> list[Told]:
    """Return the first of some rows and those that go on with it: as many amounts behind a name each."""
    rows = [told[0]]
    for row in told[1:]:
        if len(row.cells) != len(told[0].cells) or _label(text, row.before) is None:
            break
        rows.append(row)
    return rows


def _below(row: Told, marks: Sequence[Mark]) -> Told:
    """Return the first row without the head before its name."""
    return Told(Stretch(marks[-1].end, row.before.end), row.cells)


def _label(text: str, before: Stretch) -> Stretch | None:
    """Return the name that a stretch is, without its rank; None where it is no name."""
    if before.end - before.start > _LONGEST:
        return None
    said = text[slice(*before)]
    start = len(said) - len(said.lstrip(" \t*"))
    ranked = RANK.match(said, start)
    start = ranked.end() if ranked else start
    name = said[start:].rstrip(" \t*")
    return Stretch(before.start + start, before.start + start + len(name)) if _NAME.fullmatch(name) else None


def _grid(text: str, rows: Sequence[Told], labels: Sequence[Stretch | None], head: NamedHead) -> Grid:
    """Return a table from the words over its names on."""
    start = head.start
    top = Row(start, rows[0].before.end, (Cell(start, start, ""), *head.cells))
    body = [
        Row(label.start, row.cells[-1].end, tuple(cell_at(text, *cell) for cell in (label, *row.cells)))
        for row, label in zip(rows, labels, strict=True)
        if label
    ]
    return Grid(start, body[-1].end, (top, *body), head.caption)

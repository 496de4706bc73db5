"""Heads that name each column of a table whose layout a page has lost, in one line or in several, and what is told of all columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.corpus.bars import OR
from generator.extraction.frozen import frozen
from generator.extraction.tables.beside import titles_before
from generator.extraction.tables.columns import Stretch
from generator.extraction.tables.head_forms import columns_of
from generator.extraction.tables.head_marks import Mark, corner_before, marks_in, opens_corner
from generator.extraction.tables.kinds import kinds, with_growth
from generator.extraction.tables.namer import Namer
from generator.extraction.tables.shapes import Cell, Row
from generator.extraction.tables.units_named import unit_in

_UNIT = re.compile(r"\s*\([^()]*\)$")
RANK = re.compile(r"(?:No\.? ?|#)?\d{1,2}[.)]?(?:\s+(?=[^\d\s])|(?=[一-鿿])(?![年季月日]))")
_FIRST = re.compile(r"(?:No\.? ?|#)?1[.)]?(?:\s+(?=[^\d\s])|(?=[一-鿿])(?![年季月日]))")
_MOST = 16  # lines of a head
_LONGEST = 130  # characters of one


@frozen
class NamedHead:
    """Where it begins, the cells over each column, and what stands above them or behind the table that goes for all."""

    start: int
    cells: tuple[Cell, ...]
    caption: str


def named_head(text: str, marks: Sequence[Mark], rows: Sequence[Sequence[Stretch]]) -> NamedHead | None:
    """Return the head that marks are over rows of cells; None where they name no metric, or not each column."""
    if not rows or not any(mark.kind == "name" and mark.known for mark in marks):
        return None
    marks, unit = _unit_of_all(marks)
    told = kinds(text, rows)
    columns = columns_of(marks, told) or with_growth(text, columns_of(marks, told[:-1]), rows)
    if not columns:
        return None
    start = corner_before(text, 0, marks[0].start)
    cells = tuple(Cell(*column.place, column.said) for column in columns)
    return NamedHead(start, cells, f"{titles_before(text, start)} {unit}".strip())


def head_above(text: str, lines: Sequence[Row], rows: Sequence[Row], namer: Namer) -> NamedHead | None:
    """Return the head that the lines above some rows are, from the words over their names on; None where they are none."""
    if not lines:
        return None
    width = Counter(len(row.cells) for row in rows).most_common(1)[0][0]
    cells = [[Stretch(cell.start, cell.end) for cell in row.cells[1:]] for row in rows if len(row.cells) == width]
    for low in _begins(text, lines[-_MOST:], namer):
        marks = marks_in(text, low, lines[-1].end, namer, whole=True)
        if found := named_head(text, marks, cells):
            return found
    return None


def crammed(text: str, rows: Sequence[Row], namer: Namer) -> list[Row]:
    """Return a table with bars whose heads a page's layout has pushed into one cell, each over its column; nothing for any other."""
    body = [row for row in rows if not any(OR in cell.text for cell in row.cells)]
    if len(body) == len(rows) or not body or rows[-len(body) :] != body:
        return []
    found = head_above(text, rows[: -len(body)], body, namer)
    return under(found, body) if found else []


def under(head: NamedHead, rows: Sequence[Row]) -> list[Row]:
    """Return the row of a head, and the rows below it without the ranks before their names, if the first has the first."""
    top = Row(head.start, rows[0].start, (Cell(head.start, head.start, ""), *head.cells))
    ranked = _FIRST.match(rows[0].cells[0].text)
    return [top, *(replace(row, cells=(_named(row.cells[0]), *row.cells[1:])) if ranked else row for row in rows)]


def _named(cell: Cell) -> Cell:
    """Return a cell without the rank before its name."""
    rank = RANK.match(cell.text)
    return Cell(cell.start + rank.end(), cell.end, cell.text[rank.end() :]) if rank else cell


def _begins(text: str, lines: Sequence[Row], namer: Namer) -> list[int]:
    """Return where the head may begin that some lines end with: at the words over names, or a line of nothing but marks."""
    lows: list[int] = []
    for seen, line in enumerate(reversed(lines)):
        if line.end - line.start > _LONGEST or text[line.end - 1] in ".!?。;":
            break
        if opens_corner(text, line.start, line.end):
            return [line.start]
        plain = marks_in(text, line.start, line.end, namer, whole=True)
        known = sum(mark.known for mark in plain)
        if plain and len(lows) == seen and (known == len(plain) or (seen == 0 and known > 1)):
            lows.insert(0, line.start)
    return lows


def _unit_of_all(marks: Sequence[Mark]) -> tuple[list[Mark], str]:
    """Return marks, and the unit in brackets behind the last of them where it goes for all: `2Q23 Change (in millions)`."""
    last = marks[-1]
    aside = _UNIT.search(last.said)
    unit = unit_in(aside[0]) if aside else None
    if aside is None or unit is None or unit.name in ("percent", "percentage_point") or last.kind == "name":
        return list(marks), ""
    return [*marks[:-1], replace(last, said=last.said[: aside.start()])], aside[0].strip()

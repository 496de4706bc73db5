"""Tables that a page has flattened, as rows of cells: those that a line holds, whose heads may stand in the line over it, or a run of short lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.torn import CJK
from generator.extraction.tables.beside import titled
from generator.extraction.tables.flat import FlatRow, flat_tables
from generator.extraction.tables.head_line import heads_above, spans
from generator.extraction.tables.namer import Namer
from generator.extraction.tables.over import in_currency
from generator.extraction.tables.rows_in_line import tables_in_line
from generator.extraction.tables.shapes import Cell, Grid, Row
from generator.extraction.tables.stacked_zh import stacked_tables

_ABOVE = 4  # lines above a table's heads that are its caption
_HAN = re.compile(rf"[{CJK}]{{2}}")


def run_in(text: str, title: Row, over: Row, row: Row, namer: Namer) -> Iterator[Grid]:
    """Yield the tables that a page has run into a line, or whose heads alone it has left in the line over it."""
    low = heads_above(text, over, row)
    spanned = low < row.start and spans(text, over)  # `Three Months Ended` over days that head the line
    found = [] if spanned else [titled(text, grid, over) for grid in flat_grids(text, row.start, row.end, namer)]
    if not found and low < row.start:
        found = [titled(text, grid, title) for grid in flat_grids(text, low, row.end, namer)]
    yield from found


def flat_grids(text: str, start: int, end: int, namer: Namer, stacked: bool = False) -> Iterator[Grid]:
    """Yield the tables that a line of words turns out to hold, in its place; of `stacked` cells, from their heads on."""
    if named := list(tables_in_line(text, start, end, namer)):
        yield from named
        return
    torn = stacked and _HAN.search(text, start, end)
    for table in stacked_tables(text, start, end) if torn else flat_tables(text, start, end):
        rows = tuple(_flat_row(row) for row in (table.heads, *table.rows))
        lines = text[slice(*table.caption)].split("\n")[-_ABOVE:]
        caption = (" " if stacked else " | ").join(lines).strip(" |")
        caption = in_currency(caption, text[rows[0].start : rows[-1].end])
        yield Grid(rows[0].cells[1].start if stacked else table.start, rows[-1].end, rows, caption)


def _flat_row(row: FlatRow) -> Row:
    cells = tuple(Cell(start, end, said.strip()) for (start, end), said in row.cells)
    return Row(cells[0].start, cells[-1].end, cells)

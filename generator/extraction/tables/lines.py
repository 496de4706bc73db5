"""The lines of a text as tables have them: cells parted by bars, a label and numbers, words, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from generator.extraction.tables.columns import row_of
from generator.extraction.tables.shapes import Cell, Row

_LINE = re.compile(r"^.*$", re.M)
_RULE = re.compile(r"[\s|:+=-]+")  # |---|:--:|
_BAR = re.compile(r"[|│]")
_DRAWN = "│"  # a bar of pages that set each line of a table as a paragraph
_LEAST = 2  # cells of a line of a table
# `Net profit RMB1.2 billion | +16.9% Y/Y | -8.3% Q/Q`: a line that says all of itself, and needs no heads
_SAYS_ALL = re.compile(
    r"[^|\d]{0,60}[A-Za-z][^|\d]{0,12}\d[^|]{0,60}(?:\|\s*[+-]?\d[\d.]* ?(?:%|pp[ts]{0,2}|pts|bps?) ?\(?(?:Y/Y|Q/Q|y-o-y|q-o-q|y-y|q-q|YoY|QoQ|year[- ]over[- ]year|quarter[- ]over[- ]quarter)\)?\s*){1,2}",
    re.I,
)
_BULLET = re.compile(r"[·•●▪■◆○*–-]|\(?[a-z\d]{1,2}[.)]")
Kind = Literal["bars", "columns", "words", "blank"]
_WIDEST = 60  # cells of a line


def lines_of(text: str, low: int, high: int) -> Iterator[tuple[Kind, Row]]:
    """Yield the lines of a stretch, each with what kind it is of."""
    for line in _LINE.finditer(text, low, high):
        start, end = line.span()
        if cells := _barred(text, start, end):
            yield "bars", Row(start, end, cells)
        elif stretches := row_of(text, start, end):
            yield "columns", Row(start, end, tuple(cell_at(text, *stretch) for stretch in stretches))
        else:  # a rule below one cell, the title of a table, is none of its words
            said = line.group().strip()
            yield "words" if said and not _RULE.fullmatch(said) else "blank", Row(start, end, ())


def closed(text: str, lines: Iterator[tuple[Kind, Row]]) -> Iterator[tuple[Kind, Row]]:
    """Yield lines without the blank ones between two whose cells drawn bars part."""
    blank: list[tuple[Kind, Row]] = []
    last: Row | None = None  # the line with drawn bars that stands above
    for kind, row in lines:
        if kind == "blank":
            blank.append((kind, row))
            continue
        drawn = row if kind == "bars" and text.find(_DRAWN, row.start, row.end) >= 0 else None
        yield from [] if last and drawn and len(last.cells) == len(drawn.cells) else blank
        yield kind, row
        blank, last = [], drawn
    yield from blank


def parted(text: str, rows: list[Row]) -> Iterator[list[Row]]:
    """Yield the rows of each table of a run of them, parted before each line that a rule stands below; rules left out."""
    table: list[Row] = []
    for row in rows:
        if not _RULE.fullmatch(text, row.start, row.end):
            table.append(row)
        elif len(table) > 1:
            yield table[:-1]
            table = table[-1:]
    yield table


def _barred(text: str, start: int, end: int) -> tuple[Cell, ...]:
    """Return a line's cells, those of its borders left out; none where it is no line of a table with bars."""
    if text.find("|", start, end) < 0 and text.find(_DRAWN, start, end) < 0:
        return ()
    bars = [bar.start() for bar in _BAR.finditer(text, start, end)]
    if not bars or len(bars) > _WIDEST or _SAYS_ALL.fullmatch(text, start, end):
        return ()
    cells = [cell_at(text, low + 1, high) for low, high in pairwise((start - 1, *bars, end))]
    bordered = (not cells[0].text, not cells[-1].text)
    inner = cells[bordered[0] : len(cells) - bordered[1]]
    # `| · | Total revenues were RMB12.9 billion. |`: so filings set lists
    if inner and _BULLET.fullmatch(inner[0].text):
        inner = inner[1:]
    return tuple(inner) if len(inner) >= _LEAST else ()


def cell_at(text: str, start: int, end: int) -> Cell:
    """Return the cell that a stretch is, without the blanks around it."""
    said = text[start:end]
    stripped = said.strip()
    start += len(said) - len(said.lstrip()) if stripped else 0
    return Cell(start, start + len(stripped), stripped)

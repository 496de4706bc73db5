"""Lists whose lead declares in brackets what each item tells, read as the tables that they are: `The five biggest (shipments, share):` over `1. Lenovo - 16.0m, 23.5%`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.tables.columns import Stretch
from generator.extraction.tables.lines import cell_at
from generator.extraction.tables.shapes import Cell, Grid, Row

# IDC's five biggest vendors in Q3 (shipments, share, year-on-year change):
_LEAD = re.compile(r"^(?P<lead>[^\n()]{4,160}?) ?\((?P<columns>[^()\n\d]{3,90})\) ?:?[ \t]*$", re.M)
_PARTS = re.compile(r"\s*(?:[,、/|;]|,? and (?=\w)|和|及)\s*")
_ITEM = re.compile(
    r"\s*(?:[-*•·] ?)?(?:(?:No\.? ?|#)?\d{1,2}[.)、] ?)?(?P<name>[^\W\d][^\n:,|\d]{0,30}?) ?(?::| [-–—] | (?=[\d$¥€]))[ \t]*(?P<cells>[^\n:]{3,120}?)[.;。]?[ \t]*(?:\n|\Z)"
)
_BETWEEN = re.compile(r"(?:(?<!\d),|,(?!\d{3}(?![\d.]))|[、/|;])\s*")
_NUMBER = re.compile(r"[^\d]{0,6}\d[\d.,]*[^\d]{0,14}")
# What a head means that says no more than this, beside others.
_SHARE = re.compile(r"(?:% )?share", re.I)
_GROWTH = re.compile(r"growth(?: rate)?|(?:% )?change|增[速幅]|增长率?|变[动化]", re.I)
_LEAST = 2  # columns, and items below them


def declared(text: str, start: int, end: int) -> Iterator[Grid]:
    """Yield the lists of a stretch below a line that ends with their columns in brackets."""
    for lead in _LEAD.finditer(text, start, end):
        heads = _pieces(text, *lead.span("columns"), _PARTS)
        rows = list(_items(text, lead.end(), end, len(heads))) if len(heads) >= _LEAST else []
        if len(rows) >= _LEAST:
            corner = Cell(lead.start(), lead.start(), "")
            top = Row(lead.start(), lead.end(), (corner, *(_head(text, head) for head in heads)))
            yield Grid(lead.start(), rows[-1].end, (top, *rows), lead["lead"])


def _items(text: str, start: int, end: int, width: int) -> Iterator[Row]:
    """Yield the items right below a lead, as long as each has a name and as many numbers as there are columns."""
    at = start
    while item := _ITEM.match(text, at, end):
        cells = _pieces(text, *item.span("cells"), _BETWEEN)
        if len(cells) != width or not all(_NUMBER.fullmatch(text, *cell) for cell in cells):
            return
        name = Stretch(*item.span("name"))
        yield Row(name.start, cells[-1].end, (cell_at(text, *name), *(cell_at(text, *cell) for cell in cells)))
        at = item.end()


def _pieces(text: str, start: int, end: int, between: re.Pattern[str]) -> list[Stretch]:
    """Return the parts of a stretch between its joints."""
    pieces, at = [], start
    for joint in between.finditer(text, start, end):
        pieces.append(Stretch(at, joint.start()))
        at = joint.end()
    return [*pieces, Stretch(at, end)]


def _head(text: str, stretch: Stretch) -> Cell:
    said = text[slice(*stretch)]
    full = "market share" if _SHARE.fullmatch(said) else "YoY" if _GROWTH.fullmatch(said) else said
    return Cell(*stretch, full)

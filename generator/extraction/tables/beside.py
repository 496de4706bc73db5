"""What the lines beside a table say of all of it: `Non-GAAP Quarterly Results` above, `(shipments in millions of units)` below."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from generator.extraction.tables.shapes import Grid, Row
from generator.extraction.tables.units_named import unit_in

_BELOW = re.compile(r"[ \t|]*\n[ \t]*(?P<said>[(（][^()（）\n]{3,80}[)）])[ \t]*(?=\n[ \t]*(?:\n|$)|\Z)")
# `Total 62,997 … Source: Gartner (October 2024) Shipment Estimates (Thousands of Units)`, behind a table in one line
_BEHIND = re.compile(
    r"[^\n()]{0,200}(?:\([^()\n]{0,60}\)[^\n()]{0,160}){0,3}?(?P<said>\((?=[^()\n]{0,40}(?:thousand|million|billion|[千百万亿]))[^()\n\d]{3,60}\))",
    re.I,
)
_STOP = re.compile(r"(?:(?<=[a-z\d%)][.!?])\s+(?=[A-Z\d])|[。!?])\s*")
_MOST = 240  # characters of a title
_TITLE = re.compile(
    r"(?=[^.!?。:：]{0,80}(?:GAAP|IFRS|millions|thousands|billions|(?<![\d百千万])(?:百万|[千万亿])元))[^.!?。:：]{4,90}:?\s*"
)


def titled(text: str, grid: Grid, above: Row) -> Grid:
    """Return a table that has no caption with the line above in its place, where this tells whose profits or which unit; of a caption without a unit, with both."""
    said = text[above.start : above.end]
    if not _TITLE.fullmatch(said) or (grid.caption and (unit_in(grid.caption) or not unit_in(said))):
        return grid
    return replace(grid, caption=f"{said.strip()} {grid.caption}".strip())


def titles_before(text: str, start: int) -> str:
    """Return the titles that end where a table begins: in its line behind the last full stop, or in the two lines above."""
    line = text.rfind("\n", 0, start) + 1
    stop = max((stop.end() for stop in _STOP.finditer(text, max(line, start - _MOST), start)), default=line)
    if said := text[max(stop, start - _MOST) : start].strip():
        return said
    lines = [said for line in text[max(0, start - 2 * _MOST) : start].split("\n") if (said := line.strip())]
    return " ".join(takewhile(lambda said: len(said) < _MOST and said[-1] not in ".!?。", lines[:-3:-1]))


def with_unit_below(text: str, grid: Grid) -> Grid:
    """Return a table with the unit told in the line below in its caption, where this tells none."""
    below = _BELOW.match(text, grid.end) or _BEHIND.match(text, grid.end)
    if below is None or unit_in(below["said"]) is None or unit_in(grid.caption):
        return grid
    return replace(grid, caption=f"{grid.caption} {below['said']}".strip())

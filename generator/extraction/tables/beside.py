"""What the lines beside a table say of all of it: `Non-GAAP Quarterly Results` above, `(shipments in millions of units)` below."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.tables.shapes import Grid, Row
from generator.extraction.tables.units_named import unit_in

_BELOW = re.compile(r"[ \t|]*\n[ \t]*(?P<said>[(（][^()（）\n]{3,80}[)）])[ \t]*(?=\n[ \t]*(?:\n|$)|\Z)")

_TITLE = re.compile(r"(?=.*(?:GAAP|IFRS|millions|thousands|billions))[^.!?。:：]{4,90}:?\s*")


def titled(text: str, grid: Grid, above: Row) -> Grid:
    """Return a table that has no caption with the line above in its place, where this tells whose profits or which unit."""
    said = text[above.start : above.end]
    return grid if grid.caption or not _TITLE.fullmatch(said) else replace(grid, caption=said.strip())


def with_unit_below(text: str, grid: Grid) -> Grid:
    """Return a table with the unit told in the line below in its caption, where this tells none."""
    below = _BELOW.match(text, grid.end)
    if below is None or unit_in(below["said"]) is None or unit_in(grid.caption):
        return grid
    return replace(grid, caption=f"{grid.caption} {below['said']}".strip())

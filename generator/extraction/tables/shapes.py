"""What a table is read as: its cells, its rows, and what stands above them."""

from __future__ import annotations

from generator.extraction.frozen import frozen


@frozen
class Cell:
    """What stands in a cell at `start` to `end`, without the blanks around it; nothing in an empty one."""

    start: int
    end: int
    text: str


@frozen
class Row:
    """A line of cells."""

    start: int
    end: int
    cells: tuple[Cell, ...]

    @property
    def titles(self) -> bool:
        """Whether it only has a label: it is the title of what stands below."""
        return not any(cell.text for cell in self.cells[1:])


@frozen
class Grid:
    """A table: its rows as wide as most of them, the rule under the head left out. `caption` is the line above."""

    start: int
    end: int
    rows: tuple[Row, ...]
    caption: str

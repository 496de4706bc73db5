"""Rows of a table as a text holds them: cells parted by bars."""

from __future__ import annotations

from collections.abc import Iterable

OR = " ¦ "  # between heads that a page's layout does not tell to be over one column or another


def barred(cells: Iterable[str]) -> str:
    """Return the line of a row of cells."""
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"

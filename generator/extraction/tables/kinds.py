"""What kind of cells stand in each column of a table, and whether the numbers prove a column that no head names to be a growth."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.tables.columns import Stretch
from generator.extraction.tables.head_forms import Column
from generator.extraction.tables.head_marks import Mark

_PERCENT = re.compile(r".*\d\s?(?:%|pp|ppts?|pts|个?百分点)\)?")
_NUMBER = re.compile(r"\(?[+-]?\d[\d,]*(?:\.\d+)?\)?%?")
_LEAST = 3  # rows that prove a growth


def kinds(text: str, rows: Sequence[Sequence[Stretch]]) -> list[str]:
    """Return what each column of cells holds: percent, number, both (`mixed`) or nothing (`none`)."""
    found = []
    for column in zip(*rows, strict=True):
        said = [text[slice(*cell)].strip() for cell in column]
        told = {bool(_PERCENT.fullmatch(cell)) for cell in said if any(map(str.isdigit, cell))}
        found.append("mixed" if len(told) > 1 else "none" if not told else "percent" if told.pop() else "number")
    return found


def with_growth(text: str, columns: Sequence[Column], rows: Sequence[Sequence[Stretch]]) -> list[Column]:
    """Return columns with one of changes behind them that has no head, where every row's numbers say that it is.

    Of one thing in two periods, the newer one first or last, it is how much the newer is above the older.
    """
    levels = [i for i, column in enumerate(columns) if column.time and column.name and not column.name.percent]
    if len(levels) != 2 or columns[levels[0]].name_said != columns[levels[1]].name_said:
        return []
    told = [[_value(text, row[i]) for i in (*levels, len(columns))] for row in rows]
    full = [(one, other, growth) for one, other, growth in told if one and other and growth]
    if len(full) < _LEAST or not all(_grew(one, other, growth) for one, other, growth in full):
        return []
    last = rows[0][len(columns)]
    return [*columns, Column(Mark(last.start, last.start, "change", "Change"), None, None)]


def _value(text: str, cell: Stretch) -> tuple[float, float] | None:
    """Return a cell's number and half of what its last digit counts; None where it holds none."""
    said = text[slice(*cell)].strip().replace(" ", "")
    if not _NUMBER.fullmatch(said):
        return None
    digits = said.strip("()+-%").replace(",", "")
    half = 0.5 / 10 ** len(digits.partition(".")[2])
    return (-1 if said[0] in "(-" else 1) * float(digits), half


def _grew(one: tuple[float, float], other: tuple[float, float], growth: tuple[float, float]) -> bool:
    if not other[0] or not one[0]:
        return False
    ratio = one[0] / other[0]
    off = 100 * ratio * (one[1] / one[0] + other[1] / other[0]) + growth[1]
    return abs(100 * (ratio - 1) - growth[0]) <= off

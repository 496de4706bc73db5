"""Tables of a house's own figures: which columns there are, and what a row of them says.

| column | what stands in it | without it |
|---|---|---|
| `metric` | a metric's id in the catalogue, or its name | needed |
| `entity` | a company's id, or its name | needed |
| `period` | `2025-Q3`, `2025-H1`, `2025-9M`, `2025`, `2025-09`, `2025-09-30` | needed |
| `value` | a number, with or without thousands separators | needed |
| `unit` | `CNY`, `CNY million`, `percent`, `count`, `million`, `亿元` | the metric's own; money needs one |
| `segment` | a segment's id, or its name | the whole company |
| `measure`, `basis`, `bound` | `level`, `yoy`…; `actual`, `target`…; `exact`, `approx`… | `level`, `actual`, `exact` |
| `published`, `publisher`, `title`, `address` | where it comes from; rows of one origin are one document | the file |
| `note` | whatever the house wants to remember | |
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from generator.corpus.cells import Cell, Row, rows

NEEDED = ("metric", "entity", "period", "value")
ORIGIN = ("published", "publisher", "title", "address")
COLUMNS = (*NEEDED, "unit", "segment", "measure", "basis", "bound", *ORIGIN, "note")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "measure": ("level", "yoy", "qoq", "yoy_pp", "qoq_pp"),
    "basis": ("actual", "target", "forecast", "consensus"),
    "bound": ("exact", "approx", "at_least", "at_most"),
}
_CHINESE = {
    "指标": "metric", "期间": "period", "数值": "value", "公司": "entity", "单位": "unit", "分部": "segment",
    "发布日期": "published", "来源": "publisher", "标题": "title", "链接": "address", "备注": "note",
}  # fmt: skip
_SCALES: Mapping[str, int] = {
    "thousand": 3, "thousands": 3, "k": 3, "千": 3, "ten thousand": 4, "万": 4, "萬": 4,
    "million": 6, "millions": 6, "mn": 6, "m": 6,
    "百万": 6, "千万": 7, "亿": 8, "億": 8, "billion": 9, "billions": 9, "bn": 9, "万亿": 12, "trillion": 12,
}  # fmt: skip
_NAMES: Mapping[str, str] = {
    "rmb": "CNY", "yuan": "CNY", "元": "CNY", "人民币": "CNY", "us$": "USD", "美元": "USD", "hk$": "HKD", "港元": "HKD",
    "nt$": "TWD",
    "%": "percent", "percent": "percent", "pp": "percentage_point", "percentage_point": "percentage_point",
    "count": "count", "units": "count", "部": "count", "支": "count",
    "台": "count", "辆": "count", "家": "count", "人": "count", "个": "count",
    "€": "EUR", "euros": "EUR", "£": "GBP",
    "dollars": "USD", "$": "USD", "times": "times", "years": "years", "tokens_per_second": "tokens_per_second",
}  # fmt: skip
_NAME = "|".join(map(re.escape, _NAMES)) + "|[a-z]{3}"
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_UNIT = re.compile(rf"(?P<before>{_NAME})?\s*(?P<scale>{_SCALE})?\s*(?P<after>{_NAME})?")
_NUMBER = re.compile(r"[+-]?\d[\d,\u202f\u00a0 ]*(?:\.\d+)?(?:[eE][+-]?\d+)?|[+-]?\.\d+")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit cell says: a power of ten, and an ISO 4217 code or another unit; None where it names none."""

    exponent: int = 0
    name: str | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row under its table's columns."""

    row: Row
    cells: Mapping[str, Cell]

    def text(self, column: str) -> str:
        """Return what stands in a column, "" for nothing."""
        cell = self.cells.get(column)
        return cell.text if cell else ""


def columns(header: Row) -> dict[str, int]:
    """Return each known column's place in a header; unknown ones keep their own name."""
    named: dict[str, int] = {}
    for place, cell in enumerate(header.cells):
        name = _CHINESE.get(cell.text, cell.text.casefold().replace(" ", "_"))
        named.setdefault(name, place)
    return named


def table(text: str) -> tuple[Row | None, list[TableRow]]:
    """Return the header and the rows of a CSV text."""
    found = iter(rows(text))
    header = next(found, None)
    if header is None:
        return None, []
    places = columns(header)
    return header, [
        TableRow(row, {name: row.cells[place] for name, place in places.items() if place < len(row.cells)})
        for row in found
    ]


def number(text: str) -> tuple[Decimal, Decimal] | None:
    """Return a cell's number and the place of its last digit (113.1 is stated to 0.1); None where it is none."""
    plain = text.replace("−", "-")
    if plain.startswith("(") and plain.endswith(")"):  # how accountants write a loss
        plain = f"-{plain[1:-1]}"
    if not _NUMBER.fullmatch(plain.removesuffix("%").rstrip()):
        return None
    try:
        value = Decimal(re.sub(r"[,\s]", "", plain.removesuffix("%")))
    except InvalidOperation:
        return None
    exponent = value.as_tuple().exponent
    return value, Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def unit(text: str) -> Unit | None:
    """Return what a unit cell says (`CNY million`, `亿元`, `%`); None where it says nothing that is known."""
    found = _UNIT.fullmatch(text.strip().casefold())
    if not found:
        return None
    names = {_NAMES.get(name, name.upper()) for name in (found["before"], found["after"]) if name}
    if len(names) > 1:
        return None
    return Unit(_SCALES.get(found["scale"] or "", 0), names.pop() if names else None)

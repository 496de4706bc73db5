"""What is wrong in a table of figures: every mistake, with line and column, and the nearest valid value."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.cells import Cell, Row
from generator.corpus.directory import Directory
from generator.corpus.facts import moment
from generator.corpus.readers import Source
from generator.corpus.table import CHOICES, COLUMNS, NEEDED, TableRow, columns, number, unit
from generator.errors import Problem
from generator.settings.fault import nearest
from generator.settings.period import Period

_PERIODS = "write 2025-Q3, 2025-H1, 2025-9M, 2025, 2025-09 or 2025-09-30"


def problems(text: str, header: Row, found: list[TableRow], source: Source) -> Iterator[Problem]:
    """Yield what is wrong, in reading order; with columns missing, rows are not looked at."""
    check = _Check(text, source)
    wrong = list(check.header(header))
    yield from wrong
    if not wrong:
        for row in found:
            yield from check.row(row)


class _Check:
    def __init__(self, text: str, source: Source) -> None:
        self.path, self.text = source.path, text
        self.catalogue = source.catalogue
        self.directory = Directory(source.catalogue) if source.catalogue else None

    def header(self, header: Row) -> Iterator[Problem]:
        named = columns(header)
        for name, place in named.items():
            if name and name not in COLUMNS:
                cell = header.cells[place]
                yield self._problem(cell, f"no such column: {cell.text}.", nearest(name, COLUMNS))
        for name in NEEDED:
            if name not in named:
                yield self._problem(header.cells[0], f"the column '{name}' is missing.")

    def row(self, row: TableRow) -> Iterator[Problem]:
        for name in NEEDED:
            if not row.text(name):
                yield self._problem(self._cell(row, name), f"no {name}.")
        for name, cell in row.cells.items():
            if cell.text and (told := self._told(name, cell.text)):
                yield self._problem(cell, *told)
        yield from self._unit(row)

    def _told(self, column: str, written: str) -> tuple[str, str | None] | None:
        """Return what is wrong with one cell by itself, and what was probably meant."""
        if column in ("metric", "entity", "segment"):
            if self.directory is None or self.directory.id(column, written):
                return None
            kind = "company" if column == "entity" else column
            return f"the catalogue has no {kind} '{written}'.", self.directory.nearest(column, written)
        if column in CHOICES and written not in CHOICES[column]:
            return f"'{written}' is no {column}: {', '.join(CHOICES[column])}.", nearest(written, CHOICES[column])
        if column == "value" and number(written) is None:
            return f"'{written}' is no number.", None
        if column == "unit" and unit(written) is None:
            return f"'{written}' is no unit: write CNY, CNY million, percent, count.", None
        if column == "published" and moment(written) is None:
            return f"'{written}' is no date: write 2025-11-18, or 2025-11-18 17:25.", None
        return self._period(written) if column == "period" else None

    def _period(self, written: str) -> tuple[str, None] | None:
        try:
            Period(written)
        except ValueError:
            return f"'{written}' is no period: {_PERIODS}.", None
        return None

    def _unit(self, row: TableRow) -> Iterator[Problem]:
        """Yield where a unit does not go with its metric."""
        said = unit(row.text("unit"))
        metric = self.directory.id("metric", row.text("metric")) if self.directory else None
        if said is None or metric is None or self.catalogue is None or row.text("measure") not in ("", "level"):
            return
        kind = self.catalogue.metrics[metric].unit
        money = kind in ("money", "money_per_share")
        code = said.name is not None and said.name.isupper()
        if money and not code:
            yield self._problem(self._cell(row, "unit"), f"{metric} is money: say in which currency.")
        elif not money and said.name and said.name != {"speed": "tokens_per_second"}.get(kind, kind):
            message = f"{metric} is measured in {kind}, not in {row.text('unit')}."
            yield self._problem(self._cell(row, "unit"), message)

    def _cell(self, row: TableRow, column: str) -> Cell:
        return row.cells.get(column) or row.row.cells[0]

    def _problem(self, cell: Cell, message: str, guess: str | None = None) -> Problem:
        start = self.text.rfind("\n", 0, cell.start) + 1
        excerpt = self.text[start:].split("\n", 1)[0].rstrip("\r")
        line = self.text.count("\n", 0, cell.start) + 1
        return Problem(self.path, line, cell.start - start + 1, "figures", message, cell.text, guess, excerpt)

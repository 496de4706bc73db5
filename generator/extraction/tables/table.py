"""Figures out of tables: a cell is of all that its row's label, its column's head and the table's caption say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.extraction.about import About
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.in_text import amounts
from generator.extraction.changes.change import Change, measured
from generator.extraction.figure import PRICES, Figure
from generator.extraction.marks.names import Names
from generator.extraction.metrics.meaning import Meanings
from generator.extraction.reading import Reading
from generator.extraction.tables.between_cells import told_apart, unconverted
from generator.extraction.tables.cell_places import CellPlaces
from generator.extraction.tables.cells import amount_in, as_change, in_unit, level_in, range_in
from generator.extraction.tables.crossing import Crossing, Named, Unclear
from generator.extraction.tables.growth import growth_of
from generator.extraction.tables.heads import Head, Heads
from generator.extraction.tables.layout import Layout, Part, under_its_title
from generator.extraction.tables.several_makers import about_makers
from generator.extraction.tables.shapes import Cell, Grid, Row
from generator.extraction.unclaimed import unclaimed
from generator.extraction.units import unit_of
from generator.settings.period import Period

# Of a profit, the owners'; of earnings per share, the diluted ones.
_MEANT = re.compile(r"应占|归属|归母|\battributable\b|摊薄|稀释|\bdiluted\b", re.I)
_SCALE = re.compile(r"\b(?:thousand|million|billion)s?\b|[千百]万|[千亿]元|'000", re.I)
_NO_CELL = Cell(0, 0, "")  # beside the last of a row
_BELOW_NOTHING = ("profit", "margin", "eps", "cash_flow")  # metrics that can be


def _signed(metric: str, value: Decimal, loss: bool) -> Decimal:
    """Return a level with its sign: a loss is below nothing with or without brackets, an expense in them is not."""
    below = any(word in metric for word in _BELOW_NOTHING)
    return -abs(value) if below and loss else value if below else abs(value)


class Tables:
    """Reads the tables of one document. `reported` is the period of cells that name none."""

    def __init__(self, reading: Reading, names: Names, about: About, reported: Period | None) -> None:
        self._reading, self._names, self._about, self._reported = reading, names, about, reported
        self._metrics = names.catalogue.metrics
        self._places = CellPlaces(reading, names, about)  # of the table in hand
        self._scaled = False  # whether its caption names a scale

    def figures(self, grid: Grid) -> list[Figure]:
        """Return the figures of a table, row by row; amounts that no metric claims, or that are in doubt, as such."""
        grid = under_its_title(grid)
        self._places.captioned(grid.caption)
        self._scaled = bool(_SCALE.search(grid.caption))
        about = about_makers(self._about, grid, self._names)
        heads = Heads(self._names, about, self._reported, self._places.adjusted)
        layout = Layout(self._reading.text, heads)
        found = [pair for part in layout.parts(grid) for pair in self._figures(part)]
        return told_apart(unconverted(found, self._names.catalogue))

    def _figures(self, part: Part) -> Iterator[tuple[Figure, bool]]:
        """Yield the figure of each cell, and whether its row says that it is the one meant, of several of its name."""
        heads = part.heads
        self._places.take(part)
        for row, label in zip(part.body, part.labels, strict=True):
            told, meant = None, bool(_MEANT.search(label.text))
            for place, (cell, after) in enumerate(pairwise((*row.cells[1:], _NO_CELL)), 1):
                crossing = Crossing(label.under(heads[place]), heads[place], heads[1:place], heads[0], part.caption)
                for figure in self._cell(row, cell, after, crossing, told):
                    told = figure.metric or told
                    yield figure, meant

    def _cell(self, row: Row, cell: Cell, after: Cell, crossing: Crossing, told: str | None) -> Iterator[Figure]:
        """Yield the figures of a cell: of the amount in it, of both ends of a range, of a level and its growth in brackets."""
        text = self._reading.text
        cell = as_change(text, cell, crossing.column.against)
        if amount := amount_in(text, cell, after):
            yield self._figure(row, amount, crossing, told)
            return
        if ends := range_in(text, cell):
            yield from (self._figure(row, end, crossing, told) for end in ends)
            return
        level, beside = level_in(text, cell) or (cell, cell)
        if level is not cell and (amount := amount_in(text, level)):
            figure = self._figure(row, amount, crossing, told)
            yield figure
            if figure.measure == "level" and (growth := growth_of(figure, beside, self._reading, self._metrics)):
                yield growth
                return
        else:
            beside = cell
        for other in amounts(text, beside.start, beside.end):
            yield replace(self._blank(row, other), doubt="its cell holds more than one amount")

    def _blank(self, row: Row, amount: Amount) -> Figure:
        return unclaimed(self._reading, amount, self._reading.span(row.start, row.end))

    def _figure(self, row: Row, amount: Amount, cell: Crossing, told: str | None) -> Figure:
        blank = self._blank(row, amount)
        try:
            change = cell.change()
            return self._change(blank, amount, cell, change, told) if change else self._level(blank, amount, cell)
        except Unclear as doubt:
            return replace(blank, doubt=str(doubt))

    def _level(self, blank: Figure, amount: Amount, cell: Crossing) -> Figure:
        named, period = cell.named(), cell.period(self._reported)
        metric, stated = self._measured(named, amount, cell)
        published = self._about.calendar.published
        if metric in PRICES and published:
            period = Period(published.isoformat())
        if self._metrics[metric].period_type == "duration" and period is not None and period.kind == "instant":
            if not (cell.row.period or cell.column.period or cell.corner.period):
                period = self._reported  # the line above only says when the page was published
            else:
                raise Unclear("of a span of time, and the table names a day")
        value = _signed(metric, stated.value, named.mention.loss)
        level = self._places.placed(replace(blank, value=value, precision=stated.precision), metric, period, cell)
        return replace(level, unit=self._unit(level, stated))

    def _unit(self, level: Figure, stated: Amount) -> str:
        catalogue, document = self._names.catalogue, self._reading.document
        company = catalogue.companies[level.entity] if level.entity else None
        said = self._reading.text[stated.start : stated.end]
        assert level.metric is not None
        return unit_of(level.metric, stated, said, company, catalogue, self._about.currencies, document.language)

    def _measured(self, named: Named, amount: Amount, cell: Crossing) -> tuple[str, Amount]:
        """Return the metric that a level is of, and the amount in the table's unit. Raises Unclear."""
        own = cell.row.unit or cell.column.unit
        for stated in in_unit(amount, cell.unit()):
            if metric := self._meanings(named).metric(named.mention, stated):
                if (
                    self._metrics[metric].unit == "count"
                    and stated.scale != amount.scale
                    and not (own or self._about.tracked)
                ):
                    raise Unclear("whether the table's scale goes for what is counted")
                if self._metrics[metric].unit == "count" and stated.precision < 1:  # 62.7 phones
                    raise Unclear("in which scale the table counts")
                if self._scaled and not stated.scaled and self._is_whole(metric):
                    raise Unclear("in which scale the table tells it")
                return metric, stated
        raise Unclear("the table names no unit for it, or one that its metric is not measured in")

    def _is_whole(self, metric: str) -> bool:
        """Whether a metric is of money, and not of one piece: a price stays in yuan under `RMB million`."""
        entry = self._metrics[metric]
        return entry.unit == "money" and "asp" not in (metric, entry.base) and metric not in PRICES

    def _change(self, blank: Figure, amount: Amount, cell: Crossing, head: Head, told: str | None) -> Figure:
        """Return the figure of a change; `told` is the metric of the levels beside it. Raises Unclear."""
        named = cell.named()
        period, against = cell.compared(head, self._reported)
        stated = next(in_unit(amount, head.unit))
        if stated.kind not in ("percent", "points"):
            raise Unclear("how much something grew by, in absolute terms")
        change = Change(stated.value, stated.precision, stated.kind == "points", against)
        own = named.head is cell.column or any(named.head is head for head in cell.before) or not told
        meant = told if told in named.mention.metrics or not own else None
        metric = meant or self._meanings(named).of_change(named.mention, change)
        if metric is None or change.points != (self._metrics[metric].unit == "percent"):
            raise Unclear("a change of a percentage in percent, or of a quantity in percentage points")
        if named.mention.loss:
            raise Unclear("whether a loss that grows is a rise or a fall")
        if self._metrics[metric].period_type == "duration" and period is not None and period.kind == "instant":
            raise Unclear("of a span of time, and the table names a day")
        measure, unit = measured(against, change.points)
        moved = replace(blank, measure=measure, value=change.value, unit=unit, precision=change.precision)
        return self._places.placed(moved, metric, period, cell)

    def _meanings(self, named: Named) -> Meanings:
        return Meanings(named.head.marks, self._names.catalogue, self._about.cars)

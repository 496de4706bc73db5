"""Of which metric, company, line, period and basis a table's cell is, and why it may be of none: a market that the table ranks, a part of one."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.about import About
from generator.extraction.figure import PRICES, Basis, Figure
from generator.extraction.marks.mention import STRANGER
from generator.extraction.marks.names import Names
from generator.extraction.marks.tallies import is_tracked
from generator.extraction.metrics.in_business import in_business
from generator.extraction.reading import Reading
from generator.extraction.tables.counted import elsewhere, of_devices, of_some, ranks_a_market
from generator.extraction.tables.crossing import Crossing, Unclear
from generator.extraction.tables.heads import ADJUSTED
from generator.extraction.tables.layout import Part
from generator.extraction.whose.elsewhere_en import PLACE
from generator.extraction.whose.market_spoken_of import NO_COMPANYS
from generator.extraction.whose.strangers import COMPANY
from generator.settings.period import Period

# A table under `Non-GAAP`: its profits are adjusted ones, and what the catalogue has only as reported is none of it.
_AS_REPORTED = re.compile(r"(?<![Nn]on-)(?<![Nn]on )\bGAAP\b|reconciliation|调节|对账", re.I)
_REPORTED = (
    "operating_expense", "cost_of_revenue", "rd_expense", "selling_expense", "administrative_expense",
    "gross_profit", "gross_margin", "operating_profit", "operating_margin", "net_profit", "net_margin", "eps",
)  # fmt: skip


class CellPlaces:
    """Places the cells of one document's tables, one table after the other."""

    def __init__(self, reading: Reading, names: Names, about: About) -> None:
        self._reading, self._names, self._about = reading, names, about
        self._metrics = names.catalogue.metrics
        self.adjusted = False  # whether the table in hand is one of adjusted figures
        self._of_makers = False  # whether its rows are of several companies
        self._ranked = False  # whether it tells shares of a market
        self._of_some = False  # whether it is of a kind of what its makers ship

    def captioned(self, caption: str) -> None:
        """Take what stands over the next table."""
        self._of_some = of_some(caption, self._reading.title)
        self.adjusted = bool(ADJUSTED.search(caption)) and not _AS_REPORTED.search(caption)

    def take(self, part: Part) -> None:
        """Take a part of the table, below heads of its own."""
        self._ranked = ranks_a_market(part.heads)
        self._of_makers = len({label.head.entity for label in part.labels if label.head.entity}) > 1

    def placed(self, figure: Figure, metric: str, period: Period | None, cell: Crossing) -> Figure:
        """Return a figure with its metric, company, segment, period and basis. Raises Unclear."""
        if (self.adjusted or cell.is_adjusted()) and metric in _REPORTED:
            raise Unclear("adjusted, and the catalogue has only what was reported")
        metric, segment = self._part(metric, cell)
        if self._of_makers and not (cell.row.entity or cell.column.entity):
            raise Unclear(NO_COMPANYS)
        entity = self._names.owner(metric, segment) or cell.entity() or self._about.home
        self._check_market(metric, segment, entity)
        if entity == STRANGER:
            raise Unclear(COMPANY)
        if period is not None and period.fiscal and entity != self._about.home:
            raise Unclear("of the fiscal year of another company")
        basis = self._basis(metric, period, cell)
        return replace(figure, metric=metric, entity=entity, segment=segment, period=period, basis=basis)

    def _part(self, metric: str, cell: Crossing) -> tuple[str, str | None]:
        """Return the metric and the segment of a cell, of a table that tracks a market those of its devices and place."""
        segment = None if metric in PRICES else cell.segment()  # a list of the prices of 手机股
        # `Shipments`, below `Smartphone shipments in Q3`
        if is_tracked(metric) and not segment and cell.caption.metric:
            told = (name for name in cell.caption.metric.metrics if name in self._metrics)
            metric = next((name for name in told if self._metrics[name].base == metric), metric)
        if is_tracked(metric) and self._about.tracked:
            return of_devices(metric, segment, self._about.tracked, self._about.region, self._names)
        if segment and self._metrics[metric].segment and self._metrics[metric].base:
            kind = self._names.catalogue.segments[segment].kind
            return metric, segment if kind == "region" else None  # smartphone revenue, of the smartphones
        return in_business(self._names, metric, segment) if segment else (metric, None)

    def _check_market(self, metric: str, segment: str | None, entity: str | None) -> None:
        """Raise Unclear for what is of a market, or of a part of one, and of no company in all."""
        counted = is_tracked(metric)
        if counted and entity is None and self._about.tracked:
            raise Unclear(NO_COMPANYS)
        if counted and self._of_makers and elsewhere(self._reading.title, self._names):
            raise Unclear(PLACE)
        if counted and self._of_makers and self._of_some:
            raise Unclear("of a kind of what a maker ships that the catalogue does not name")
        if self._of_makers and self._ranked and self._metrics[metric].unit == "money" and not segment:
            raise Unclear("taken in in the market that the table ranks, which need not be all")

    def _basis(self, metric: str, period: Period | None, cell: Crossing) -> Basis:
        entry, published = self._metrics[metric], self._about.calendar.published
        ahead = bool(period and published and not period.fiscal and period.end > published)
        return cell.basis(ahead) or ("forecast" if entry.basis == "actual" and ahead else entry.basis)

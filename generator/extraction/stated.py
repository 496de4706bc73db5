"""Figures that a house states itself, in a table: read off its rows, nothing to be found."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from generator.corpus.directory import Directory
from generator.corpus.document import Document, Span
from generator.corpus.table import TableRow, number, table, unit
from generator.extraction.figure import Basis, Bound, Figure, Measure
from generator.settings.catalogue import Catalogue
from generator.settings.period import Period


class StatedFigures:
    """Reads tables of figures; reading has checked them before."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._directory = Directory(catalogue)

    def figures(self, document: Document) -> list[Figure]:
        """Return a figure a row; what the catalogue does not know is in doubt."""
        _, found = table(document.text)
        return [self._figure(document, row) for row in found]

    def _figure(self, document: Document, row: TableRow) -> Figure:
        cell, metric = row.cells["value"], self._directory.id("metric", row.text("metric"))
        said = unit(row.text("unit"))
        exponent = said.exponent if said else 0
        value, precision = number(cell.text) or (Decimal(0), Decimal(0))
        measure = cast(Measure, row.text("measure") or "level")
        segment = self._directory.id("segment", row.text("segment")) if row.text("segment") else None
        return Figure(
            document=document.id,
            start=cell.start,
            end=cell.end,
            sentence=Span(*row.row.span),
            metric=metric,
            entity=self._directory.id("entity", row.text("entity")),
            segment=segment,
            measure=measure,
            value=value.scaleb(exponent),
            unit=(said.name if said else None) or self._unit(metric, measure),
            period=Period(row.text("period")),
            basis=cast(Basis, row.text("basis") or "actual"),
            bound=cast(Bound, row.text("bound") or "exact"),
            precision=precision.scaleb(exponent),
            doubt=None if metric else "no metric of the catalogue",
        )

    def _unit(self, metric: str | None, measure: Measure) -> str:
        """Return the unit of a row that names none."""
        if measure != "level":
            return "percentage_point" if measure.endswith("_pp") else "percent"
        kind = self._catalogue.metrics[metric].unit if metric else "count"
        return "tokens_per_second" if kind == "speed" else kind

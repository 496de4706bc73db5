"""Charts before they are drawn: points in series, each with its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from generator.briefing.printed import Line, Printed
from generator.settings.figure_sections import ChartKind


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a chart: `value` is scaled to the chart's unit, `printed` is its label as the text writes it.

    `day` is when it holds, or the last day of its period; `whole` tells the totals of a waterfall from its steps.
    """

    label: str
    value: Decimal
    printed: Printed
    basis: Literal["actual", "target", "forecast", "consensus"] = "actual"
    day: date | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one metric, in order of time. `labels` of all series of a chart come from one common axis.

    `unit` is the unit that this series' values share, where the chart's series have a unit each.
    """

    name: str
    points: tuple[Point, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart before it is drawn. `unit` is written above the axis; `description` is its alternative text.

    `native` asks for PowerPoint's own chart (or, False, for the picture) on slides; `spec` is an author's Vega-Lite.
    """

    id: str
    chart: ChartKind
    headline: Line
    takeaway: Line
    unit: str
    decimals: int
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    description: str
    citations: tuple[int, ...]
    native: bool | None = None
    spec: Mapping[str, object] | None = None
    kind: Literal["chart"] = "chart"


@dataclass(frozen=True, slots=True)
class ChartPair:
    """Two charts side by side, each under a title of its own."""

    titles: tuple[str, str]
    charts: tuple[ChartBlock, ChartBlock]
    kind: Literal["chart_pair"] = "chart_pair"

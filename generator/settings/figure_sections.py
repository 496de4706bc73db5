"""Sections that show figures: key figures, charts, tables, progress, changes, conflicts."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from generator.settings.model import Id, Text
from generator.settings.period import Period
from generator.settings.section import MetricEntry, Metrics, Section


class ScorecardSection(Section):
    """Key figures, each with its change and what it was a year earlier."""

    block: Literal["scorecard"]
    metrics: Metrics


ChartKind = Literal[
    "bar", "grouped_bar", "stacked_bar", "line", "area", "donut", "share_bar", "target", "bullet", "waterfall",
    "slope", "dumbbell", "sparkline", "timeline", "heat_table", "vega_lite",
]  # fmt: skip
# What PowerPoint draws itself, editable; every other kind stands on slides as a picture.
NATIVE_KINDS: tuple[ChartKind, ...] = ("bar", "grouped_bar", "stacked_bar", "line", "area", "donut", "share_bar")


class ChartSection(Section):
    """One chart. `headline` is a sentence, figures by reference.

    Over periods: bar, grouped_bar, stacked_bar, line, area, sparkline, heat_table. Parts of a whole: donut, share_bar,
    waterfall (the last metric is the whole; over two periods, what changed it). This year and last: slope, dumbbell.
    Against a target: target, bullet. On a calendar: timeline. `vega_lite` draws the author's own `spec`.
    """

    block: Literal["chart"] = "chart"
    kind: ChartKind = "bar"
    metrics: Metrics
    periods: Annotated[int, Field(ge=1)] | tuple[Period, ...] | None = Field(
        None, description="how many of the latest to show, or which; left out, what suits the kind"
    )
    minus: tuple[Id, ...] = Field((), description="metrics of a waterfall that take away, such as costs")
    native: bool | None = Field(None, description="on slides: PowerPoint's own chart, or a picture of the page's")
    spec: dict[str, Any] | None = Field(None, description="Vega-Lite, for kind vega_lite; its data are the metrics")
    headline: Text | None = None
    takeaway: Text | None = None


class TableSection(Section):
    """Metrics down, periods across; or, with `columns: measures`, value, change and year earlier across."""

    block: Literal["table"]
    metrics: Metrics
    columns: Literal["periods", "measures"] = "measures"
    periods: int | tuple[Period, ...] = 4


class PeersSection(Section):
    """Companies side by side: metrics down, companies across, each metric for a period that several of them state."""

    block: Literal["peers"]
    companies: Annotated[tuple[Id, ...], Field(min_length=2, max_length=5, description="as many as a page is wide")]
    metrics: Metrics


class ConflictsSection(Section):
    """Where sources disagree on a figure that this report states."""

    block: Literal["conflicts"]


class KeyMessagesSection(Section):
    """What a reader must take away: the author's sentences, figures by reference, then one a metric."""

    block: Literal["key_messages"]
    messages: tuple[Text, ...] = ()
    metrics: tuple[MetricEntry, ...] = ()


class TargetProgressSection(Section):
    """How far each metric has come towards its targets."""

    block: Literal["target_progress"]
    metrics: Metrics


class WhatChangedSection(Section):
    """What is new, set anew or newly disputed since the last issue, or since a day; by default of every metric that
    the report names.
    """

    block: Literal["what_changed"]
    metrics: tuple[MetricEntry, ...] = ()
    since: date | None = None


class ChartPairSection(Section):
    """Two charts side by side."""

    block: Literal["chart_pair"]
    charts: tuple[ChartSection, ChartSection]
    headline: Text | None = None

"""What every section of a report has, and how it names the metrics it asks for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.settings.issues import Window
from generator.settings.model import Id, Setting, Text
from generator.settings.period import Period


class MetricRef(Setting):
    """Which figure is meant. Whatever is left out comes from the section, the report, or is the latest stated."""

    metric: Id
    entity: Id | None = None
    segment: Id | None = None
    measure: Literal["level", "yoy", "qoq", "yoy_pp", "qoq_pp"] = "level"
    basis: Literal["actual", "target", "forecast", "consensus"] = "actual"
    period: Period | None = None
    label: Text | None = None


# `- revenue` is short for `- metric: revenue`.
MetricEntry = Annotated[
    MetricRef,
    BeforeValidator(lambda v: {"metric": v} if isinstance(v, str) else v, json_schema_input_type=str | MetricRef),
]
Metrics = Annotated[tuple[MetricEntry, ...], Field(min_length=1)]


class Section(Setting):
    """What every section has: a name to choose it by, a title, a period that its metrics share."""

    id: Id | None = None
    title: Text | None = None
    period: Period | None = None


class NewsSection(Section):
    """A section of news: it draws on what was published in the report's window, or in one of its own."""

    window: Window | None = Field(None, description="`30 days`, `4 weeks`, or `all`")

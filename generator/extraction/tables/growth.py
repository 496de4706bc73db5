"""The growth that a cell sets in brackets behind its level."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from generator.extraction.changes.change import measured
from generator.extraction.figure import Figure
from generator.extraction.marks.cues import Against
from generator.extraction.reading import Reading
from generator.extraction.tables.shapes import Cell
from generator.settings.catalogue import Metric

# `657.3亿元(+18.2%)`, `20.5%(-1.7pct)`
_GROWTH = re.compile(
    r"(?:同比|按年|YoY|yoy|Y/Y|环比|按季|QoQ|qoq|Q/Q)?:?\s*(?P<value>[+-][\d.]*\d)\s*(?P<unit>%|pcts?|pp|ppts?|pts?|个?百分点)(?:\s*(?:YoY|yoy|Y/Y|QoQ|qoq|Q/Q))?"
)
_QUARTERLY = re.compile(r"环比|按季|QoQ|Q/Q", re.I)


def growth_of(level: Figure, beside: Cell, reading: Reading, metrics: Mapping[str, Metric]) -> Figure | None:
    """Return the growth that stands in brackets behind a level, with its sign; None where something else does."""
    said = _GROWTH.fullmatch(beside.text)
    if said is None or level.metric is None:
        return None
    points = said["unit"] != "%"
    against: Against = "qoq" if _QUARTERLY.search(beside.text) else "yoy"
    if points != (metrics[level.metric].unit == "percent"):
        return None
    measure, unit = measured(against, points)
    start = beside.start + said.start("value")
    span = reading.span(start, beside.start + said.end("unit"))
    value = Decimal(said["value"])
    precision = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return replace(
        level, start=span.start, end=span.end, measure=measure, value=value, unit=unit, precision=precision, bound="exact"
    )  # fmt: skip

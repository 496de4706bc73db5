"""Aims: the targets that a company is measured by, and how far it has come towards each."""

from __future__ import annotations

from collections.abc import Mapping

from generator.briefing.lookup import Lookup
from generator.selection.fact import Fact
from generator.settings.period import Period
from generator.settings.section import MetricRef

_TARGETS = 2  # of one metric: the newest, and the one before it that is still being measured
_PARTS = ("9M", "H1", "Q1")  # of a year, begun on its first day: a single quarter says little of a year's target


def aim(ref: MetricRef) -> MetricRef:
    """Return what is aimed at with a metric."""
    return ref.model_copy(update={"basis": "target"})


def targets(ref: MetricRef, lookup: Lookup) -> Mapping[Period, Fact]:
    """Return the newest targets of a metric by period, in order; with a period, that period's alone."""
    stated = {p: fact for p, fact in lookup.stated(aim(ref)).items() if p and (ref.period is None or p == ref.period)}
    newest = [p for p in sorted(stated, reverse=True) if p.year >= lookup.selection.as_of.year - 1][:_TARGETS]
    return {period: stated[period] for period in sorted(newest)}


def reached(ref: MetricRef, period: Period, lookup: Lookup) -> Fact | None:
    """Return what has been reached of a period's target: in all of it, or in as much of a year as is stated."""
    stated = lookup.stated(ref.model_copy(update={"period": None, "basis": "actual"}))
    prefix = f"{'FY' if period.fiscal else ''}{period.year}"
    parts = [Period(f"{prefix}-{part}") for part in _PARTS] if period.kind == "year" else []
    return next((stated[p] for p in (period, *parts) if p in stated), None)

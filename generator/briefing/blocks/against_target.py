"""How far the year has come towards its target: earlier years, the year so far, and the target itself."""

from __future__ import annotations

from generator.briefing.desk import Desk
from generator.briefing.history import History
from generator.selection.fact import Fact
from generator.settings.period import Period
from generator.settings.report import ChartSection, MetricRef

_YEARS = 3  # earlier years shown beside the target's own


def towards_target(desk: Desk, section: ChartSection) -> History | None:
    """Return years and targets; None where no target is stated, so that the ordinary history stands in.

    A quarter beside a year's target would mislead: only what has been reached from the year's first day on counts.
    """
    refs = {ref.metric: ref for ref in section.metrics if ref.basis == "actual"}
    rows: list[tuple[MetricRef, dict[Period, Fact]]] = []
    for ref in refs.values():
        aim = ref.model_copy(update={"basis": "target", "period": None})
        given = next((r for r in section.metrics if r.metric == ref.metric and r.basis == "target"), aim)
        target = desk.find(given)
        if target is None or target.aspects.period is None:
            continue
        year = target.aspects.period
        rows += [(ref, _reached(desk, ref, year)), (given, {year: target})]
    if not rows:
        return None
    periods = sorted({period for _, facts in rows for period in facts}, key=lambda p: (p.year, p.months))
    return History(tuple(periods), tuple(rows))


def _reached(desk: Desk, ref: MetricRef, year: Period) -> dict[Period, Fact]:
    stated = desk.lookup.stated(ref)
    same_kind = [year.years_before(count) for count in range(_YEARS, 0, -1)]
    found = {period: stated[period] for period in same_kind if period in stated}
    if year in stated:
        return {**found, year: stated[year]}
    fiscal = "FY" if year.fiscal else ""
    so_far = (f"{fiscal}{year.year}-{part}" for part in ("9M", "H1", "Q1"))
    first = next((Period(label) for label in so_far if Period(label) in stated), None)
    return {**found, first: stated[first]} if first else found

"""How far the year has come towards its target: earlier years, the year so far, and the target itself."""

from __future__ import annotations

from generator.briefing.desk import Desk
from generator.briefing.history import History
from generator.selection.fact import Fact
from generator.settings.figure_sections import ChartSection
from generator.settings.period import Period
from generator.settings.section import MetricRef

_YEARS = 3  # earlier years shown beside the target's own


def towards_target(desk: Desk, section: ChartSection) -> History | None:
    """Return years and targets, for a bullet no earlier years; None where no target is stated, so that the ordinary
    history stands in. The row of what is reached comes before the rows of its targets.

    A quarter beside a year's target would mislead: only what has been reached from the year's first day on counts.
    """
    rows: list[tuple[MetricRef, dict[Period, Fact]]] = []
    for ref in _measured(section):
        aims = [(aim, fact) for aim in _aims(ref, section) if (fact := desk.find(aim)) and fact.aspects.period]
        years = [fact.aspects.period for _, fact in aims if fact.aspects.period]
        if not years:
            continue
        rows.append((ref, _reached(desk, ref, years[0], _YEARS if section.kind == "target" else 0)))
        rows += [(aim, {year: fact}) for (aim, fact), year in zip(aims, years, strict=True)]
    if not rows:
        return None
    periods = sorted({period for _, facts in rows for period in facts}, key=lambda p: (p.year, p.months))
    return History(tuple(periods), tuple(rows))


def _measured(section: ChartSection) -> list[MetricRef]:
    """Return what is measured against targets, each once."""
    actual = [ref for ref in section.metrics if ref.basis == "actual"]
    return list({(ref.metric, ref.entity, ref.segment): ref for ref in actual}.values())


def _aims(ref: MetricRef, section: ChartSection) -> list[MetricRef]:
    """Return the targets and forecasts that the section gives for something; where it gives none, its target."""

    def same(other: MetricRef) -> bool:
        return (other.metric, other.entity, other.segment) == (ref.metric, ref.entity, ref.segment)

    given = [other for other in section.metrics if same(other) and other.basis != "actual"]
    given.sort(key=lambda aim: aim.basis != "target")
    return given or [ref.model_copy(update={"basis": "target", "period": None, "label": None})]


def _reached(desk: Desk, ref: MetricRef, year: Period, earlier: int) -> dict[Period, Fact]:
    stated = desk.lookup.stated(ref)
    same_kind = [year.years_before(count) for count in range(earlier, 0, -1)]
    found = {period: stated[period] for period in same_kind if period in stated}
    if year in stated:
        return {**found, year: stated[year]}
    fiscal = "FY" if year.fiscal else ""
    so_far = [Period(f"{fiscal}{year.year}-{part}") for part in ("9M", "H1", "Q1")]
    metric = desk.catalogue.metrics.get(ref.metric)
    if metric is not None and metric.period_type == "instant":
        known = [p for p in stated if p is not None and p.end <= year.end and p not in found]
        so_far = [max(known, key=lambda p: p.end)] if known else []
    first = next((period for period in so_far if period in stated), None)
    return {**found, first: stated[first]} if first else found

"""Target progress: what has been reached of each target, and what share of it that is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal

from generator.briefing.dates import period_name
from generator.briefing.desk import Desk
from generator.briefing.model import Line, Printed
from generator.briefing.story import Progress, TargetProgress
from generator.selection.derived import derive
from generator.selection.fact import Derivation, Fact
from generator.settings.period import Period
from generator.settings.report import MetricRef, TargetProgressSection

_SHARE = "reached / target * 100"
_TARGETS = 2  # of one metric: the newest, and the one before it that is still being measured
_PARTS = ("9M", "H1", "Q1")  # of a year, begun on its first day: a single quarter says little of a year's target


def target_progress(section: TargetProgressSection, desk: Desk) -> tuple[Line, TargetProgress] | None:
    """Return the headline and a row a target; None where no target is stated."""
    rows = [row for ref in section.metrics for row in _rows(ref, desk)]
    if not rows:
        desk.notice("No target is stated; the block is left out.")
        return None
    return _headline(next((row for row in rows if row.reached), rows[0]), desk), TargetProgress(tuple(rows))


def _rows(ref: MetricRef, desk: Desk) -> Iterator[Progress]:
    aim = ref.model_copy(update={"basis": "target"})
    stated = {p: fact for p, fact in desk.lookup.stated(aim).items() if p and (ref.period is None or p == ref.period)}
    newest = [p for p in sorted(stated, reverse=True) if p.year >= desk.selection.as_of.year - 1][:_TARGETS]
    if not newest:
        desk.missing(desk.asked(aim))
    for period in sorted(newest):
        yield _row(ref, period, stated[period], desk)


def _row(ref: MetricRef, period: Period, target: Fact, desk: Desk) -> Progress:
    reached = _so_far(ref, period, desk)
    share = _share(ref, reached, target) if reached else None
    label = desk.naming.figure(target.aspects._replace(basis="actual"))
    return Progress(
        label=ref.label.of(desk.language) if ref.label else label,
        target=desk.print(target),
        target_period=period_name(period, desk.language),
        reached=desk.print(reached) if reached else None,
        reached_period=desk.period_of(reached) if reached else "",
        share=desk.print(share) if share else None,
        part=min(max(reached.value / target.value, Decimal(0)), Decimal(1)) if reached and target.value else Decimal(0),
        note="" if reached else desk.words.phrases["nothing_yet"],
    )


def _so_far(ref: MetricRef, period: Period, desk: Desk) -> Fact | None:
    stated = desk.lookup.stated(ref.model_copy(update={"period": None, "basis": "actual"}))
    prefix = f"{'FY' if period.fiscal else ''}{period.year}"
    parts = [Period(f"{prefix}-{part}") for part in _PARTS] if period.kind == "year" else []
    return next((stated[p] for p in (period, *parts) if p in stated), None)


def _share(ref: MetricRef, reached: Fact, target: Fact) -> Fact | None:
    """Return the share reached, in percent. Over 410,000 of 350,000 is over 117%."""
    aspects = reached.aspects._replace(metric=ref.metric, basis="target", measure="level")
    inputs = {"reached": reached, "target": target}
    if reached.bound == "at_least" and target.bound == "exact" and target.value > 0:
        least = (reached.value / target.value * 100).to_integral_value(ROUND_FLOOR)
        return Fact(
            aspects, least, "percent", "at_least", Decimal(1), (), (), Derivation(_SHARE, tuple(inputs.items()))
        )
    return derive(aspects, "percent", _SHARE, inputs) if reached.unit == target.unit else None


def _headline(row: Progress, desk: Desk) -> Line:
    if row.reached is None:
        return desk.words.line("target_set", metric=row.label, target=row.target, period=row.target_period)
    parts: dict[str, str | Printed] = {
        "metric": row.label,
        "reached": row.reached,
        "when": row.reached_period,
        "target": row.target,
    }
    if row.share is None:
        return desk.words.line("target_reached", period=row.target_period, **parts)
    return desk.words.line("target_reached_share", period=row.target_period, share=row.share, **parts)

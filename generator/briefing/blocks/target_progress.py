"""Target progress: what has been reached of each target, and what share of it that is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal

from generator.briefing.aims import aim, reached, targets
from generator.briefing.dates import period_name
from generator.briefing.desk import Desk
from generator.briefing.news import bare, last_issue
from generator.briefing.printed import Line, Printed
from generator.briefing.story import Progress, TargetProgress
from generator.selection.derived import derive
from generator.selection.fact import Derivation, Fact
from generator.settings.figure_sections import TargetProgressSection
from generator.settings.period import Period
from generator.settings.section import MetricRef

_SHARE = "reached / target * 100"


def target_progress(section: TargetProgressSection, desk: Desk) -> tuple[Line, TargetProgress] | None:
    """Return the headline and a row a target; None where no target is stated."""
    rows = [row for ref in section.metrics for row in _rows(ref, desk)]
    if not rows:
        desk.notice("No target is stated; the block is left out.")
        return None
    return _headline(next((row for row in rows if row.reached), rows[0]), desk), TargetProgress(tuple(rows))


def _rows(ref: MetricRef, desk: Desk) -> Iterator[Progress]:
    found = targets(ref, desk.lookup)
    if not found:
        desk.silent(aim(ref))
    for period, target in found.items():
        yield _row(ref, period, target, desk)


def _row(ref: MetricRef, period: Period, target: Fact, desk: Desk) -> Progress:
    so_far = reached(ref, period, desk.lookup)
    told = _share(ref, so_far, target) if so_far else None
    share = desk.print(told) if told else None
    before = _before(ref, period, desk) if share else None
    label = desk.naming.figure(target.aspects._replace(basis="actual"))
    return Progress(
        label=ref.label.of(desk.language) if ref.label else label,
        target=desk.print(target),
        target_period=period_name(period, desk.language),
        reached=desk.print(so_far) if so_far else None,
        reached_period=desk.period_of(so_far) if so_far else "",
        share=share,
        before=before if before and share and before.text != share.text else None,
        part=min(max(so_far.value / target.value, Decimal(0)), Decimal(1)) if so_far and target.value else Decimal(0),
        note="" if so_far else desk.words.phrases["nothing_yet"],
    )


def _before(ref: MetricRef, period: Period, desk: Desk) -> Printed | None:
    """Return the share that the issue before told; None where issues do not follow one another."""
    if desk.report.cadence is None:
        return None
    then = desk.before(last_issue(desk))
    so_far, target = reached(ref, period, then), targets(ref, then).get(period)
    share = _share(ref, bare(so_far), bare(target)) if so_far and target else None
    return desk.print(share) if share else None


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

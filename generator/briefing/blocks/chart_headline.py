"""What a chart shows, in a sentence, where its author has not said it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from generator.briefing.blocks.chart_steps import Step, steps
from generator.briefing.blocks.highest import by_company, highest
from generator.briefing.desk import Desk
from generator.briefing.history import History
from generator.briefing.printed import Line, Printed
from generator.selection.fact import Fact
from generator.settings.figure_sections import ChartSection
from generator.settings.period import Period
from generator.settings.section import MetricRef


def chart_headline(section: ChartSection, past: History, desk: Desk) -> Line:
    """Return one sentence: from where to where, how far towards the target, or which part leads."""
    kind, rows = section.kind, [(ref, facts) for ref, facts in past.rows if facts]
    if kind in ("target", "bullet") and (line := _target_headline(past, desk)):
        return line
    if kind == "waterfall":
        return _steps_headline(section, past, desk)
    if kind in ("stacked_bar", "donut", "share_bar") or (kind == "area" and len(rows) > 1):
        return _largest(past, desk)
    if kind in ("slope", "dumbbell"):
        return _moved(*max(rows, key=lambda row: _size(row[1], past)), past, desk)
    alone = [fact for _, facts in rows for fact in facts.values()] if len(past.periods) == 1 else []
    compared = highest(rows, past.periods[0], desk) if by_company(alone) else ()
    return compared or _moved(*rows[0], past, desk)


def _moved(ref: MetricRef, facts: Mapping[Period, Fact], past: History, desk: Desk) -> Line:
    """From where to where a metric moved; where it has no past, what it is."""
    shown = [facts[p] for p in past.periods if p in facts]
    last = shown[-1]
    same = len({fact.aspects.basis for fact in shown}) == 1 and len({fact.unit for fact in shown}) == 1
    if len(shown) < 2 or not same or last.aspects.period is None or past.periods[-1] not in facts:
        return desk.sentence(ref, last)
    first = _held_against(facts, shown, past)
    if first is None:
        return desk.sentence(ref, last)
    phrase = "held" if first.value == last.value else ("rose" if last.value > first.value else "fell")
    phrase = phrase if last.aspects.measure == "level" else "changed_by"  # growth that fell is no fall
    return desk.words.line(
        phrase,
        metric=desk.naming.ref(ref, last.aspects),
        last=desk.print(last),
        first=desk.print(first),
        last_when=desk.naming.when(last.aspects.period),
        first_when=desk.naming.when(first.aspects.period),
        last_period=desk.period_of(last),
        first_period=desk.period_of(first),
    )


def _held_against(facts: Mapping[Period, Fact], shown: list[Fact], past: History) -> Fact | None:
    """Return what a metric's latest fact is held against: the first one; of a quarter, which has its season, the same
    one a year before, or the one right before where the chart has only these two; None where neither is stated.
    """
    latest = past.periods[-1]
    if latest.kind not in ("month", "quarter", "half", "nine_months"):
        return shown[0]
    return facts.get(latest.years_before()) or (facts.get(latest.steps_before(1)) if len(shown) == 2 else None)


def _size(facts: Mapping[Period, Fact], past: History) -> Decimal:
    """How far a metric moved between two periods: in points where it is a percentage, else by its own size."""
    first, last = (facts[period] for period in past.periods)
    moved = abs(last.value - first.value)
    return moved if first.unit == "percent" else moved / (abs(first.value) or Decimal(1))


def _steps_headline(section: ChartSection, past: History, desk: Desk) -> Line:
    """The whole, and the part of it that weighs most."""
    ref, whole = past.rows[-1]
    bars = [bar for bar in steps(section, past, desk) or () if not bar.whole]
    line = _moved(ref, whole, past, desk)
    if not bars:
        return line
    most = max(bars, key=lambda bar: abs(bar.fact.value))
    value = desk.print(most.fact, "amount") if len(past.periods) == 1 else _by(most, desk)
    second = desk.words.line(
        "weighed_most" if len(past.periods) == 1 else "moved_most", metric=most.inside(desk), value=value
    )
    return (*line, " ", *second) if desk.language == "en" else (*line, *second)


def _by(bar: Step, desk: Desk) -> Printed:
    fact, numbers = bar.fact, desk.numbers
    value = bar.sign * fact.value
    text = numbers.amount(value, fact.unit, fact.precision, fact.bound)
    return desk.register.printed(f"+{text}" if value > 0 and fact.bound == "exact" else text, fact)


def _target_headline(past: History, desk: Desk) -> Line:
    stated = [(ref, fact) for ref, facts in past.rows for fact in facts.values()]
    targets = [fact for _, fact in stated if fact.aspects.basis == "target"]
    actual = [(ref, fact) for ref, fact in stated if fact.aspects.basis == "actual"]
    if not targets or not actual:
        return ()
    (ref, now), target = max(actual, key=lambda pair: _end(pair[1])), max(targets, key=_end)
    return desk.words.line(
        "against_target",
        metric=desk.naming.ref(ref, now.aspects),
        value=desk.print(now),
        when=desk.naming.when(now.aspects.period),
        target=desk.print(target),
        target_period=desk.period_of(target),
    )


def _end(fact: Fact) -> tuple[date, int]:
    period = fact.aspects.period
    return (period.end, period.months) if period else (date.min, 0)


def _largest(past: History, desk: Desk) -> Line:
    last = past.periods[-1]
    ref, fact = max(((ref, facts[last]) for ref, facts in past.rows if last in facts), key=lambda pair: pair[1].value)
    when = desk.naming.when(last)
    return desk.words.line("largest", metric=desk.naming.ref(ref, fact.aspects), when=when, value=desk.print(fact))

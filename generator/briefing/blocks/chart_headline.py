"""What a chart shows, in a sentence, where its author has not said it."""

from __future__ import annotations

from datetime import date

from generator.briefing.desk import Desk
from generator.briefing.history import History
from generator.briefing.model import Line
from generator.selection.fact import Fact
from generator.settings.report import ChartSection


def chart_headline(section: ChartSection, past: History, desk: Desk) -> Line:
    """Return one sentence: from where to where, how far towards the target, or which part leads."""
    last_period = past.periods[-1]
    if section.kind == "target" and (line := _target_headline(past, desk)):
        return line
    if section.kind == "stacked_bar":
        return _largest(past, desk)
    ref, facts = next((ref, facts) for ref, facts in past.rows if facts)
    shown = [facts[p] for p in past.periods if p in facts]
    if len(shown) < 2 or shown[-1].aspects.period is None or last_period not in facts:
        return desk.sentence(ref, shown[-1])
    first, last = shown[0], shown[-1]
    phrase = "held" if first.value == last.value else ("rose" if last.value > first.value else "fell")
    name = desk.naming.ref(ref, last.aspects)
    return desk.words.line(
        phrase,
        metric=name,
        last=desk.print(last),
        first=desk.print(first),
        last_when=desk.naming.when(last.aspects.period),
        first_when=desk.naming.when(first.aspects.period),
        last_period=desk.period_of(last),
        first_period=desk.period_of(first),
    )


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

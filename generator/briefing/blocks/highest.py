"""Whose figure is the highest of several companies'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.briefing.desk import Desk
from generator.briefing.printed import Line
from generator.selection.fact import Fact
from generator.settings.period import Period
from generator.settings.section import MetricRef


def highest(rows: Sequence[tuple[MetricRef, Mapping[Period, Fact]]], period: Period | None, desk: Desk) -> Line:
    """Say whose figure is the highest, where all are stated for one period in one unit; else nothing."""
    if period is None or len(rows) < 2 or any(period not in facts for _, facts in rows):
        return ()
    stated = [(ref, facts[period]) for ref, facts in rows]
    (ref, most), second = sorted(stated, key=lambda pair: pair[1].value, reverse=True)[:2]
    if len({fact.unit for _, fact in stated}) > 1 or most.value == second[1].value:
        return ()
    when = desk.naming.when(most.aspects.period)
    if most.aspects.measure != "level":
        return _rose_most(most, when, desk) if most.value > 0 else ()
    return desk.words.line("highest", metric=desk.naming.ref(ref, most.aspects), when=when, value=desk.print(most))


def _rose_most(fact: Fact, when: str, desk: Desk) -> Line:
    name, over = desk.naming.figure(fact.aspects._replace(measure="level")), desk.naming.measure(fact.aspects)
    return desk.words.line("rose_most", metric=name, when=when, change=desk.print(fact, "moved"), measure=over)


def by_company(facts: Sequence[Fact]) -> bool:
    """Whether facts tell one thing of several companies, whenever it was."""
    companies = {fact.aspects.entity for fact in facts}
    return len({fact.aspects._replace(entity=None, period=None) for fact in facts}) == 1 < len(companies)

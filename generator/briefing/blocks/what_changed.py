"""What changed since the last issue: figures that are new, targets set anew, sources that now disagree."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from generator.briefing.dates import day_name
from generator.briefing.desk import Desk, disputed
from generator.briefing.model import Line
from generator.briefing.story import Change, WhatChanged
from generator.extraction.figure import Figure
from generator.selection.agreement import claims
from generator.selection.fact import Fact
from generator.settings.report import MetricRef, WhatChangedSection

_BRIEF = 6  # rows
_BETWEEN = {"weekly": timedelta(days=7), "quarterly": timedelta(days=91)}


def what_changed(section: WhatChangedSection, desk: Desk) -> tuple[Line, WhatChanged]:
    """Return the headline and a row a change."""
    since = section.since or desk.selection.as_of - _BETWEEN[desk.report.cadence or "weekly"]
    found = [row for ref in section.metrics or _named(desk) if (row := _change(ref, since, desk))]
    rows = tuple(found[:_BRIEF] if desk.brief else found)
    phrases, day = desk.words.phrases, day_name(since, desk.language)
    header = (desk.words.labels["metric"], phrases["column_now"], phrases["column_before"], phrases["column_what"])
    if not rows:
        none = desk.words.say("nothing_changed", day=day)
        return (none,), WhatChanged(header, (), none)
    said = desk.words.line("changed", changes=desk.words.quantity("changes", len(rows)), day=day)
    return said, WhatChanged(header, rows)


def _named(desk: Desk) -> list[MetricRef]:
    """Every metric that the report names, whatever the period, and its target where there is one."""
    refs = [ref for section in desk.report.sections for ref in getattr(section, "metrics", ())]
    levels = [ref.model_copy(update={"label": None, "period": None}) for ref in refs if ref.measure == "level"]
    aims = [ref.model_copy(update={"basis": "target"}) for ref in levels if ref.basis == "actual"]
    both = [*levels, *aims]
    return [ref for i, ref in enumerate(both) if ref not in both[:i]]


def _change(ref: MetricRef, since: date, desk: Desk) -> Change | None:
    fact = desk.lookup.find(ref, desk.period)
    if fact is None or not fact.supporting:
        return None
    if _first(fact.supporting, desk) > since:
        older = [p for p, f in desk.lookup.stated(ref).items() if p and _known(f, since, desk)]
        previous = desk.lookup.stated(ref)[max(older)] if older and ref.basis == "actual" else _superseded(fact)
        return _row(ref, "change_new", fact, previous, desk)
    if fact.superseded and _last(fact.superseded, desk) <= since < _last(fact.supporting, desk):
        return _row(ref, "change_revised", fact, _superseded(fact), desk)
    if disputed(fact) and _first(fact.dissenting, desk) > since:
        return _row(ref, "change_disputed", fact, _alone(fact, fact.dissenting), desk)
    return None


def _known(fact: Fact, since: date, desk: Desk) -> bool:
    return bool(fact.supporting) and _first(fact.supporting, desk) <= since


def _superseded(fact: Fact) -> Fact | None:
    return _alone(fact, fact.superseded) if fact.superseded else None


def _alone(fact: Fact, figures: tuple[Figure, ...]) -> Fact:
    """Return the first claim of some figures as a fact of their own."""
    claim = claims(figures)[0]
    return Fact(fact.aspects, claim.value, claim.unit, claim.bound, claim.precision, claim.figures, ())


def _row(ref: MetricRef, what: str, fact: Fact, before: Fact | None, desk: Desk) -> Change:
    return Change(
        label=desk.naming.ref(ref, fact.aspects),
        what=desk.words.phrases[what],
        now=desk.print(fact),
        now_period=desk.period_of(fact),
        before=desk.print(before) if before else None,
        before_period=desk.period_of(before) if before else "",
    )


def _days(figures: Iterable[Figure], desk: Desk) -> list[date]:
    return [desk.register.choice.when(figure).date() for figure in figures]


def _first(figures: Iterable[Figure], desk: Desk) -> date:
    return min(_days(figures, desk))


def _last(figures: Iterable[Figure], desk: Desk) -> date:
    return max(_days(figures, desk))

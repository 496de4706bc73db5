"""History: metrics over periods, side by side, for charts and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.briefing.desk import Desk
from generator.briefing.lookup import ending_on
from generator.selection.fact import Fact
from generator.settings.period import Period
from generator.settings.section import MetricRef

_KINDS = ("quarter", "year", "half", "nine_months", "month", "instant")


@dataclass(frozen=True)
class History:
    """Facts by period for each reference; `periods` in order of time, each with at least one fact but for spaced()."""

    periods: tuple[Period, ...]
    rows: tuple[tuple[MetricRef, Mapping[Period, Fact]], ...]


def history(desk: Desk, refs: Sequence[MetricRef], periods: int | tuple[Period, ...]) -> History:
    """Return what is stated for the latest few periods in a row, of the kind most often stated; or for those given.

    A metric that none of them states is taken down as a gap.
    """
    wanted: tuple[Period, ...]
    if isinstance(periods, int):
        stated = {index: _current(desk, ref, _until(_stated(desk, ref), _end(desk))) for index, ref in enumerate(refs)}
        kind = _kind(list(stated.values()))
        found = {p for facts in stated.values() for p in facts if p.kind == kind and p.fiscal == _fiscal(stated, kind)}
        wanted = _latest(found, periods)
    else:
        wanted = tuple(sorted(map(desk.own_name, periods)))
    rows = []
    for ref in refs:
        facts = _stated(desk, ref)
        rows.append((ref, {period: facts[period] for period in wanted if period in facts}))
        if not rows[-1][1]:
            desk.silent(ref)
        elif wanted:
            _holes(desk, ref, rows[-1][1], wanted)
    return told_of(wanted, rows)


def _current(desk: Desk, ref: MetricRef, facts: Mapping[Period, Fact]) -> Mapping[Period, Fact]:
    """Return facts of which the latest is recent enough to stand for today's, or for the period that is asked for."""
    return facts if _end(desk) or not desk.lookup.is_old(ref, max(facts, default=None)) else {}


def _holes(desk: Desk, ref: MetricRef, facts: Mapping[Period, Fact], wanted: Sequence[Period]) -> None:
    """Take down the periods among those wanted of which something is said, and contradicted."""
    entity = desk.lookup.aspects(ref).entity
    for period, found in desk.lookup.contradictions(ref).items():
        own = desk.own_name(period, entity) if period else None
        if own and own not in facts and own.kind == wanted[0].kind and wanted[0] <= own <= wanted[-1]:
            desk.hole(ref, found)


def told_of(periods: Sequence[Period], rows: Sequence[tuple[MetricRef, Mapping[Period, Fact]]]) -> History:
    """Return the history of those among some periods that anything is stated for."""
    return History(tuple(p for p in periods if any(p in facts for _, facts in rows)), tuple(rows))


def spaced(past: History) -> History:
    """Return a history with the periods that nothing is stated for, so that time runs evenly along an axis."""
    if len(past.periods) < 2 or past.periods[0].kind == "instant":
        return past
    row, first = [past.periods[-1]], past.periods[0]
    while row[0] > first:
        row.insert(0, row[0].steps_before(1))
    return History(tuple(row), past.rows) if set(past.periods) <= set(row) else past


def dated(desk: Desk, refs: Sequence[MetricRef], periods: int | tuple[Period, ...]) -> History:
    """Return the latest few facts of each reference by the day on which they hold, whatever kind of period that ends.

    Of the periods of one metric only those of the kind that it is most often stated for.
    """
    rows: list[tuple[MetricRef, dict[Period, Fact]]] = []
    meant = None if isinstance(periods, int) else set(map(desk.own_name, periods))
    for ref in refs:
        facts = _until(_by_own_name(desk, ref), _last(desk, ref))
        asked = desk.own_name(ref.period, ref.entity) if ref.period else None
        chosen = [asked] if asked else [p for p in facts if p.kind == _kind([facts])]
        chosen = [p for p in chosen if p in facts and (meant is None or p in meant)]
        rows.append((ref, {p: facts[p] for p in sorted(chosen)}))
        if not chosen:
            desk.silent(ref)
    found = sorted({period for _, facts in rows for period in facts})
    kept = found[-periods:] if isinstance(periods, int) else found
    return History(tuple(kept), tuple((ref, {p: f for p, f in facts.items() if p in kept}) for ref, facts in rows))


def _latest(found: Collection[Period], count: int) -> tuple[Period, ...]:
    """Return those found among the last few in a row: what a text recalls of 2019 is no neighbour of this year's."""
    ordered = sorted(found)
    if not ordered or ordered[-1].kind == "instant":
        return tuple(ordered[-count:])
    first = ordered[-1].steps_before(count - 1)
    return tuple(period for period in ordered if period >= first)


def _last(desk: Desk, ref: MetricRef) -> date | None:
    """Return the last day of what may be shown; a target lies ahead of it."""
    return _end(desk) if ref.basis == "actual" else None


def _stated(desk: Desk, ref: MetricRef) -> dict[Period, Fact]:
    """Every period of a metric; what is counted on a day also stands under the quarter and the year that end on it."""
    facts = _by_own_name(desk, ref)
    metric = desk.catalogue.metrics.get(ref.metric)
    if metric is not None and metric.period_type == "instant":
        entity = desk.lookup.aspects(ref).entity
        year_end = desk.catalogue.year_end(entity)
        for period, fact in list(facts.items()):
            if not period.fiscal:
                for other in ending_on(period.end, year_end):
                    facts.setdefault(desk.own_name(other, entity), fact)
    return facts


def _by_own_name(desk: Desk, ref: MetricRef) -> dict[Period, Fact]:
    """Return what is stated of a metric; another company's periods by the name that the report's own has for them."""
    entity = desk.lookup.aspects(ref).entity
    stated = desk.lookup.stated(ref).items()
    return {desk.own_name(period, entity): fact for period, fact in stated if period is not None}


def _until(facts: Mapping[Period, Fact], end: date | None) -> dict[Period, Fact]:
    return {period: fact for period, fact in facts.items() if end is None or period.end <= end}


def _end(desk: Desk) -> date | None:
    return desk.period.end if desk.period else None


def _kind(stated: Sequence[Mapping[Period, Fact]]) -> str:
    counts = Counter(period.kind for facts in stated for period in facts)
    return max(_KINDS, key=lambda kind: (counts[kind], -_KINDS.index(kind)))


def _fiscal(stated: Mapping[int, Mapping[Period, Fact]], kind: str) -> bool:
    """Whether fiscal labels outnumber the calendar's: the two are never put on one axis."""
    counts = Counter(period.fiscal for facts in stated.values() for period in facts if period.kind == kind)
    return counts[True] > counts[False]

"""The chart before it is drawn: series on one common axis and in one common unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.briefing.blocks.against_target import towards_target
from generator.briefing.blocks.chart_headline import chart_headline
from generator.briefing.blocks.scorecard import card
from generator.briefing.citations import cited
from generator.briefing.dates import period_short
from generator.briefing.desk import Desk
from generator.briefing.history import History, history
from generator.briefing.model import ChartBlock, Line, Point, Scorecard, Series
from generator.briefing.numbers import Scale
from generator.briefing.prose import sentence
from generator.briefing.words import plain
from generator.selection.fact import Fact
from generator.settings.period import Period
from generator.settings.report import ChartSection

_FEWEST = 2  # points: fewer make no chart


def chart(section: ChartSection, desk: Desk) -> tuple[Line, ChartBlock | Scorecard] | None:
    """Return the headline and the chart. Where there are too few points for one, the figures that there are, on cards;
    None where there are none.
    """
    past = towards_target(desk, section) if section.kind == "target" else None
    past = past or history(desk, section.metrics, section.periods)
    past = _one_unit(past, desk)
    past = _whole_stacks(past, desk) if section.kind == "stacked_bar" else past
    if sum(len(facts) for _, facts in past.rows) < _FEWEST or (section.kind == "line" and len(past.periods) < _FEWEST):
        return _cards(past, desk)
    headline = _authors(section.headline.of(desk.language), desk) if section.headline else ()
    headline = headline or chart_headline(section, past, desk)
    takeaway = _authors(section.takeaway.of(desk.language), desk) if section.takeaway else ()
    return headline, _drawn(section, past, headline, takeaway, desk)


def _drawn(section: ChartSection, past: History, headline: Line, takeaway: Line, desk: Desk) -> ChartBlock:
    facts = [fact for _, by_period in past.rows for fact in by_period.values()]
    unit, metric = facts[0].unit, past.rows[0][0].metric
    scale = desk.numbers.common((fact.value for fact in facts), counted=not unit.isupper())
    finest = min(fact.precision for fact in facts)
    series = tuple(
        Series(desk.naming.ref(ref, next(iter(by_period.values())).aspects), _points(past, by_period, scale, desk))
        for ref, by_period in past.rows
        if by_period
    )
    name = desk.numbers.unit(unit, scale, desk.naming.noun(metric))
    labels = tuple(period_short(period, desk.language) for period in past.periods)
    block = ChartBlock(
        id=desk.section,
        chart=section.kind,
        headline=headline,
        takeaway=takeaway,
        unit=name,
        decimals=desk.numbers.decimals(finest, scale),
        labels=labels,
        series=series,
        description=_description(section, labels, series, name, desk),
        citations=(),
    )
    return replace(block, citations=cited([headline, takeaway, series]))


def _points(past: History, facts: Mapping[Period, Fact], scale: Scale, desk: Desk) -> tuple[Point, ...]:
    return tuple(_point(period_short(p, desk.language), facts[p], scale, desk) for p in past.periods if p in facts)


def _point(label: str, fact: Fact, scale: Scale, desk: Desk) -> Point:
    text = desk.numbers.bare(fact.value, fact.precision, scale, fact.bound, fact.unit)
    return Point(label, fact.value / scale.factor, desk.register.printed(text, fact), fact.aspects.basis)


def _one_unit(past: History, desk: Desk) -> History:
    """Keep what can stand on one axis: the unit that most facts share."""
    units = [fact.unit for _, facts in past.rows for fact in facts.values()]
    if len(set(units)) < 2:
        return past
    unit = max(set(units), key=lambda u: (units.count(u), u))
    desk.notice(f"The chart mixes units; only what is in {unit} is shown.")
    rows = tuple((ref, {p: fact for p, fact in facts.items() if fact.unit == unit}) for ref, facts in past.rows)
    return History(tuple(p for p in past.periods if any(p in facts for _, facts in rows)), rows)


def _whole_stacks(past: History, desk: Desk) -> History:
    """Keep the periods in which every part is stated: a stack without one would look like a smaller whole."""
    rows = [(ref, facts) for ref, facts in past.rows if facts]
    whole = tuple(period for period in past.periods if all(period in facts for _, facts in rows))
    if len(whole) == len(past.periods) or len(whole) < _FEWEST:
        return past
    gone = ", ".join(str(period) for period in past.periods if period not in whole)
    desk.notice(f"The stack leaves out {gone}, for which not every part is stated.")
    return History(whole, tuple((ref, {p: facts[p] for p in whole}) for ref, facts in rows))


def _cards(past: History, desk: Desk) -> tuple[Line, Scorecard] | None:
    stated = [(ref, fact) for ref, facts in past.rows for fact in facts.values()]
    desk.notice(
        "Too few points for a chart" + ("; what is stated is shown on cards." if stated else "; it is left out.")
    )
    if not stated:
        return None
    return desk.sentence(*stated[0]), Scorecard(tuple(card(ref, fact, desk) for ref, fact in stated))


def _authors(text: str, desk: Desk) -> Line:
    """The author's own sentence; nothing where a figure in it is not stated: a composed one stands in."""
    line = sentence(text, desk)
    return () if desk.words.phrases["change_not_stated"] in plain(line) else line


def _description(section: ChartSection, labels: Sequence[str], series: Sequence[Series], unit: str, desk: Desk) -> str:
    return desk.words.say(
        "chart_description",
        kind=desk.words.phrases[f"kind_{section.kind}"],
        metrics=desk.words.phrases["list_comma"].join(s.name for s in series),
        first=labels[0],
        last=labels[-1],
        unit=unit or desk.words.labels["metric"],
    )

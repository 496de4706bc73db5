"""From facts to what is drawn: labels along one axis, series of points, and the unit that they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.briefing.blocks.chart_facts import OWN_SCALES
from generator.briefing.blocks.highest import by_company
from generator.briefing.blocks.table import with_unit
from generator.briefing.charted import Point, Series
from generator.briefing.dates import period_short
from generator.briefing.desk import Desk
from generator.briefing.history import History
from generator.briefing.numbers import Scale
from generator.briefing.printed import Printed
from generator.selection.fact import Fact
from generator.settings.figure_sections import ChartSection
from generator.settings.section import MetricRef


class Plotted(NamedTuple):
    """What a chart block holds of its figures."""

    unit: str
    decimals: int
    labels: tuple[str, ...]
    series: tuple[Series, ...]


def plotted(section: ChartSection, past: History, desk: Desk) -> Plotted:
    """Return labels and series of a chart: of one scale, or with a scale for each row."""
    if section.kind == "donut":
        return _of_one_period(past, desk, largest_first=True)
    if is_across(section, past):
        return _of_one_period(past, desk)
    if section.kind == "bullet":
        return _progress(past, desk)
    if section.kind in OWN_SCALES:
        return _rows(section, past, desk)
    common = Common.of([fact for _, by_period in past.rows for fact in by_period.values()], past.rows[0][0], desk)
    labels = tuple(period_short(period, desk.language) for period in past.periods)
    rows = [(ref, facts) for ref, facts in past.rows if facts]
    names = _names([(ref, next(iter(facts.values()))) for ref, facts in rows], desk)
    axis = list(zip(labels, past.periods, strict=True))
    series = tuple(
        Series(name, tuple(common.point(label, facts[period], desk) for label, period in axis if period in facts))
        for name, (_, facts) in zip(names, rows, strict=True)
    )
    return Plotted(common.unit, common.decimals, labels, series)


def is_across(section: ChartSection, past: History) -> bool:
    """Whether bars stand for several things in one period, and not for periods."""
    return section.kind in ("bar", "grouped_bar") and len(past.periods) == 1 and len([f for _, f in past.rows if f]) > 1


class Common(NamedTuple):
    """The scale, unit and decimals that the points of one chart share."""

    scale: Scale
    unit: str
    decimals: int

    @classmethod
    def of(cls, facts: Sequence[Fact], ref: MetricRef, desk: Desk) -> Common:
        """Return what suits all of some facts."""
        unit = facts[0].unit
        scale = desk.numbers.common(((fact.value, fact.precision) for fact in facts), counted=not unit.isupper())
        decimals = desk.numbers.decimals(unit, min(fact.precision for fact in facts), scale)
        return cls(scale, desk.numbers.unit(unit, scale, desk.naming.noun(ref.metric)), decimals)

    def point(self, label: str, fact: Fact, desk: Desk) -> Point:
        """Return a fact as a point; its words leave the unit to the chart."""
        text = desk.numbers.bare(fact.value, fact.precision, self.scale, fact.bound, fact.unit)
        return point_of(label, fact, self.scale, desk.register.printed(text, fact))


def point_of(label: str, fact: Fact, scale: Scale, printed: Printed) -> Point:
    """Return a fact as a point of a chart."""
    day = fact.aspects.period.end if fact.aspects.period else None
    return Point(label, fact.value / scale.factor, printed, fact.aspects.basis, day)


def distinct(names: Iterable[str]) -> list[str]:
    """Return names, the later ones of the same told apart: a chart would take them for one thing.

    By letters: a `(2)` that comes to stand on a line of its own is a number that nothing proves.
    """
    found: list[str] = []
    for name in names:
        count = sum(other == name or other.startswith(f"{name} (") for other in found)
        found.append(f"{name} ({chr(ord('a') + count)})" if name in found else name)
    return found


def _names(shown: Sequence[tuple[MetricRef, Fact]], desk: Desk) -> list[str]:
    """Name what a chart shows, each by a name of its own: where nothing but the company differs, by that alone."""
    if by_company([fact for _, fact in shown]):
        named = (
            ref.label.of(desk.language) if ref.label else desk.naming.company(f.aspects.entity) for ref, f in shown
        )
        return distinct(named)
    return distinct(desk.naming.ref(ref, fact.aspects) for ref, fact in shown)


def _of_one_period(past: History, desk: Desk, largest_first: bool = False) -> Plotted:
    """A label for each row of one period, in the author's order or by size: four makers' deliveries of one month.

    What a donut's slices are of stands in its midst; over bars, their period stands before the unit.
    """
    period = past.periods[-1]
    stated = [(ref, facts[period]) for ref, facts in past.rows if period in facts]
    common = Common.of([fact for _, fact in stated], stated[0][0], desk)
    if largest_first:
        stated.sort(key=lambda pair: -pair[1].value)
    labels = _names(stated, desk)
    points = tuple(common.point(label, fact, desk) for label, (_, fact) in zip(labels, stated, strict=True))
    when = period_short(period, desk.language)
    unit = common.unit if largest_first else " · ".join(part for part in (when, common.unit) if part)
    return Plotted(unit, common.decimals, tuple(labels), (Series(when, points),))


def _progress(past: History, desk: Desk) -> Plotted:
    """A label for what is measured, with the day it had come to; a series for what is reached, and for each aim."""
    labels: list[str] = []
    points: dict[str, list[Point]] = {}
    for ref, facts in past.rows:
        period, fact = max(facts.items(), key=lambda item: item[0].end, default=(None, None))
        if fact is None or period is None:
            continue
        if fact.aspects.basis == "actual":
            name = desk.naming.ref(ref, fact.aspects)
            when = period_short(period, desk.language)
            labels = distinct([*labels, desk.words.say("of_period", metric=name, period=when)])
        series = (
            desk.words.phrases["reached"] if fact.aspects.basis == "actual" else desk.words.labels[fact.aspects.basis]
        )
        points.setdefault(series, []).append(point_of(labels[-1], fact, Scale(), desk.print(fact)))
    return Plotted("", 0, tuple(labels), tuple(Series(name, tuple(of)) for name, of in points.items()))


def _rows(section: ChartSection, past: History, desk: Desk) -> Plotted:
    """Rows with a scale each; only a sparkline's ends are written out."""
    labels = tuple(period_short(period, desk.language) for period in past.periods)
    series = []
    rows = [(ref, facts) for ref, facts in past.rows if facts]
    bare = section.kind == "heat_table"
    names = _names([(ref, next(iter(facts.values()))) for ref, facts in rows], desk)
    for name, (ref, facts) in zip(names, rows, strict=True):
        title, scale = with_unit(name, list(facts.values()), desk)
        words = [_words(fact, scale, bare, desk) for _, fact in sorted(facts.items())]
        written = {"sparkline": {0, len(words) - 1}, "vega_lite": set()}.get(section.kind, range(len(words)))
        points = [
            point_of(period_short(p, desk.language), facts[p], scale, replace(words[i], drawn=i not in written))
            for i, p in enumerate(sorted(facts))
        ]
        unit = desk.numbers.unit(next(iter(facts.values())).unit, scale, desk.naming.noun(ref.metric))
        series.append(Series(title if bare else name, tuple(points), unit))
    if section.kind == "timeline":
        return Plotted("", 0, labels, _by_metric(past, series, desk))
    return Plotted("", 0, labels, tuple(series))


def _by_metric(past: History, series: Sequence[Series], desk: Desk) -> tuple[Series, ...]:
    """One series a metric: on a timeline, a target and what was reached differ by their marks."""
    refs = [(ref, next(iter(facts.values())).aspects) for ref, facts in past.rows if facts]
    merged: dict[str, Series] = {}
    for (ref, aspects), one in zip(refs, series, strict=True):
        name = desk.naming.ref(ref, aspects._replace(basis="actual"))
        before = merged[name].points if name in merged else ()
        merged[name] = replace(one, name=name, points=(*before, *one.points))
    return tuple(merged.values())


def _words(fact: Fact, scale: Scale, bare: bool, desk: Desk) -> Printed:
    if not bare or fact.aspects.measure != "level" or "percent" in fact.unit:
        return desk.print(fact)
    return desk.register.printed(desk.numbers.bare(fact.value, fact.precision, scale, fact.bound, fact.unit), fact)

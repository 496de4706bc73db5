"""Which facts a chart shows: the latest periods, this year and last, a whole with its parts, or a target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.briefing.blocks.against_target import towards_target
from generator.briefing.desk import Desk
from generator.briefing.history import History, dated, history, spaced, told_of
from generator.selection.fact import Fact
from generator.settings.figure_sections import ChartSection
from generator.settings.period import Period
from generator.settings.section import MetricRef

# Kinds whose rows have a scale each, so that unlike units may stand in one chart.
OWN_SCALES = frozenset({"sparkline", "heat_table", "timeline", "bullet", "vega_lite"})
_STACKS = frozenset({"stacked_bar", "share_bar", "area"})
_ALONG_TIME = frozenset({"bar", "grouped_bar", "stacked_bar", "line", "area", "sparkline", "target"})
_USUAL = {"heat_table": 5, "share_bar": 1}  # periods; 8 for other kinds
_MANY = 40
Rows = Sequence[tuple[MetricRef, Mapping[Period, Fact]]]


def chart_facts(section: ChartSection, desk: Desk) -> History:
    """Return the facts of a chart, of one unit where its kind has one scale."""
    if section.kind in ("target", "bullet"):
        aims = towards_target(desk, section)
        if aims is not None:
            return aims if section.kind == "bullet" else _one_unit(aims, desk)
    if section.kind == "timeline":
        return dated(desk, section.metrics, section.periods or 8)
    if section.kind in ("slope", "dumbbell"):
        return _year_apart(section, _one_unit(_past(section, desk, _MANY), desk), desk)
    if section.kind in ("donut", "waterfall"):
        return _whole(section, _one_unit(_past(section, desk, _MANY), desk), desk)
    if section.kind == "share_bar" and not isinstance(section.periods, tuple):
        return _latest_whole(section.periods or 1, _one_unit(_past(section, desk, _MANY), desk), desk)
    past = _past(section, desk, section.periods or _USUAL.get(section.kind, 8))
    past = _one_unit_a_row(past, desk) if section.kind in OWN_SCALES else _one_unit(past, desk)
    past = _whole_stacks(past, desk) if section.kind in _STACKS else past
    return spaced(past) if section.kind in _ALONG_TIME else past


def _past(section: ChartSection, desk: Desk, periods: int | tuple[Period, ...]) -> History:
    return history(desk, section.metrics, section.periods if isinstance(section.periods, tuple) else periods)


def _one_unit(past: History, desk: Desk) -> History:
    """Keep what can stand on one axis: the unit that most facts share."""
    units = [fact.unit for _, facts in past.rows for fact in facts.values()]
    if len(set(units)) < 2:
        return past
    unit = max(set(units), key=lambda u: (units.count(u), u))
    desk.notice(f"The chart mixes units; only what is in {unit} is shown.")
    rows = tuple((ref, {p: fact for p, fact in facts.items() if fact.unit == unit}) for ref, facts in past.rows)
    return told_of(past.periods, rows)


def _one_unit_a_row(past: History, desk: Desk) -> History:
    """Keep in each row the unit that most of its facts share: a row has one scale."""
    rows = [row for one in past.rows for row in _one_unit(History(past.periods, (one,)), desk).rows]
    return told_of(past.periods, rows)


def _complete(past: History) -> tuple[Period, ...]:
    """Return the periods in which every part is stated: a whole without one would look smaller than it is."""
    rows = [facts for _, facts in past.rows if facts]
    return tuple(period for period in past.periods if all(period in facts for facts in rows))


def _whole_stacks(past: History, desk: Desk) -> History:
    whole = _complete(past)
    if len(whole) == len(past.periods) or len(whole) < 2:
        return past
    gone = ", ".join(str(period) for period in past.periods if period not in whole)
    desk.notice(f"The stack leaves out {gone}, for which not every part is stated.")
    return _only(past, whole)


def _whole(section: ChartSection, past: History, desk: Desk) -> History:
    """Return the latest period in which the whole is stated, or for a waterfall over two, it and the year before."""
    periods = section.periods
    if section.kind == "waterfall" and (len(periods) if isinstance(periods, tuple) else periods) == 2:
        whole = _only(past, _complete(past))
        return whole if isinstance(periods, tuple) else _year_apart(section, whole, desk)
    return _latest_whole(1, past, desk)


def _latest_whole(count: int, past: History, desk: Desk) -> History:
    whole = _complete(past)[-count:]
    if whole and whole[-1] != past.periods[-1]:
        desk.notice(f"{whole[-1]} is shown: for {past.periods[-1]} not every part is stated.")
    return _only(past, whole or past.periods[-1:])


def _year_apart(section: ChartSection, past: History, desk: Desk) -> History:
    """Return the latest period for which most rows are stated a year before too, and that year; rows with both."""
    pairs = [(p.years_before(), p) for p in past.periods if p.years_before() in past.periods]
    own = isinstance(section.periods, tuple)
    if own and len(past.periods) == 2 and not pairs:  # an author's own two periods need not be a year apart
        pairs = [(past.periods[0], past.periods[1])]
    both = {pair: sum(all(p in facts for p in pair) for _, facts in past.rows) for pair in pairs}
    recent = [pair for pair in pairs if own or desk.period or not desk.lookup.is_old(section.metrics[0], pair[1])]
    stated = [pair for pair in recent if both[pair]]
    if not stated:
        return _only(past, past.periods[-1:])
    pair = max(stated, key=lambda pair: (both[pair] * 2 > len(past.rows), pair[1]))
    for ref, facts in past.rows:
        for period in pair:
            if facts and period not in facts:
                desk.silent(ref.model_copy(update={"period": period}))
    kept = _only(past, pair)
    return History(pair, tuple((ref, facts) for ref, facts in kept.rows if len(facts) == 2))


def _only(past: History, periods: tuple[Period, ...]) -> History:
    rows = ((ref, {p: facts[p] for p in periods if p in facts}) for ref, facts in past.rows)
    return History(periods, tuple((ref, facts) for ref, facts in rows))

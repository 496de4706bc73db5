"""The table: metrics down; across, periods, or value, change and a year earlier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.briefing.blocks.scorecard import direction, favourable
from generator.briefing.dates import period_name, period_short
from generator.briefing.desk import Desk
from generator.briefing.history import history
from generator.briefing.numbers import Scale
from generator.briefing.printed import Line
from generator.briefing.tabled import Cell, Row, Table
from generator.selection.fact import Fact
from generator.settings.figure_sections import TableSection
from generator.settings.period import Period
from generator.settings.section import MetricRef

_BRIEF = 6  # rows
_COLUMNS = ("column_period", "column_value", "column_change", "column_earlier")
_ALWAYS = 2  # of these columns stand also where nothing fills them


def table(section: TableSection, desk: Desk) -> tuple[Line, Table]:
    """Return the headline and the table. A gap is an empty cell; the caption says what that means."""
    refs = section.metrics[:_BRIEF] if desk.brief else section.metrics
    return _periods(section, refs, desk) if section.columns == "periods" else _measures(refs, desk)


def _news(stated: list[tuple[MetricRef, Fact]], desk: Desk) -> Line:
    """The figure that moved most over the year."""
    if not stated:
        return desk.words.line("nothing_stated")

    def moved(pair: tuple[MetricRef, Fact]) -> Decimal:
        changed = desk.lookup.change(*pair)
        return abs(changed.value) if changed and changed.unit == "percent" else Decimal(0)

    return desk.sentence(*max(stated, key=moved))


def _measures(refs: tuple[MetricRef, ...], desk: Desk) -> tuple[Line, Table]:
    facts = [(ref, desk.find(ref)) for ref in refs]
    stated = [(ref, fact) for ref, fact in facts if fact]
    headline = _news(stated, desk)
    rows = [_measured(ref, fact, desk) for ref, fact in facts]
    kept = [i for i in range(len(_COLUMNS)) if i < _ALWAYS or any(row.cells[i].line for row in rows)]
    header = (desk.words.labels["metric"], *(desk.words.phrases[_COLUMNS[i]] for i in kept))
    return headline, _told(header, [replace(row, cells=tuple(row.cells[i] for i in kept)) for row in rows], desk)


def _measured(ref: MetricRef, fact: Fact | None, desk: Desk) -> Row:
    gap = Cell()
    if fact is None:
        wanted = desk.lookup.aspects(ref, desk.period)
        period = period_name(wanted.period, desk.language) if wanted.period else ""
        silent = Cell(note=desk.not_stated(ref))
        return Row(desk.naming.ref(ref, wanted), (Cell((period,) if period else (), numeric=False), silent, gap, gap))
    level = fact.aspects.measure == "level"
    changed = desk.lookup.change(ref, fact) if level else None
    earlier = desk.lookup.earlier(ref, fact) if level else None
    value = Cell((desk.print(fact),))
    change = gap
    if changed:
        change = Cell((desk.print(changed),), True, direction(changed), favourable(ref, changed, desk))
    before = Cell((desk.print(earlier),)) if earlier else gap
    when = Cell((desk.period_of(fact),), numeric=False)
    return Row(desk.naming.ref(ref, fact.aspects), (when, value, change, before))


def _periods(section: TableSection, refs: tuple[MetricRef, ...], desk: Desk) -> tuple[Line, Table]:
    past = history(desk, refs, section.periods)
    header = (desk.words.labels["metric"], *(period_short(period, desk.language) for period in past.periods))
    stated = [(ref, facts[past.periods[-1]]) for ref, facts in past.rows if past.periods and past.periods[-1] in facts]
    headline = _news(stated, desk)
    rows, silent = [], []
    for ref, facts in past.rows:
        if facts:
            rows.append(_over(past.periods, ref, facts, desk))
        else:
            silent.append(desk.naming.ref(ref, desk.lookup.aspects(ref, desk.period), inside=True))
    return headline, _told(header, rows, desk, silent)


def _over(periods: Sequence[Period], ref: MetricRef, facts: Mapping[Period, Fact], desk: Desk) -> Row:
    """A row over periods. Its label bears the unit, unless the sources count in several: then each value does."""
    name = desk.naming.ref(ref, [*facts.values()][-1].aspects)
    if len({fact.unit for fact in facts.values()}) > 1:
        cells = (Cell((desk.print(facts[period]),)) if period in facts else Cell() for period in periods)
        return Row(name, tuple(cells))
    label, scale = with_unit(name, list(facts.values()), desk)
    return Row(label, tuple(scaled(facts.get(period), scale, desk) for period in periods))


def _told(header: tuple[str, ...], rows: list[Row], desk: Desk, silent: Sequence[str] = ()) -> Table:
    """Return the table, with what its dashes mean where it has some, and what no period is stated of."""
    gaps = any(not cell.line and not cell.note for row in rows for cell in row.cells)
    said = [desk.words.phrases["table_gaps"]] if gaps else []
    if silent:
        names = desk.words.phrases["list_comma"].join(silent)
        said.append(desk.words.say("table_silent" if gaps else "not_stated_here", names=names))
    return Table(header, tuple(rows), "".join(said))


def with_unit(name: str, facts: list[Fact], desk: Desk) -> tuple[str, Scale]:
    """A row's name with the unit that its numbers share, and their scale."""
    if not facts[0].unit.isupper():
        counted = desk.numbers.common(((fact.value, fact.precision) for fact in facts), counted=True)
        return (desk.words.say("of_unit", metric=name, unit=counted.word) if counted.word else name), counted
    scale = desk.numbers.common(((fact.value, fact.precision) for fact in facts), counted=False)
    unit = desk.numbers.unit(facts[0].unit, scale, "")
    return desk.words.say("of_unit", metric=name, unit=unit), scale


def scaled(fact: Fact | None, scale: Scale, desk: Desk) -> Cell:
    """Return a figure whose unit stands elsewhere; a change and a percentage bear theirs."""
    if fact is None:
        return Cell()
    if fact.aspects.measure != "level" or "percent" in fact.unit:
        return Cell((desk.print(fact),))
    text = desk.numbers.bare(fact.value, fact.precision, scale, fact.bound, fact.unit)
    return Cell((desk.register.printed(text, fact),))

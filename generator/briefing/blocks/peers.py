"""Peers: metrics down, companies across, each metric for the latest period that companies can be held against in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.briefing.blocks.highest import highest
from generator.briefing.blocks.scorecard import direction, favourable
from generator.briefing.blocks.table import scaled, with_unit
from generator.briefing.dates import period_short
from generator.briefing.desk import Desk
from generator.briefing.history import history
from generator.briefing.numbers import Scale
from generator.briefing.printed import Line
from generator.briefing.tabled import Cell, Row, Table
from generator.selection.fact import Fact
from generator.settings.figure_sections import PeersSection
from generator.settings.period import Period
from generator.settings.section import MetricRef

_BRIEF = 6  # rows
_BACK = 6  # periods: what was stated longer ago is held against nobody's latest

Stated = tuple[tuple[MetricRef, Mapping[Period, Fact]], ...]


def refs_of(section: PeersSection, asked: MetricRef) -> list[MetricRef]:
    """Return what is asked of each company."""
    return [asked.model_copy(update={"entity": company}) for company in section.companies]


def peers(section: PeersSection, desk: Desk) -> tuple[Line, Table]:
    """Return the headline and the table. Who states a metric for another period has that beside the figure."""
    headline: Line = ()
    first: Line = ()
    rows = []
    for asked in section.metrics[:_BRIEF] if desk.brief else section.metrics:
        meant = asked.period or section.period
        past = history(desk, refs_of(section, asked), (meant,) if meant else _BACK)
        period = _shared(past.rows, past.periods)
        rows.append(_row(asked, past.rows, period, desk))
        headline = headline or highest(past.rows, period, desk)
        first = first or next(
            (desk.sentence(r, facts[period]) for r, facts in past.rows if period and period in facts), ()
        )
    companies = map(desk.naming.company, section.companies)
    silent = any(not cell.line for row in rows for cell in row.cells)
    caption = desk.words.phrases["table_gaps"] if silent else ""
    table = Table((desk.words.labels["metric"], *companies), tuple(rows), caption)
    return headline or first or desk.words.line("nothing_stated"), table


def _shared(rows: Stated, periods: tuple[Period, ...]) -> Period | None:
    """Return the latest period that two companies state; else the latest that one does."""
    several = [period for period in periods if sum(period in facts for _, facts in rows) > 1]
    return max(several or periods, default=None)


def _row(asked: MetricRef, rows: Stated, period: Period | None, desk: Desk) -> Row:
    """A row. Its label bears the period, and the unit, unless companies count in several: then each value does."""
    shown = {ref.entity: _shown(stated, period, desk) for ref, stated in rows if stated}
    facts = [fact for _, fact in shown.values()]
    if not facts:
        nobodys = desk.lookup.aspects(asked)._replace(entity=None)
        return Row(desk.naming.ref(asked, nobodys), (Cell(),) * len(rows))
    own = replace(desk, naming=replace(desk.naming, entity=facts[-1].aspects.entity))
    one_unit = len({fact.unit for fact in facts}) == 1
    name = own.naming.ref(asked, facts[-1].aspects)
    label, scale = with_unit(name, facts, own) if one_unit else (name, None)
    if period:
        label = desk.words.say("of_period", metric=label, period=period_short(period, desk.language))
    cells = [_cell(ref, shown.get(ref.entity), scale, desk) for ref, _ in rows]
    return Row(label, tuple(cells))


def _shown(stated: Mapping[Period, Fact], period: Period | None, desk: Desk) -> tuple[str, Fact]:
    """Return what is shown of a company: its figure for the period, else its latest one with the name of its own."""
    if period and period in stated:
        return "", stated[period]
    latest = max(stated)
    return period_short(latest, desk.language), stated[latest]


def _cell(ref: MetricRef, shown: tuple[str, Fact] | None, scale: Scale | None, desk: Desk) -> Cell:
    if shown is None:
        return Cell()
    when, fact = shown
    cell = scaled(fact, scale, desk) if scale else Cell((desk.print(fact),))
    if fact.aspects.measure != "level":
        cell = replace(cell, direction=direction(fact), favourable=favourable(ref, fact, desk))
    return replace(cell, note=when)

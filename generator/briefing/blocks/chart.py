"""The chart before it is drawn: its facts, headline, series and alternative text; cards where they make no chart."""

from __future__ import annotations

from dataclasses import replace

from generator.briefing.blocks.chart_facts import chart_facts
from generator.briefing.blocks.chart_headline import chart_headline
from generator.briefing.blocks.chart_series import Plotted, is_across, plotted
from generator.briefing.blocks.chart_steps import waterfall
from generator.briefing.blocks.scorecard import card
from generator.briefing.charted import ChartBlock
from generator.briefing.citations import cited
from generator.briefing.desk import Desk
from generator.briefing.history import History
from generator.briefing.printed import Line
from generator.briefing.prose import sentence
from generator.briefing.tabled import Scorecard
from generator.briefing.words import plain
from generator.settings.figure_sections import ChartSection

_FEWEST = 2  # points: fewer make no chart
_LINES = ("line", "area", "sparkline", "slope", "dumbbell")  # lead from one point to another


def chart(section: ChartSection, desk: Desk) -> tuple[Line, ChartBlock | Scorecard] | None:
    """Return the headline and the chart. Where what is stated makes none, the figures that there are, on cards;
    None where there are none.
    """
    past = chart_facts(section, desk)
    drawn = _plotted(section, past, desk)
    if drawn is None:
        return _cards(past, desk)
    headline = _authors(section.headline.of(desk.language), desk) if section.headline else ()
    headline = headline or chart_headline(section, past, desk)
    takeaway = _authors(section.takeaway.of(desk.language), desk) if section.takeaway else ()
    block = ChartBlock(
        id=desk.section,
        chart=section.kind,
        headline=headline,
        takeaway=takeaway,
        unit=drawn.unit,
        decimals=drawn.decimals,
        labels=drawn.labels,
        series=drawn.series,
        description=_description(section, past, drawn, desk),
        citations=(),
        native=section.native,
        spec=section.spec,
    )
    return headline, replace(block, citations=cited([headline, takeaway, drawn.series]))


def _plotted(section: ChartSection, past: History, desk: Desk) -> Plotted | None:
    """Return what is drawn; None where it would be too little for its kind."""
    rows = [facts for _, facts in past.rows if facts]
    points = [len(facts) for facts in rows]
    if sum(points) < _FEWEST or (section.kind in _LINES and max(points) < _FEWEST):
        return None
    if section.kind == "bullet":
        actual = any(fact.aspects.basis == "actual" for facts in rows for fact in facts.values())
        aimed = any(fact.aspects.basis != "actual" for facts in rows for fact in facts.values())
        return plotted(section, past, desk) if actual and aimed else None
    if section.kind in ("donut", "share_bar", "waterfall") and (len(rows) < _FEWEST or not _whole(section, past)):
        return None
    return waterfall(section, past, desk) if section.kind == "waterfall" else plotted(section, past, desk)


def _whole(section: ChartSection, past: History) -> bool:
    """Whether every part is stated for every period shown; and, where they are shares, that none is negative."""
    rows = [facts for _, facts in past.rows if facts]
    negative = any(fact.value < 0 for facts in rows for fact in facts.values())
    shares = section.kind != "waterfall"
    return all(period in facts for facts in rows for period in past.periods) and not (shares and negative)


def _cards(past: History, desk: Desk) -> tuple[Line, Scorecard] | None:
    stated = [(ref, facts[max(facts)]) for ref, facts in past.rows if facts]
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


def _description(section: ChartSection, past: History, drawn: Plotted, desk: Desk) -> str:
    kind, comma = desk.words.phrases[f"kind_{section.kind}"], desk.words.phrases["list_comma"]
    if section.kind in ("donut", "waterfall", "bullet") or is_across(section, past):
        return desk.words.say("chart_parts", kind=kind, metrics=comma.join(drawn.labels))
    names = comma.join(series.name for series in drawn.series)
    first, last, unit = drawn.labels[0], drawn.labels[-1], drawn.unit or desk.words.labels["metric"]
    return desk.words.say("chart_description", kind=kind, metrics=names, first=first, last=last, unit=unit)

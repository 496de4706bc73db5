"""What the blocks around the figures print: messages, events, progress, changes and words explained."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from generator.briefing.charted import ChartPair
from generator.briefing.model import Briefing
from generator.briefing.story import Glossary, KeyMessages, TargetProgress, Timeline, WhatChanged
from generator.briefing.tabled import Scorecard
from generator.corpus.document import Document, Span
from generator.extraction.figure import Figure
from generator.extraction.quote import Title
from tests.briefing.composing import audience, composed, marked, money, quarters, selected
from tests.selection.stating import document, figure

YOY = figure("one", "22.3", "0.1", measure="yoy", unit="percent")


def only(briefing: Briefing, kind: type) -> Any:
    return next(section.block for section in briefing.sections if isinstance(section.block, kind))


def headline(briefing: Briefing) -> str:
    return marked(briefing.sections[0].headline)


def cars(source: str, count: str, period: str, basis: str = "actual", **more: Any) -> Figure:
    return figure(source, count, "1", metric="ev_deliveries", unit="count", period=period, basis=basis, **more)


def test_key_messages_are_the_authors_sentences_then_one_a_metric() -> None:
    section = {
        "block": "key_messages",
        "messages": ['Sales grew {{ change("revenue") }}.', 'Cash was {{ figure("cash") }}.'],
        "metrics": ["revenue", "capex"],
    }
    briefing = composed(selected([*quarters(), YOY]), section)
    assert [marked(line) for line in only(briefing, KeyMessages).messages] == [
        "Sales grew [up 22.3%] year on year (Q3 2025).",
        "Revenue came to [113.1 billion yuan] in Q3 2025, [up 22.3%] year on year.",
    ]
    assert headline(briefing) == "What matters, in two points."
    assert {notice.message for notice in briefing.notices} == {
        "The corpus does not state xiaomi cash.",
        "The corpus does not state xiaomi capex.",
    }


def told(name: str, day: date, title: str, language: Any = "en") -> Document:
    text = f"{title}\nSome words."
    made = document(name, language=language, publisher="Yicai")
    published = datetime(day.year, day.month, day.day)
    return replace(made, title=title, text=text, readable=(Span(0, len(text)),), published=published)


def test_a_timeline_has_events_and_titles_in_order_of_time_each_title_with_its_source() -> None:
    documents = [
        told("one", date(2025, 11, 18), "The quarter in figures"),
        told("two", date(2025, 12, 3), "A new phone"),
        told("other", date(2025, 12, 5), "Another company"),
    ]
    figures = [*quarters(), money("two", "1.5", metric="iot_revenue"), money("other", "1.5", entity="byd")]
    section = {
        "block": "timeline",
        "stories": 5,
        "events": [
            {"date": "2025-11-25", "text": 'Revenue of {{ figure("revenue") }} was discussed.'},
            {"date": "2026-01-01", "text": "Not known yet."},
        ],
    }
    briefing = composed(selected(figures, documents=documents), section)
    events = only(briefing, Timeline).events
    assert [(event.iso, marked(event.line), event.outlet) for event in events] == [
        ("2025-11-18", "[The quarter in figures]", "Yicai"),
        ("2025-11-25", "Revenue of [113.1 billion yuan] (Q3 2025) was discussed.", ""),
        ("2025-12-03", "[A new phone]", "Yicai"),
    ]
    claim = briefing.evidence[events[2].line[0].evidence].claim
    assert isinstance(claim, Title)
    assert briefing.documents[claim.document].slice((claim.start, claim.end)) == "A new phone"
    assert headline(briefing) == "From 18 November 2025 to 3 December 2025: three events."


def test_progress_is_what_was_reached_from_the_years_first_day_on() -> None:
    figures = [
        cars("one", "350000", "2025", "target"),
        cars("one", "108796", "2025-Q3"),
        cars("one", "265967", "2025-9M"),
    ]
    briefing = composed(selected(figures), {"block": "target_progress", "metrics": ["ev_deliveries"]})
    (row,) = only(briefing, TargetProgress).rows
    assert (row.label, row.target.text, row.reached.text, row.reached_period) == (
        "Car deliveries",
        "350,000",
        "265,967",
        "9M 2025",
    )
    assert row.share.text == "76.0%"
    assert briefing.evidence[row.share.evidence].claim.derivation.formula == "reached / target * 100"
    assert (
        headline(briefing) == "Car deliveries reached [265,967] in 9M 2025: [76.0%] of the target for 2025, [350,000]."
    )


def test_progress_knows_bounds_and_targets_without_a_figure() -> None:
    figures = [
        cars("one", "550000", "2026", "target"),
        cars("one", "350000", "2025", "target"),
        cars("one", "410000", "2025", bound="at_least"),
    ]
    section = {"block": "target_progress", "metrics": ["ev_deliveries"]}
    rows = only(
        composed(selected(figures, documents=[document("one", published="2026-01-04")]), section), TargetProgress
    ).rows
    assert [(row.target_period, row.reached and row.reached.text, row.share and row.share.text) for row in rows] == [
        ("2025", "over 410,000", "over 117%"),
        ("2026", None, None),
    ]
    assert (rows[1].note, rows[0].part) == ("no figure stated yet", 1)


def test_what_changed_names_what_is_new_and_what_stood_before() -> None:
    documents = [document("old", published="2025-08-19"), document("new", published="2025-11-18")]
    figures = [money("old", "116.0", "2025-Q2"), money("new", "113.1"), money("old", "4.1", metric="iot_revenue")]
    sections = [{"block": "what_changed"}, {"block": "scorecard", "metrics": ["revenue", "iot_revenue"]}]
    briefing = composed(selected(figures, documents=documents), *sections)
    (row,) = only(briefing, WhatChanged).rows
    assert row.now and row.before
    assert (row.label, marked(row.what), row.now.text, row.now_period) == (
        "Revenue",
        "new figure",
        "113.1 billion yuan",
        "Q3 2025",
    )
    assert (row.before.text, row.before_period) == ("116.0 billion yuan", "Q2 2025")
    assert headline(briefing) == "Since 11 November 2025, one figure has changed."
    still = composed(selected(figures, documents=documents), {**sections[0], "since": "2025-11-18"}, sections[1])
    assert only(still, WhatChanged).none == "No figure of this report has changed since 18 November 2025."


def test_a_new_dissenter_is_a_change() -> None:
    days = {"a": 18, "b": 19, "late": 28}
    documents = [document(name, published=f"2025-11-{day}", publisher=name) for name, day in days.items()]
    figures = [money("a", "113.1"), money("b", "113.1"), money("late", "119.9")]
    section = {"block": "what_changed", "metrics": ["revenue"]}
    (row,) = only(composed(selected(figures, documents=documents), section), WhatChanged).rows
    assert row.now and row.before is None
    assert (marked(row.what), row.now.text) == ("now disputed: [119.9 billion yuan] elsewhere", "113.1 billion yuan")


def test_a_glossary_explains_what_is_printed_and_the_authors_terms() -> None:
    sections = [
        {"block": "glossary", "terms": [{"term": "AIoT", "meaning": {"en": "Clever things.", "zh": "智能物联。"}}]},
        {"block": "scorecard", "metrics": ["revenue"]},
    ]
    entries = only(composed(selected(quarters()), *sections, to=audience("zh")), Glossary).entries
    assert [entry.term for entry in entries] == ["AIoT", "营收"]
    assert entries[0].meaning == "智能物联。"


def test_a_pair_needs_two_charts_else_what_there_is_stands_alone() -> None:
    pair = {
        "block": "chart_pair",
        "id": "pair",
        "charts": [{"metrics": ["revenue"]}, {"metrics": ["cash"], "title": "Cash"}],
    }
    months = [figure("one", "2.0E9", "1E8", metric="cash", period=p) for p in ("2025-06-30", "2025-09-30")]
    both = composed(selected([*quarters(), *months]), pair)
    block = only(both, ChartPair)
    assert (block.titles, [chart.id for chart in block.charts]) == (("Revenue", "Cash"), ["pair_1", "pair_2"])
    assert [half for _, half in both.charts] == [True, True]
    alone = composed(selected(quarters()), pair)
    assert [(chart.id, half) for chart, half in alone.charts] == [("pair_1", False)]
    cards = composed(selected([money("one", "113.1")]), pair)
    assert only(cards, Scorecard).cards[0].label == "Revenue"

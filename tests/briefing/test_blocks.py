"""What each block prints."""

from __future__ import annotations

from typing import Any

import pytest

from generator.briefing.charted import ChartBlock
from generator.briefing.model import Briefing
from generator.briefing.printed import Line
from generator.briefing.tabled import Card, Conflicts, Scorecard, Table
from generator.briefing.worded import Method, Quotes
from generator.corpus.document import Span
from generator.errors import NotStated
from generator.extraction.quote import Rating
from generator.settings.translations import Translation
from tests.briefing.composing import audience, composed, marked, money, quarters, selected
from tests.selection.stating import document, figure, quote

YOY = figure("one", "22.3", "0.1", measure="yoy", unit="percent")


def block(briefing: Briefing, kind: type) -> Any:
    found = next(s.block for s in briefing.sections if isinstance(s.block, kind))
    return found


def headline(briefing: Briefing) -> str:
    return marked(briefing.sections[0].headline)


def text(line: Line) -> str:
    return marked(line)


def cards(briefing: Briefing) -> list[Card]:
    return list(block(briefing, Scorecard).cards)


SCORECARD = {"block": "scorecard", "metrics": ["revenue", "cash"]}


def test_a_card_has_value_change_and_a_year_earlier() -> None:
    card = cards(composed(selected([*quarters(), YOY]), SCORECARD))[0]
    assert (card.label, card.period, card.direction, card.favourable) == ("Revenue", "Q3 2025", "up", True)
    assert card.value is not None
    assert card.change is not None
    assert (card.value.text, card.change.text) == ("113.1 billion yuan", "+22.3%")
    assert text(card.earlier) == "[92.5 billion yuan] a year earlier"


def test_a_card_without_a_figure_says_so_and_a_notice_names_it() -> None:
    briefing = composed(selected(quarters()), SCORECARD, to=audience("zh"))
    card = cards(briefing)[1]
    assert (card.label, card.value, card.note) == ("现金储备", None, "资料未披露")
    assert [n.message for n in briefing.notices] == ["The corpus does not state xiaomi cash."]
    with pytest.raises(NotStated, match="xiaomi cash"):
        composed(selected(quarters()), SCORECARD, strict=True)


@pytest.mark.parametrize(
    ("metric", "change", "favourable"),
    [("revenue", "-5", False), ("revenue", "0", None), ("rd_expense", "5", None), ("capex", "5", None)],
)
def test_whether_a_change_is_good_depends_on_the_metric(metric: str, change: str, favourable: bool | None) -> None:
    figures = [
        money("one", "5.0", metric=metric),
        figure("one", change, "0.1", metric=metric, measure="yoy", unit="percent"),
    ]
    card = cards(composed(selected(figures), {"block": "scorecard", "metrics": [metric]}))[0]
    assert card.favourable is favourable


def test_headlines_are_sentences_in_the_readers_language() -> None:
    selection = selected([*quarters(), YOY])
    assert headline(composed(selection, SCORECARD)) == (
        "Revenue came to [113.1 billion yuan] in Q3 2025, [up 22.3%] year on year."
    )
    assert headline(composed(selection, SCORECARD, to=audience("zh"))) == (
        "2025年第三季度营收为[1,131亿元]，同比[增长22.3%]。"
    )


@pytest.mark.parametrize(
    ("ref", "english", "chinese"),
    [
        (
            {"metric": "ev_deliveries", "basis": "target"},
            "The target for car deliveries is [over 400,000] in 2025.",
            "2025年汽车交付量目标[超40万辆]。",
        ),
        (
            {"metric": "revenue", "measure": "yoy"},
            "Revenue: [up 22.3%] year on year in Q3 2025.",
            "2025年第三季度营收同比[增长22.3%]。",
        ),
    ],
)
def test_targets_and_changes_are_worded_as_such(ref: dict[str, str], english: str, chinese: str) -> None:
    cars = {"metric": "ev_deliveries", "unit": "count", "period": "2025", "basis": "target"}
    selection = selected([YOY, figure("one", "400000", "10000", bound="at_least", **cars)])
    section = {"block": "scorecard", "metrics": [ref]}
    assert headline(composed(selection, section)) == english
    assert headline(composed(selection, section, to=audience("zh"))) == chinese


CHART: dict[str, Any] = {"block": "chart", "metrics": ["revenue"]}


def test_a_chart_shows_the_latest_periods_of_one_kind_in_one_unit() -> None:
    figures = [*quarters(), money("one", "340.4", "2025-9M"), money("one", "365.9", "2024")]
    chart = block(composed(selected(figures), {**CHART, "periods": 3}), ChartBlock)
    assert chart.labels == ("Q1 2025", "Q2 2025", "Q3 2025")
    assert (chart.unit, chart.decimals) == ("billion yuan", 1)
    assert [(float(p.value), p.printed.text) for p in chart.series[0].points] == [
        (111.3, "111.3"),
        (116.0, "116.0"),
        (113.1, "113.1"),
    ]
    chinese = block(composed(selected(figures), CHART, to=audience("zh")), ChartBlock)
    assert (chinese.unit, chinese.series[0].points[-1].printed.text) == ("亿元", "1,131")


def test_a_chart_says_what_it_shows_unless_its_author_does() -> None:
    selection = selected([*quarters(), YOY])
    assert headline(composed(selection, CHART)) == (
        "Revenue rose to [113.1 billion yuan] in Q3 2025, from [92.5 billion yuan] in Q3 2024."
    )
    assert headline(composed(selection, CHART, to=audience("zh"))) == (
        "营收由2024年第三季度的[925亿元]升至2025年第三季度的[1,131亿元]。"
    )
    years = selected(
        [money("one", value, year) for value, year in (("245.9", "2020"), ("271.0", "2023"), ("365.9", "2024"))]
    )
    assert headline(composed(years, CHART)) == (
        "Revenue rose to [365.9 billion yuan] in 2024, from [245.9 billion yuan] in 2020."
    )
    no_year_before = selected([money("one", "88.9", "2024-Q2"), *quarters()[-2:], YOY])
    assert headline(composed(no_year_before, CHART)) == (
        "Revenue came to [113.1 billion yuan] in Q3 2025, [up 22.3%] year on year."
    )
    assert headline(composed(selected(quarters()[-2:]), CHART)) == (
        "Revenue fell to [113.1 billion yuan] in Q3 2025, from [116.0 billion yuan] in Q2 2025."
    )
    assert headline(composed(selection, {**CHART, "headline": 'Up: {{ figure("revenue") }}.'})) == (
        "Up: [113.1 billion yuan] (Q3 2025)."
    )
    assert headline(composed(selection, {**CHART, "headline": 'Cash: {{ figure("cash") }}.'})).startswith(
        "Revenue rose"
    )


def test_companies_with_fiscal_years_of_their_own_stand_on_one_axis() -> None:
    apple = [
        money("two", value, period, entity="apple", unit="CNY")
        for value, period in (("94.0", "2025-Q2"), ("102.5", "FY2025-Q4"))
    ]
    section = {**CHART, "metrics": ["revenue", {"metric": "revenue", "entity": "apple"}], "periods": 2}
    chart = block(composed(selected([*quarters(), *apple]), section), ChartBlock)
    assert chart.labels == ("Q2 2025", "Q3 2025")
    assert [[p.printed.text for p in series.points] for series in chart.series] == [
        ["116.0", "113.1"],
        ["94.0", "102.5"],
    ]


def test_a_report_s_period_ends_its_charts() -> None:
    chart = block(composed(selected(quarters()), CHART, period="2025-Q1"), ChartBlock)
    assert chart.labels[-1] == "Q1 2025"


def test_one_point_is_a_card_and_none_is_left_out() -> None:
    briefing = composed(selected([money("one", "113.1")]), CHART)
    assert len(cards(briefing)) == 1
    assert "Too few points" in briefing.notices[0].message
    empty = composed(selected([money("one", "113.1")]), {**CHART, "metrics": ["cash"]})
    assert not empty.sections
    assert {n.message for n in empty.notices} == {
        "The corpus does not state xiaomi cash.",
        "Too few points for a chart; it is left out.",
    }


def test_what_is_stated_against_a_target_is_what_has_been_reached_since_the_year_began() -> None:
    cars = {"metric": "ev_deliveries", "unit": "count"}
    figures = [
        figure("one", "136854", period="2024", **cars),
        figure("one", "108796", period="2025-Q3", **cars),
        figure("one", "250000", "10000", period="2025-9M", bound="at_least", **cars),
        figure("one", "400000", "10000", period="2025", basis="target", **cars),
    ]
    briefing = composed(selected(figures), {"block": "chart", "kind": "target", "metrics": ["ev_deliveries"]})
    chart = block(briefing, ChartBlock)
    assert chart.labels == ("2024", "9M 2025", "2025")
    assert [[(p.label, p.printed.text, p.basis) for p in s.points] for s in chart.series] == [
        [("2024", "136,854", "actual"), ("9M 2025", ">250,000", "actual")],
        [("2025", "400,000", "target")],
    ]
    assert headline(briefing) == "Car deliveries came to [over 250,000] in 9M 2025; the target for 2025 is [400,000]."


def test_a_stack_keeps_the_periods_in_which_every_part_is_stated() -> None:
    parts = [money("one", "4.6", period, metric="iot_revenue") for period in ("2025-Q1", "2025-Q2", "2025-Q3")]
    parts += [money("one", "9.4", period, metric="internet_services_revenue") for period in ("2025-Q2", "2025-Q3")]
    metrics = ["iot_revenue", "internet_services_revenue"]
    briefing = composed(selected(parts), {"block": "chart", "kind": "stacked_bar", "metrics": metrics})
    assert block(briefing, ChartBlock).labels == ("Q2 2025", "Q3 2025")
    assert [n.message for n in briefing.notices] == [
        "The stack leaves out 2025-Q1, for which not every part is stated."
    ]
    assert headline(briefing) == "Internet services revenue led in Q3 2025, at [9.4 billion yuan]."


def test_a_line_needs_two_periods_and_a_headline_needs_its_figures() -> None:
    kinds = [
        {**CHART, "kind": kind, "periods": 1, "metrics": ["iot_revenue", "smartphone_revenue"]}
        for kind in ("line", "bar")
    ]
    figures = [money("one", "4.6", metric="iot_revenue"), money("one", "9.4", metric="smartphone_revenue")]
    line, bar = (composed(selected(figures), kind) for kind in kinds)
    assert [card.value.text for card in cards(line) if card.value] == ["4.6 billion yuan", "9.4 billion yuan"]
    assert block(bar, ChartBlock).labels == ("IoT revenue", "Smartphone revenue")
    asked = {**CHART, "metrics": ["revenue", "cash"], "headline": 'Cash was {{ figure("cash") }}.'}
    assert headline(composed(selected(quarters()), asked)).startswith("Revenue rose to [113.1 billion yuan]")


def test_a_chart_keeps_one_unit() -> None:
    figures = [*quarters(), figure("one", "20", "1", metric="gross_margin", unit="percent")]
    briefing = composed(selected(figures), {**CHART, "metrics": ["revenue", "gross_margin"]})
    assert [s.name for s in block(briefing, ChartBlock).series] == ["Revenue"]
    assert any("mixes units" in n.message for n in briefing.notices)


def test_a_table_of_measures_has_a_row_a_metric_and_reasons_for_its_gaps() -> None:
    section = {"block": "table", "metrics": ["revenue", "cash"]}
    table = block(composed(selected([*quarters(), YOY]), section), Table)
    assert table.header == ("Metric", "Period", "Value", "Year on year", "A year earlier")
    assert [text(cell.line) for cell in table.rows[0].cells] == [
        "Q3 2025",
        "[113.1 billion yuan]",
        "[+22.3%]",
        "[92.5 billion yuan]",
    ]
    assert [cell.note for cell in table.rows[1].cells][1:] == ["not stated in the sources", "", ""]
    assert table.caption == "– not stated in the sources"
    whole = block(composed(selected([*quarters(), YOY]), {**section, "metrics": ["revenue"]}), Table)
    assert whole.caption == ""


def test_a_table_has_no_column_that_no_row_fills() -> None:
    figures = [money("one", "113.1"), money("one", "36.7", metric="cash")]
    alone = block(composed(selected(figures), {"block": "table", "metrics": ["revenue", "cash"]}), Table)
    assert alone.header == ("Metric", "Period", "Value")
    assert {len(row.cells) for row in alone.rows} == {2}
    changed = block(composed(selected([*figures, YOY]), {"block": "table", "metrics": ["revenue", "cash"]}), Table)
    assert changed.header == ("Metric", "Period", "Value", "Year on year", "A year earlier")[: len(changed.header)]
    assert "Year on year" in changed.header


def test_a_table_of_periods_carries_the_unit_in_the_label() -> None:
    section = {"block": "table", "columns": "periods", "periods": 2, "metrics": ["revenue"]}
    table = block(composed(selected(quarters()), section, to=audience("zh")), Table)
    assert table.header == ("指标", "2025Q2", "2025Q3")
    assert (table.rows[0].label, [text(cell.line) for cell in table.rows[0].cells]) == (
        "营收（亿元）",
        ["[1,160]", "[1,131]"],
    )


def test_a_table_of_periods_says_in_one_line_what_no_period_is_stated_of() -> None:
    section = {"block": "table", "columns": "periods", "periods": 2, "metrics": ["revenue", "cash", "rd_expense"]}
    table = block(composed(selected(quarters()), section), Table)
    assert [row.label for row in table.rows] == ["Revenue, billion yuan"]
    assert table.caption == "Not stated in the sources: cash, R&D expense."
    gapped = [*quarters(), money("one", "9.1", "2025-Q3", metric="rd_expense")]
    table = block(composed(selected(gapped), section, to=audience("zh")), Table)
    assert len(table.rows) == 2
    assert table.caption == "–表示资料未披露；各期均未披露：现金储备"


def test_a_table_names_the_currency_of_each_value_where_sources_count_in_several() -> None:
    figures = [money("one", "70.6"), money("two", "7.1", "2025-Q2", unit="USD")]
    section = {"block": "table", "columns": "periods", "periods": 2, "metrics": ["revenue"]}
    [row] = block(composed(selected(figures), section), Table).rows
    assert row.label == "Revenue"
    assert [text(cell.line) for cell in row.cells] == ["[7.1 billion US dollars]", "[70.6 billion yuan]"]


def test_what_was_a_year_earlier_is_told_in_the_same_currency_or_not_at_all() -> None:
    figures = [money("one", "21.8"), money("two", "21.8", "2024-Q3", unit="USD")]
    [card] = cards(composed(selected(figures), {"block": "scorecard", "metrics": ["revenue"]}))
    assert card.earlier == ()


def test_quotes_keep_their_language_and_are_translated_where_someone_has() -> None:
    words = "这是一种新的参考答案。"
    sources = [document("one", language="zh-Hans", publisher="小米集团")]
    quotes = [
        quote("one", words, speaker="雷军", role="小米创始人"),
        quote("one", "另一句没有译文的话", kind="indirect"),
        quote("one", "Somebody else's words entirely.", entity="byd", speaker_id=None, speaker="Li Yunfei"),
    ]
    section = {"block": "quotes", "kinds": ["direct", "indirect"]}
    translations = [Translation(original="这是一种 新的参考答案", en="This is a new answer.")]
    briefing = composed(selected(quotes=quotes, documents=sources), section, translations=translations)
    one, other = block(briefing, Quotes).cards
    assert (one.words.text, one.language, one.speaker, one.translation) == (
        words,
        "zh",
        "Lei Jun",
        "This is a new answer.",
    )
    assert (one.direct, one.outlet, one.published) == (True, "Xiaomi Corporation", "18 November 2025")
    assert (other.direct, other.translation, other.untranslated) == (False, None, True)
    chinese = composed(selected(quotes=quotes, documents=sources), section, to=audience("zh"))
    assert [(card.translation, card.untranslated) for card in block(chinese, Quotes).cards] == [(None, False)] * 2


def test_old_words_do_not_stand_for_today_s_unless_they_are_asked_for() -> None:
    documents = [document("now"), document("then", published="2023-10-18T09:00")]
    quotes = [quote("now", "We keep at it."), quote("then", "Margins will come back.")]
    selection = selected(quotes=quotes, documents=documents)
    assert len(block(composed(selection, {"block": "quotes"}), Quotes).cards) == 1
    for asked in ({"window": "all"}, {"speakers": ["lei_jun"]}):
        assert len(block(composed(selection, {"block": "quotes", **asked}), Quotes).cards) == 2


def test_quotes_can_be_chosen_by_what_they_speak_of_and_no_voice_speaks_alone() -> None:
    said = ["On chips, patience.", "On cars, speed.", "On phones, quality above all.", "On homes, comfort."]
    quotes = [quote(f"d{i}", words) for i, words in enumerate(said)]
    quotes.append(quote("d9", "We watch our margins closely.", speaker_id="lu_weibing", speaker="Lu Weibing"))
    selection = selected(quotes=quotes)
    about = block(composed(selection, {"block": "quotes", "about": ["Cars"]}), Quotes)
    assert [card.words.text for card in about.cards] == ["On cars, speed."]
    varied = block(composed(selection, {"block": "quotes", "limit": 3}), Quotes)
    assert [card.speaker for card in varied.cards] == ["Lei Jun", "Lei Jun", "Lu Weibing"]


def test_a_remark_and_whoever_is_not_known_come_after_what_says_something() -> None:
    said = [
        "What did you do for your margins to hold up so well?",
        "我也非常紧张。",
        "We will keep our margin above a fifth of revenue.",
    ]
    quotes = [quote(f"d{i}", words) for i, words in enumerate(said)]
    stranger = "He is welcome to sign the contract with us again, and to look around."
    quotes.append(quote("d3", stranger, speaker_id=None, speaker="A Mayor"))
    found = block(composed(selected(quotes=quotes), {"block": "quotes"}), Quotes)
    assert [card.words.text for card in found.cards] == [said[2], said[0], stranger, said[1]]


def test_a_rating_stands_with_the_target_price_beside_it() -> None:
    price = {"metric": "target_price", "unit": "HKD", "basis": "target", "period": None}
    figures = [figure("one", "53.5", "0.1", start=20, **price), figure("two", "60", "1", **price)]
    ratings = [Rating("one", 10, 12, Span(0, 30), "goldman_sachs", "xiaomi", "buy")]
    ratings += [Rating("two", 10, 12, Span(0, 30), "jefferies", entity, "sell") for entity in (None, "byd")]
    briefing = composed(selected(figures, ratings=ratings), {"block": "ratings"}, {"block": "conflicts"})
    table = block(briefing, Table)
    assert table.kind == "ratings"
    assert len(table.rows) == 1, "a rating of another company, or of nobody knows which, is none of this one's"
    assert (table.rows[0].label, [text(cell.line) for cell in table.rows[0].cells]) == (
        "Goldman Sachs",
        ["[Buy]", "[53.5 Hong Kong dollars]", "18 November 2025"],
    )
    assert headline(briefing) == ("Goldman Sachs rates Xiaomi [Buy], with a target price of [53.5 Hong Kong dollars].")
    assert not block(briefing, Conflicts).conflicts, "two houses' target prices are opinions, no disagreement"


def test_what_disagrees_is_printed_with_decimals_enough_to_show_it() -> None:
    figures = [money("one", "2.173"), money("two", "2.173"), money("three", "2.1671"), money("four", "2.2")]
    sections = {"block": "scorecard", "metrics": ["revenue"]}, {"block": "conflicts", "id": "c"}
    conflict = block(composed(selected(figures), *sections), Conflicts).conflicts[0]
    assert conflict.stated.text == "2.173 billion yuan"
    assert [printed.text for printed, _ in conflict.others] == ["2.167 billion yuan"]


def test_a_conflict_names_both_sides_and_why_one_is_stated() -> None:
    phones = {"metric": "smartphone_shipments", "unit": "count"}
    figures = [figure(name, "43300000", "100000", **phones) for name in ("one", "two")]
    figures.append(figure("three", "43400000", "100000", **phones))
    sections = {"block": "scorecard", "metrics": ["smartphone_shipments"]}, {"block": "conflicts", "id": "c"}
    briefing = composed(selected(figures), *sections)
    conflict = block(briefing, Conflicts).conflicts[0]
    assert (conflict.label, conflict.stated.text) == ("Smartphone shipments, Q3 2025", "43.3 million")
    assert conflict.stated_by == "One and Two"
    assert [(printed.text, who) for printed, who in conflict.others] == [("43.4 million", "Three")]
    assert conflict.explanation.startswith("The value stated here stands in two independent reports, any other in one")
    assert marked(briefing.sections[1].headline) == (
        "Sources disagree on smartphone shipments in Q3 2025: [43.3 million] here, [43.4 million] elsewhere."
    )
    assert cards(briefing)[0].disputed
    chinese = composed(selected(figures), *sections, to=audience("zh"))
    assert "两篇独立报道" in block(chinese, Conflicts).conflicts[0].explanation


def test_of_two_values_in_one_report_the_first_is_stated_and_nobody_calls_it_newer() -> None:
    margin = {"metric": "gross_margin", "unit": "percent"}
    figures = [figure("one", "13.9", "0.1", start=90, end=95, **margin), figure("one", "14.7", "0.1", **margin)]
    sections = {"block": "scorecard", "metrics": ["gross_margin"]}, {"block": "conflicts", "id": "c"}
    [conflict] = block(composed(selected(figures), *sections), Conflicts).conflicts
    assert (conflict.stated.text, conflict.others[0][0].text) == ("14.7%", "13.9%")
    assert conflict.explanation.endswith("neither is newer. The one that stands first is stated.")


def test_only_what_the_briefing_prints_is_a_conflict_of_it() -> None:
    phones = {"metric": "smartphone_shipments", "unit": "count"}
    figures = [figure("one", "43300000", "100000", **phones), figure("two", "43400000", "100000", **phones)]
    briefing = composed(selected([*figures, *quarters()]), CHART, {"block": "conflicts"})
    conflicts = block(briefing, Conflicts)
    assert not conflicts.conflicts
    assert conflicts.none.startswith("Where several sources")


def test_the_method_counts_the_corpus() -> None:
    said = [text(p.line) for p in block(composed(selected(quarters()), {"block": "method"}), Method).paragraphs]
    assert len(said) == 5
    assert (
        len(block(composed(selected(quarters()), {"block": "method"}, to=audience(detail="brief")), Method).paragraphs)
        < 5
    )

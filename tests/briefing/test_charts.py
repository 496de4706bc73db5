"""Charts as a report asks for them: which facts each kind takes, what it derives, and when it gives way to cards."""

from __future__ import annotations

from typing import Any

import pytest

from generator.briefing.charted import ChartBlock
from generator.briefing.model import Briefing
from generator.briefing.tabled import Scorecard
from generator.extraction.figure import Figure
from tests.briefing.composing import audience, composed, marked, money, quarters, selected
from tests.selection.stating import figure

_PARTS = ["smartphone_revenue", "iot_revenue", "ev_segment_revenue"]


def parts(period: str, *billions: str) -> list[Figure]:
    return [money("one", value, period, metric) for metric, value in zip(_PARTS, billions, strict=True)]


def both_years() -> list[Figure]:
    """Three parts of revenue in one quarter and in the same one a year before."""
    totals = [money("one", "92.5", "2024-Q3"), money("one", "113.1", "2025-Q3")]
    return [*parts("2024-Q3", "47.5", "26.1", "9.7"), *parts("2025-Q3", "46.0", "27.6", "29.0"), *totals]


def chart(figures: list[Figure], kind: str, metrics: list[Any], language: str = "en", **more: Any) -> ChartBlock:
    block = composed_chart(figures, kind, metrics, language, **more).sections[0].block
    assert isinstance(block, ChartBlock), block
    return block


def composed_chart(figures: list[Figure], kind: str, metrics: list[Any], language: str = "en", **more: Any) -> Briefing:
    section = {"block": "chart", "kind": kind, "metrics": metrics, **more}
    return composed(selected(figures), section, to=audience(language))


def shown(block: ChartBlock) -> list[tuple[str, str, str]]:
    return [(series.name, point.label, point.printed.text) for series in block.series for point in series.points]


def test_along_time_the_periods_stand_in_a_row_and_what_is_long_past_stays_away() -> None:
    figures = [money("one", value, p) for value, p in (("75.5", "2019-Q3"), ("111.3", "2025-Q1"), ("113.1", "2025-Q3"))]
    for kind in ("bar", "line"):
        block = chart(figures, kind, ["revenue"], periods=5)
        assert block.labels == ("Q1 2025", "Q2 2025", "Q3 2025"), kind
        assert [label for _, label, _ in shown(block)] == ["Q1 2025", "Q3 2025"], kind
    rows = chart(figures, "heat_table", ["revenue"], periods=5)
    assert rows.labels == ("Q1 2025", "Q3 2025"), "a table leaves out what nothing is stated for"


def test_bars_of_one_period_stand_for_what_they_are_of_and_say_whose_is_highest() -> None:
    asked = [{"metric": "revenue", "entity": company} for company in ("xiaomi", "byd", "nio")]
    stated = {"xiaomi": "113.1", "byd": "195.0", "nio": "21.8"}
    figures = [money("one", value, entity=company) for company, value in stated.items()]
    for kind in ("bar", "grouped_bar"):
        block = chart(figures, kind, asked)
        assert block.labels == ("Xiaomi", "BYD", "NIO"), kind
        assert block.unit == "Q3 2025 · billion yuan"
        assert [point.printed.text for point in block.series[0].points] == ["113.1", "195.0", "21.8"]
        assert len(block.series) == 1
        assert marked(block.headline) == "BYD's revenue came out highest in Q3 2025, at [195.0 billion yuan]."
    rates = [
        figure("one", value, "1", entity=company, measure="yoy", unit="percent")
        for company, value in (("xiaomi", "22"), ("byd", "-3"), ("nio", "17"))
    ]
    grew = [{**ref, "measure": "yoy"} for ref in asked]
    assert marked(chart(rates, "bar", grew).headline) == "Xiaomi's revenue rose most in Q3 2025, [up 22%] year on year."
    assert marked(chart(rates, "bar", grew, "zh").headline) == "2025年第三季度小米的营收同比[增长22%]，增幅居首。"
    two = chart([*figures, money("one", "92.5", "2024-Q3")], "bar", asked)
    assert (two.labels[0], two.labels[-1], len(two.series)) == ("Q3 2024", "Q3 2025", 3), (
        "over time they stand for periods"
    )


def test_rows_of_one_name_are_told_apart_without_a_number_and_the_unit_stands_last() -> None:
    figures = [money("one", "111.3", "2025-Q1"), money("one", "113.1", "2025-Q3")]
    metrics = [{"metric": "revenue"}, {"metric": "revenue", "label": {"en": "Revenue", "zh": "营收"}}]
    rows = chart(figures, "heat_table", metrics, periods=5)
    assert [series.name for series in rows.series] == ["Revenue, billion yuan", "Revenue (b), billion yuan"]


def test_what_moved_a_figure_over_the_year_is_not_told_by_two_quarters_in_a_row() -> None:
    figures = [*parts("2025-Q2", "46.0", "27.6", "21.3"), *parts("2025-Q3", "46.0", "27.6", "29.0")]
    figures += [money("one", "116.0", "2025-Q2"), money("one", "113.1", "2025-Q3")]
    over = chart(figures, "waterfall", [*_PARTS, "revenue"], periods=2)
    assert "116.0" not in [text for _, _, text in shown(over)], "one quarter's parts, where no year before is stated"
    own = chart(figures, "waterfall", [*_PARTS, "revenue"], periods=["2025-Q2", "2025-Q3"])
    assert next(text for _, _, text in shown(own)) == "116.0"


def test_what_was_stated_long_ago_is_no_chart_of_today_unless_it_is_asked_for() -> None:
    figures = [
        money("one", value, f"{year}-Q3") for year, value in (("2021", "78.1"), ("2022", "70.5"), ("2023", "70.9"))
    ]
    for kind in ("bar", "slope", "sparkline"):
        briefing = composed_chart(figures, kind, ["revenue"])
        assert not any(isinstance(section.block, ChartBlock) for section in briefing.sections)
        assert any("too long ago to stand for the latest" in n.message for n in briefing.notices), kind
    own = chart(figures, "slope", ["revenue"], periods=["2022-Q3", "2023-Q3"])
    assert [text for _, _, text in shown(own)] == ["70.5", "70.9"]


def test_a_line_of_one_point_is_a_card() -> None:
    figures = [money("one", "113.1"), money("one", "11.3", metric="adjusted_net_profit")]
    briefing = composed_chart(figures, "sparkline", ["revenue", "adjusted_net_profit"])
    assert briefing.sections[0].block.kind == "scorecard"


def test_a_row_with_a_scale_of_its_own_keeps_one_currency() -> None:
    figures = [*quarters(), money("two", "7.1", "2023-Q4", unit="USD")]
    briefing = composed_chart(figures, "sparkline", ["revenue"])
    assert isinstance(briefing.sections[0].block, ChartBlock)
    assert briefing.sections[0].block.labels[0] == "Q1 2024"
    assert "The chart mixes units; only what is in CNY is shown." in [n.message for n in briefing.notices]


def test_a_donut_shows_the_latest_whole_the_largest_part_first() -> None:
    block = chart([*both_years(), money("one", "50.0", "2025-Q4", "smartphone_revenue")], "donut", _PARTS)
    assert shown(block) == [
        ("Q3 2025", "Smartphone revenue", "46.0"),
        ("Q3 2025", "EV and AI segment revenue", "29.0"),
        ("Q3 2025", "IoT revenue", "27.6"),
    ]
    assert block.unit == "billion yuan"


def test_a_donut_without_one_of_its_parts_would_lie_and_gives_way_to_cards() -> None:
    briefing = composed_chart(parts("2025-Q3", "46.0", "27.6", "29.0")[:1], "donut", _PARTS)
    assert isinstance(briefing.sections[0].block, Scorecard)
    assert "Too few points for a chart; what is stated is shown on cards." in [n.message for n in briefing.notices]


def test_a_loss_is_no_share_of_a_whole() -> None:
    figures = [money("one", "46.0", metric="smartphone_revenue"), money("one", "-2.1", metric="operating_profit")]
    for kind in ("donut", "share_bar"):
        briefing = composed_chart(figures, kind, ["smartphone_revenue", "operating_profit"])
        assert isinstance(briefing.sections[0].block, Scorecard), kind


def test_a_waterfall_builds_up_to_its_whole_and_derives_what_is_left_over() -> None:
    figures = both_years()
    block = chart(figures, "waterfall", [*_PARTS, "revenue"], period="2025-Q3")
    assert [(p.label, p.printed.text, p.whole) for p in block.series[0].points] == [
        ("Smartphone revenue", "46.0", False), ("IoT revenue", "27.6", False),
        ("EV and AI segment revenue", "29.0", False), ("Other", "11", False), ("Revenue", "113.1", True),
    ]  # fmt: skip
    briefing = composed_chart(figures, "waterfall", [*_PARTS, "revenue"])
    derived = [getattr(evidence.claim, "derivation", None) for evidence in briefing.evidence.values()]
    assert "whole - part1 - part2 - part3" in [one.formula for one in derived if one]
    assert marked(briefing.sections[0].headline).endswith(
        "The largest item was smartphone revenue, at [46.0 billion yuan]."
    )


def test_a_waterfall_of_two_periods_shows_what_changed() -> None:
    block = chart(both_years(), "waterfall", [*_PARTS, "revenue"], periods=2)
    assert [(p.label, p.printed.text, p.whole) for p in block.series[0].points] == [
        ("Q3 2024", "92.5", True), ("Smartphone revenue", "−1.5", False), ("IoT revenue", "+1.5", False),
        ("EV and AI segment revenue", "+19.3", False), ("Other", "+1", False), ("Q3 2025", "113.1", True),
    ]  # fmt: skip


def test_what_costs_takes_away() -> None:
    figures = [
        money("one", "113.1"),
        money("one", "9.1", metric="rd_expense"),
        money("one", "104.0", metric="gross_profit"),
    ]
    block = chart(figures, "waterfall", ["revenue", "rd_expense", "gross_profit"], minus=["rd_expense"])
    assert [(p.printed.text, float(p.value), p.whole) for p in block.series[0].points] == [
        ("113.1", 113.1, True), ("−9.1", -9.1, False), ("104.0", 104.0, True),
    ]  # fmt: skip


def test_a_slope_goes_from_the_same_quarter_a_year_before() -> None:
    block = chart([*both_years(), *quarters()], "slope", _PARTS)
    assert block.labels == ("Q3 2024", "Q3 2025")
    assert shown(block)[:2] == [("Smartphone revenue", "Q3 2024", "47.5"), ("Smartphone revenue", "Q3 2025", "46.0")]


def test_a_slope_tells_who_has_no_year_before() -> None:
    figures = [f for f in both_years() if (f.metric, str(f.period)) != ("iot_revenue", "2024-Q3")]
    briefing = composed_chart(figures, "slope", _PARTS)
    block = briefing.sections[0].block
    assert isinstance(block, ChartBlock)
    assert [series.name for series in block.series] == ["Smartphone revenue", "EV and AI segment revenue"]
    assert any("iot_revenue 2024-Q3" in notice.message for notice in briefing.notices)


def test_a_slope_names_what_moved_most() -> None:
    headline = composed_chart(both_years(), "dumbbell", _PARTS).sections[0].headline
    assert marked(headline) == (
        "EV and AI segment revenue rose to [29.0 billion yuan] in Q3 2025, from [9.7 billion yuan] in Q3 2024."
    )


def test_one_period_makes_no_slope() -> None:
    briefing = composed_chart(parts("2025-Q3", "46.0", "27.6", "29.0"), "slope", _PARTS)
    assert isinstance(briefing.sections[0].block, Scorecard)


def test_rows_with_scales_of_their_own_keep_their_units() -> None:
    figures = [
        *quarters(),
        figure("one", "43.3E6", "1E5", metric="smartphone_shipments", unit="count", period="2025-Q3"),
    ]
    for kind, revenue in (("sparkline", "113.1 billion yuan"), ("heat_table", "113.1")):
        block = chart(figures, kind, ["revenue", "smartphone_shipments"])
        assert block.series[0].points[-1].printed.text == revenue
        assert len(block.series) == 2
    assert block.series[0].name == "Revenue, billion yuan"


def test_of_a_sparkline_only_the_ends_are_written_out() -> None:
    block = chart(quarters(), "sparkline", ["revenue"])
    assert [point.printed.drawn for point in block.series[0].points] == [False, True, True, True, True, True, False]


def test_a_bullet_holds_what_is_reached_against_its_target_whatever_the_unit() -> None:
    figures = [
        figure("one", "260000", "1E4", metric="ev_deliveries", unit="count", period="2025-9M"),
        figure("one", "350000", "1E4", metric="ev_deliveries", unit="count", period="2025", basis="target"),
        money("one", "20", "2025-H1", "rd_expense"), money("one", "30", "2025", "rd_expense", basis="target"),
    ]  # fmt: skip
    block = chart(figures, "bullet", ["ev_deliveries", "rd_expense"])
    assert shown(block) == [
        ("reached", "Car deliveries, 9M 2025", "260,000"), ("reached", "R&D expense, H1 2025", "20 billion yuan"),
        ("target", "Car deliveries, 9M 2025", "350,000"), ("target", "R&D expense, H1 2025", "30 billion yuan"),
    ]  # fmt: skip


def test_a_timeline_takes_days_as_they_come_and_what_lies_ahead() -> None:
    figures = [*quarters()[-2:], money("one", "480", "2026", "revenue", basis="target")]
    block = chart(figures, "timeline", ["revenue", {"metric": "revenue", "basis": "target"}], "zh")
    assert [(str(p.day), p.printed.text, p.basis) for p in block.series[0].points] == [
        ("2025-06-30", "1,160亿元", "actual"), ("2025-09-30", "1,131亿元", "actual"), ("2026-12-31", "4,800亿元", "target"),
    ]  # fmt: skip


def test_the_authors_own_specification_reaches_the_chart() -> None:
    block = chart(quarters(), "vega_lite", ["revenue"], spec={"mark": "bar"})
    assert block.spec == {"mark": "bar"}
    assert block.series[0].unit == "billion yuan"
    assert all(point.printed.drawn for point in block.series[0].points)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Revenue, year on year: [+11.6%] in Q3 2025, after [+14.2%] in Q3 2024."),
        ("zh", "2025年第三季度营收同比为[+11.6%]，2024年第三季度为[+14.2%]。"),
    ],
)
def test_growth_that_was_larger_before_is_no_fall(language: str, said: str) -> None:
    growth = [
        figure("one", value, "0.1", measure="yoy", unit="percent", period=period)
        for value, period in (("14.2", "2024-Q3"), ("12.0", "2025-Q2"), ("11.6", "2025-Q3"))
    ]
    made = composed_chart(growth, "bar", [{"metric": "revenue", "measure": "yoy"}], language, periods=6)
    assert marked(made.sections[0].headline) == said

"""Which fact a report means when it names a metric."""

from __future__ import annotations

from typing import Any

from generator.briefing.lookup import Lookup
from generator.extraction.figure import Figure
from generator.selection.fact import Fact
from generator.settings.period import Period
from generator.settings.section import MetricRef
from tests.briefing.composing import CATALOGUE, selected
from tests.selection.stating import figure


def found(figures: list[Figure], period: str | None = None, report: str | None = None, **ref: Any) -> Fact | None:
    lookup = Lookup(selected(figures), CATALOGUE, "xiaomi", Period(report) if report else None)
    return lookup.find(MetricRef.model_validate({"metric": "revenue", **ref}), Period(period) if period else None)


def test_a_references_period_comes_before_the_sections_the_reports_and_the_latest() -> None:
    figures = [figure("one", str(i), period=f"2025-Q{i}") for i in (1, 2, 3)]
    assert getattr(found(figures), "value", None) == 3
    assert getattr(found(figures, report="2025-Q2"), "value", None) == 2
    assert getattr(found(figures, period="2025-Q1", report="2025-Q2"), "value", None) == 1
    lookup = Lookup(selected(figures), CATALOGUE, "xiaomi", Period("2025-Q2"))
    own = lookup.find(MetricRef(metric="revenue", period=Period("2025-Q3")), Period("2025-Q1"))
    assert own is not None
    assert own.value == 3


def test_the_quarter_is_the_news_where_longer_periods_end_on_the_same_day() -> None:
    figures = [figure("one", "3", period="2025-Q3"), figure("one", "9", period="2025-9M")]
    assert getattr(found(figures), "value", None) == 3


def test_a_month_is_no_latest_figure_of_what_is_told_by_the_quarter() -> None:
    month = figure("one", "4", period="2025-10")
    quarters = [figure("one", "3", period="2025-Q3"), figure("one", "2", period="2025-Q2")]
    assert getattr(found([*quarters, month]), "value", None) == 3
    assert getattr(found([*quarters[:1], month]), "value", None) == 4, "as often by the month"
    old = [figure("one", "3", period="2023-Q3"), figure("one", "2", period="2023-Q2")]
    assert getattr(found([*old, month]), "value", None) == 4, "the quarters are long gone"
    sold = [
        figure("one", "9", period=p, metric="ev_deliveries", unit="count") for p in ("2025-Q2", "2025-Q3", "2025-10")
    ]
    latest = found(sold, metric="ev_deliveries")
    assert latest is not None
    assert str(latest.aspects.period) == "2025-10"


def test_an_actual_figure_of_a_period_that_is_not_over_is_no_latest_one() -> None:
    figures = [figure("one", "3", period="2025-Q3"), figure("one", "7", period="2026")]
    assert getattr(found(figures), "value", None) == 3


def test_another_company_s_figure_never_stands_in() -> None:
    figures = [figure("one", "3", entity="byd"), figure("one", "4", entity=None)]
    assert found(figures) is None
    assert getattr(found(figures, entity="byd"), "value", None) == 3


def test_a_segment_s_metric_is_found_however_the_text_filed_it() -> None:
    filed_by_segment = [figure("one", "460", metric="revenue", segment="smartphones")]
    assert getattr(found(filed_by_segment, metric="smartphone_revenue"), "value", None) == 460
    filed_by_name = [figure("one", "460", metric="smartphone_revenue")]
    assert getattr(found(filed_by_name, segment="smartphones"), "value", None) == 460
    assert found(filed_by_name) is None, "a segment's revenue is not the company's"


def test_a_figure_without_a_period_states_no_quarter() -> None:
    assert found([figure("one", "3", period=None)]) is None


def test_what_is_counted_on_a_day_is_found_by_the_quarter_that_ends_on_it() -> None:
    devices = {"metric": "aiot_connected_devices", "unit": "count"}
    figures = [
        figure("one", "1036000000", "1000000", period="2025-09-30", **devices),
        figure("two", "1000000000", "100000000", period="2025-Q3", bound="at_least", **devices),
    ]
    fact = found(figures, period="2025-Q3", metric="aiot_connected_devices")
    assert fact is not None
    assert fact.value == 1036000000
    assert {f.document for f in fact.supporting} == {"one", "two"}


def test_what_is_counted_on_a_day_is_found_by_the_fiscal_quarter_that_ends_on_it() -> None:
    held = [figure("one", "60", metric="cash", entity="nvidia", unit="USD", period="2025-10-31")]
    lookup = Lookup(selected(held), CATALOGUE, "nvidia", Period("FY2026-Q3"))
    assert getattr(lookup.find(MetricRef(metric="cash")), "value", None) == 60


def test_a_margin_changes_by_percentage_points() -> None:
    change = figure("one", "2.5", "0.1", metric="gross_margin", measure="yoy_pp", unit="percentage_point")
    assert getattr(found([change], metric="gross_margin", measure="yoy"), "unit", None) == "percentage_point"


def test_a_quarters_report_finds_the_years_target() -> None:
    target = figure("one", "350000", metric="ev_deliveries", basis="target", period="2025")
    assert found([target], report="2025-Q3", metric="ev_deliveries", basis="target") is not None


def test_a_figure_too_old_to_stand_for_today_s_is_found_by_its_period_only() -> None:
    figures = [
        figure("one", "3", metric="cash", period="2024-06-30"),
        figure("one", "9", metric="headcount", period="2024"),
    ]
    assert getattr(found(figures, metric="headcount"), "value", None) == 9, "the year's figure, until the next is out"
    old = [figure("one", "3", period="2023-Q4"), figure("one", "40", period="2023", basis="target")]
    assert found(old) is None
    assert getattr(found(old, period="2023-Q4"), "value", None) == 3
    assert getattr(found(old, basis="target"), "value", None) == 40
    lookup = Lookup(selected(old), CATALOGUE, "xiaomi")
    assert lookup.outdated(MetricRef(metric="revenue")) == Period("2023-Q4")
    assert lookup.outdated(MetricRef(metric="cash")) is None


def test_a_quarter_is_found_by_the_calendar_s_name_and_by_the_company_s() -> None:
    september = [figure("one", "3", entity="alibaba", period="2025-Q3")]
    lookup = Lookup(selected(september), CATALOGUE, "alibaba")
    for asked in ("2025-Q3", "FY2026-Q2"):
        assert getattr(lookup.find(MetricRef(metric="revenue"), Period(asked)), "value", None) == 3
        assert lookup.find(MetricRef(metric="revenue", period=Period(asked))) is not None
    assert lookup.find(MetricRef(metric="revenue"), Period("FY2025-Q3")) is None
    assert getattr(found(september, report="2025-Q3", entity="alibaba"), "value", None) == 3


def test_earnings_of_a_share_stand_beside_those_of_the_year_before_where_their_change_is_known() -> None:
    figures = [
        figure("one", "0.78", "0.01", metric="eps"),
        figure("one", "4.02", "0.01", metric="eps", period="2024-Q3"),
    ]
    growth = figure("one", "-81", "1", metric="eps", measure="yoy", unit="percent")
    for told, known in ((figures, False), ([*figures, growth], True)):
        lookup = Lookup(selected(told), CATALOGUE, "xiaomi")
        ref = MetricRef(metric="eps")
        latest = lookup.find(ref)
        assert latest is not None
        assert (lookup.earlier(ref, latest) is not None) == known

"""An amount, the one before, and the growth between them bear each other out, or one of them is not stated."""

from __future__ import annotations

from generator.extraction.figure import Figure
from generator.selection.fact import Fact
from tests.selection.stating import document, figure
from tests.selection.test_select import chosen


def nvidia(source: str, value: str, period: str, **more: object) -> Figure:
    precision = f"1E-{len(value.partition('.')[2])}"
    return figure(source, value, precision, **{"entity": "nvidia", "unit": "USD", "period": period, **more})


def growth(source: str, value: str, period: str = "FY2026-Q3", **more: object) -> Figure:
    return nvidia(source, value, period, **{"measure": "yoy", "unit": "percent", **more})


def stated(figures: list[Figure], **publishers: str) -> dict[tuple[str, str, str], Fact]:
    names = dict.fromkeys(one.document for one in figures)
    documents = [document(name, publisher=publishers.get(name, name.title())) for name in names]
    facts = chosen(documents, figures).facts
    return {(a.metric, a.measure, str(a.period)): fact for a, fact in facts.items()}


def test_this_year_s_amount_told_for_last_year_s_is_not_stated_nor_is_what_stands_beside_it() -> None:
    figures = [
        *(nvidia(source, "57.0", "FY2026-Q3") for source in ("one", "two")),
        *(growth(source, "62") for source in ("one", "two")),
        nvidia("three", "57.0", "FY2025-Q3"),
        nvidia("three", "31.9", "FY2025-Q3", metric="net_profit"),
        nvidia("three", "30.0", "FY2025-Q2"),
    ]
    facts = stated(figures)
    assert ("revenue", "level", "FY2025-Q3") not in facts
    assert ("net_profit", "level", "FY2025-Q3") not in facts
    assert facts["revenue", "level", "FY2026-Q3"].value == 57
    assert ("revenue", "level", "FY2025-Q2") in facts


def test_of_three_single_reports_the_one_apart_from_the_other_two_is_left_out() -> None:
    figures = [nvidia("one", "57.0", "FY2026-Q3"), growth("one", "62"), nvidia("two", "28.5", "FY2025-Q3")]
    figures += [nvidia("two", "9.9", "FY2025-Q3", metric="net_profit")]
    facts = stated(figures)
    assert ("revenue", "level", "FY2025-Q3") not in facts
    assert ("net_profit", "level", "FY2025-Q3") in facts, "another amount says nothing of the year"


def test_a_value_that_fits_goes_before_one_that_does_not() -> None:
    figures = [
        nvidia("one", "2.77", "FY2025-Q3"),
        growth("two", "-11"),
        nvidia("two", "0.13", "FY2026-Q3", start=1),
        nvidia("two", "2.5", "FY2026-Q3", start=9),
    ]
    assert stated(figures)["revenue", "level", "FY2026-Q3"].value * 10 == 25


def test_small_differences_are_restatements_and_percentages_have_no_growth() -> None:
    figures = [nvidia("one", "57.0", "FY2026-Q3"), growth("one", "62"), nvidia("two", "33.4", "FY2025-Q3")]
    assert len(stated(figures)) == 3
    margins = [
        nvidia("one", "73.4", "FY2026-Q3", metric="gross_margin", unit="percent"),
        growth("one", "5", metric="gross_margin"),
        nvidia("two", "73.4", "FY2025-Q3", metric="gross_margin", unit="percent"),
    ]
    assert ("gross_margin", "level", "FY2025-Q3") in stated(margins)


def test_what_the_company_says_of_itself_stands() -> None:
    figures = [
        *(nvidia(source, "57.0", "FY2026-Q3") for source in ("one", "two")),
        *(growth(source, "62") for source in ("one", "two")),
        nvidia("three", "57.0", "FY2025-Q3"),
    ]
    assert ("revenue", "level", "FY2025-Q3") in stated(figures, three="NVIDIA")

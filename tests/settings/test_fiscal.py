"""What companies call their periods."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.settings.catalogued import load_catalogue
from generator.settings.fiscal import as_reported, counted_on, ended_by, in_calendar
from generator.settings.period import Period

CATALOGUE = load_catalogue()


@pytest.mark.parametrize(
    ("period", "year_end", "reported"),
    [
        ("2025-Q3", 3, "FY2026-Q2"),  # Alibaba's September quarter
        ("2025-Q1", 3, "FY2025-Q4"),
        ("2025-Q3", 9, "FY2025-Q4"),  # Apple's
        ("2024-Q4", 9, "FY2025-Q1"),
        ("2025-H2", 6, "FY2026-H1"),
        ("2025-Q3", 1, "2025-Q3"),  # no quarter of Nvidia's is one of the calendar's
        ("2025-H1", 9, "2025-H1"),
        ("2025", 3, "2025"),
        ("2025-09-30", 3, "2025-09-30"),
        ("FY2025-Q2", 12, "2025-Q2"),  # SAP's fiscal year is the calendar's
        ("FY2026-Q2", 3, "FY2026-Q2"),
    ],
)
def test_a_company_s_own_name_of_a_period(period: str, year_end: int, reported: str) -> None:
    assert as_reported(Period(period), year_end) == Period(reported)


@given(st.integers(2000, 2090), st.sampled_from(["Q1", "Q2", "Q3", "Q4", "H1", "H2"]), st.integers(1, 12) | st.none())
def test_what_a_company_calls_a_period_leads_back_to_the_calendar(year: int, part: str, year_end: int | None) -> None:
    period = Period(f"{year}-{part}")
    assert in_calendar(as_reported(period, year_end), year_end) == period
    if as_reported(period, year_end).fiscal:
        assert ended_by(as_reported(period, year_end), year_end) == period.end


def test_periods_of_one_company_are_named_as_another_names_them_where_they_are_the_same() -> None:
    assert CATALOGUE.named(Period("FY2026-Q2"), "jd", of="alibaba") == Period("2025-Q3")
    assert CATALOGUE.named(Period("2025-Q3"), "apple", of="xiaomi") == Period("FY2025-Q4")
    assert CATALOGUE.named(Period("FY2026-Q3"), "xiaomi", of="nvidia") == Period("FY2026-Q3")
    assert CATALOGUE.named(Period("FY2026-Q3"), "nobody") == Period("FY2026-Q3")


def test_a_fiscal_period_ends_with_its_company_s_month() -> None:
    assert ended_by(Period("FY2026-Q3"), 1) == date(2025, 10, 31)
    assert ended_by(Period("FY2025"), 9) == date(2025, 9, 30)


@pytest.mark.parametrize(
    ("period", "year_end", "day"),
    [("2025-Q3", 12, "2025-09-30"), ("2025-Q3", None, "2025-09-30"), ("FY2026-Q3", 1, "2025-10-31"), ("FY2025", 9, "2025-09-30"),
     ("FY2025-Q3", None, "FY2025-Q3"), ("2025-09-27", 9, "2025-09-27")],
)  # fmt: skip
def test_what_is_counted_on_a_day_is_of_the_last_one_that_is_known(period: str, year_end: int | None, day: str) -> None:
    assert counted_on(Period(period), year_end) == Period(day)

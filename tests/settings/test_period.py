"""Periods: their labels, order, and the ones before them."""

from __future__ import annotations

import pytest

from generator.settings.period import Period


@pytest.mark.parametrize(
    ("label", "kind", "end"),
    [("2025-Q3", "quarter", "2025-09-30"), ("2025-H1", "half", "2025-06-30"), ("2025-9M", "nine_months", "2025-09-30"),
     ("2024-02", "month", "2024-02-29"), ("2025", "year", "2025-12-31"), ("2023-12-31", "instant", "2023-12-31"), ("FY2026-Q2", "quarter", "2026-06-30")],
)  # fmt: skip
def test_kind_and_end(label: str, kind: str, end: str) -> None:
    assert (Period(label).kind, Period(label).end.isoformat()) == (kind, end)


@pytest.mark.parametrize("label", ["2025-Q5", "25-Q3", "2025-13", "2025-02-30", "FY2025-07", "Q3", ""])
def test_what_is_no_period(label: str) -> None:
    with pytest.raises(ValueError, match=r"no period|day is out of range|month must be"):
        Period(label)


def test_before() -> None:
    assert Period("2025-Q1").quarter_before() == Period("2024-Q4")
    assert Period("FY2026-Q2").quarter_before() == Period("FY2026-Q1")
    assert Period("2025").quarter_before() is None
    assert Period("2024-02-29").years_before() == Period("2023-02-28")


@pytest.mark.parametrize(
    ("label", "count", "before"),
    [("2025-Q1", 1, "2024-Q4"), ("2025-Q3", 6, "2024-Q1"), ("2025-H1", 1, "2024-H2"), ("2025-9M", 2, "2023-9M"), ("2025", 3, "2022"),
     ("2025-01", 1, "2024-12"), ("FY2026-Q1", 1, "FY2025-Q4"), ("2024-Q4", -1, "2025-Q1"), ("2025-12", -2, "2026-02")],
)  # fmt: skip
def test_steps_before(label: str, count: int, before: str) -> None:
    assert Period(label).steps_before(count) == Period(before)


def test_a_day_has_no_step() -> None:
    with pytest.raises(ValueError, match="a day, not a span"):
        Period("2025-09-30").steps_before(1)


def test_order_is_that_of_their_ends() -> None:
    labels = ["2025-Q3", "2024", "2025-9M", "2025-09-30", "2025-H1"]
    assert [str(p) for p in sorted(map(Period, labels))] == ["2024", "2025-H1", "2025-09-30", "2025-Q3", "2025-9M"]

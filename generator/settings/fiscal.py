"""What companies call their periods: one whose fiscal year ends in March calls the calendar's Q3 2025 its Q2 FY2026."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache

from generator.settings.period import Period

_CALENDAR = 12
_LETTERS = {"quarter": "Q", "half": "H"}


@cache
def as_reported(period: Period, year_end: int | None) -> Period:
    """Return a period by its company's own name; `year_end` is the month its fiscal year ends in, None where unknown.

    A fiscal year that is the calendar's needs no name beside it. What is no part of the fiscal year keeps its name: no
    quarter of a year that ends in January is one of the calendar's.
    """
    if year_end == _CALENDAR:
        return Period(period.label.removeprefix("FY"))
    if year_end is None or period.fiscal or period.kind not in _LETTERS:
        return period
    end = period.end.year * 12 + period.end.month - 1
    ahead = (year_end - 1 - end) % 12  # months from the end of the period to that of its fiscal year
    if ahead % period.months:
        return period
    number = (12 - ahead) // period.months
    return Period(f"FY{(end + ahead) // 12}-{_LETTERS[period.kind]}{number}")


def span_to(month: int, months: int, year_end: int) -> Period | None:
    """Return the quarter, half or nine months of a fiscal year that ended in a month, counted from the year 0."""
    ahead = (year_end - 1 - month) % 12
    over = 12 - ahead  # months of the fiscal year
    if over % months:
        return None
    named = {3: f"Q{over // 3}", 6: f"H{over // 6}", 9: "9M"}[months]
    return Period(f"FY{(month + ahead) // 12}-{named}")


@cache
def in_calendar(period: Period, year_end: int | None) -> Period:
    """Return a company's period by the calendar's name, where it has one."""
    if year_end == _CALENDAR:
        return Period(period.label.removeprefix("FY"))
    if year_end is None or not period.fiscal or period.kind not in _LETTERS:
        return period
    number = int(period.label[-1])
    end = period.year * 12 + year_end - 1 - (12 - number * period.months)
    if (end + 1) % period.months:
        return period
    return Period(f"{end // 12}-{_LETTERS[period.kind]}{(end % 12 + 1) // period.months}")


@cache
def ended_by(period: Period, year_end: int | None) -> date:
    """Return the last day of the month in which a company's period ended."""
    lag = (year_end or _CALENDAR) - _CALENDAR if period.fiscal else 0
    return last_day(period.end.year * 12 + period.end.month - 1 + lag)


@cache
def counted_on(period: Period, year_end: int | None) -> Period:
    """Return the last day of a company's period; a fiscal one whose end is not known stays."""
    if period.kind == "instant" or (period.fiscal and year_end is None):
        return period
    return Period(ended_by(period, year_end).isoformat())


def last_day(month: int) -> date:
    """Return the last day of a month, counted from the year 0: 24309 is October 2025."""
    return date(month // 12, month % 12 + 1, monthrange(month // 12, month % 12 + 1)[1])

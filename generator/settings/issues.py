"""Issues of a report: what they are called, which number they bear, and how far back their news goes."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

Cadence = Literal["weekly", "quarterly"]
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)")
_QUARTER = re.compile(r"(?P<calendar>|FY)(?P<year>\d{4})-Q(?P<quarter>[1-4])")
_SPAN = re.compile(r"([1-9]\d{0,3}) (days?|weeks?)")
_DAYS = {"day": 1, "week": 7}
ALL = timedelta.max


def _window(value: Any) -> Any:
    """Read `7 days`, `2 weeks` or `all`. Raises ValueError."""
    if isinstance(value, timedelta) or value == "all":
        return ALL if value == "all" else value
    found = _SPAN.fullmatch(str(value).strip())
    if found is None:
        raise ValueError(f"'{value}' is no window: write 7 days, 2 weeks or all")
    return timedelta(days=int(found[1]) * _DAYS[found[2].removesuffix("s")])


# How far back from its date an issue's news goes: a span, or ALL.
Window = Annotated[
    timedelta,
    BeforeValidator(_window, json_schema_input_type=Annotated[str, Field(pattern=f"^(all|{_SPAN.pattern})$")]),
]


def week_name(day: date) -> str:
    """`2026-W01`: the ISO week that a day is in."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def last_day(week: str) -> date:
    """Return the Sunday of a week. Raises ValueError for what is no week."""
    found = _WEEK.fullmatch(week)
    if found is None:
        raise ValueError(f"'{week}' is no week: write 2026-W01")
    return date.fromisocalendar(int(found["year"]), int(found["week"]), 7)


def checked_first(first: str, cadence: Cadence | None) -> str:
    """Return the name of a first issue that a cadence can have. Raises ValueError."""
    if cadence is None:
        raise ValueError("only issues of a report with a cadence are counted: give cadence: weekly or quarterly")
    if cadence == "weekly":
        last_day(first)
    elif _QUARTER.fullmatch(first) is None:
        raise ValueError(f"'{first}' is no quarter: write 2025-Q3")
    return first


def number(first: str, issue: str) -> int | None:
    """Return which issue one is, counted from the first by weeks or quarters; None for one that came before it.

    Weeks without an issue count as well, so that a number stays what it is whichever issues are built, and when.
    """
    places = _place(first), _place(issue)
    if places[0] is None or places[1] is None or places[0][0] != places[1][0]:
        return None
    counted = places[1][1] - places[0][1] + 1
    return counted if counted > 0 else None


def _place(issue: str) -> tuple[str, int] | None:
    """Return what an issue is counted with, and its place among those."""
    if _WEEK.fullmatch(issue):
        return "week", last_day(issue).toordinal() // 7
    if found := _QUARTER.fullmatch(issue):
        return f"{found['calendar']}quarter", int(found["year"]) * 4 + int(found["quarter"])
    return None

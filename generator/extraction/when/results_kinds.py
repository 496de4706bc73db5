"""The last period of a kind that was over when a text came out: what `interim results`, 年报 and 季绩 mean, which name no time."""

from __future__ import annotations

from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.fiscal import DECEMBER
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.spoken import Spoken
from generator.extraction.reading import Reading
from generator.extraction.when.opening import opening
from generator.extraction.when.previews import FIRST
from generator.settings.period import Period

_STALE = 150  # days after a period's end, from which on its results are no news
_NINE = 9  # months


def where_named(reading: Reading) -> list[tuple[str, int, int]]:
    """Return the stretches in which a text says what it is on: its title, and the sentences that it opens with."""
    title = reading.title
    return [(title, 0, len(title)), *((reading.text, s.start, s.end) for s in opening(reading, FIRST))]


def is_news(period: Period, calendar: Calendar) -> bool:
    """Whether a period is over, and not so long that its results are none any more."""
    return calendar.is_over(period) and 0 <= calendar.days_since(period) <= _STALE


def last_of(calendar: Calendar, kind: str) -> Period | None:
    """Return the last period of a kind (quarter, half, nine, year) that was over at publication."""
    if kind == "quarter":
        return calendar.own_quarter()
    if kind == "half":
        return calendar.resolve(PeriodMention(0, 0, "half", None, 1), Spoken())
    if kind == "nine":
        return calendar.resolve(PeriodMention(0, 0, "nine_months", None, _NINE), Spoken())
    day, end = calendar.published, calendar.fiscal_year_end
    year = day.year - (day.month <= end) if day else 0
    return Period(str(year) if end == DECEMBER else f"FY{year}")

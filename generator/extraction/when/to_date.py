"""Spans from the start of a year until the time told: they have a name where a half, three quarters or the year ended then."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.when.since import is_since
from generator.settings.period import Period

# `so far this year`, `year-to-date`, `since the start of the year`, `since January`
_TO_DATE = re.compile(
    r"(?:YTD|(?i:(?:(?:in |for )?20\d\d )?(?:year[- ]to[- ]date|YTD)(?: (?:in |of |for )?20\d\d)?|(?:in |for |over )?(?:the |this )?(?:year[- ]to[- ]date|year so far)|so far (?:this|in the) year|so far in 20\d\d|since (?:the )?(?:start|beginning|turn|opening) of (?:the|this) year|since (?:the|this) year (?:began|started)|since January|(?:over|in|during) (?:the )?(?:twelve|12) months))"
)
_TWELVE = ("twelve months", "12 months")
_DECEMBER = 12
_NAMES = {3: "Q1", 6: "H1", 9: "9M", 12: ""}  # of what ended with a month
_BY_RESULTS = re.compile(r"(?:.*YTD|.*year[- ]to[- ]date.*)", re.I)


def span_to_date(marks: Scan, mention: PeriodMention, told: Period | None, calendar: Calendar) -> Period | None:
    """Return the span from the start of a year to the end of what was told: `Year-to-date deliveries were 201,221`, in news of September.

    In news of a month `so far` is to its end; results tell it of a quarter only where they call it the year to date.
    """
    said = marks.text[mention.start : mention.end]
    if mention.scope != "span" or told is None or told.fiscal or not _TO_DATE.fullmatch(said):
        return None
    if said.endswith(_TWELVE):
        return Period(f"{told.year}") if told.kind in ("month", "quarter") and told.end.month == _DECEMBER else None
    of_month = told.kind == "month" and told == calendar.month_before()
    of_quarter = told.kind in REPORTED and _BY_RESULTS.fullmatch(said)
    if not (of_month or of_quarter) or is_since(marks.text, marks.sentence.start, mention):
        return None
    name = _NAMES.get(told.end.month)
    return None if name is None else Period(f"{told.year}-{name}" if name else f"{told.year}")

"""The quarter whose results came out on a day that an English text names: `Tesla last released its earnings results on January 24`, told in April."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from generator.corpus.beginnings import sought
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.periods.spoken import Spoken
from generator.extraction.reading import Reading
from generator.settings.period import Period

# who reports next, or is due to, is of no quarter that has been told
_RELEASED = sought(
    r"\b(?:released|announced|posted|issued|reported|published|disclosed|unveiled) (?:its|their|the company['’]s) (?:[a-z-]+ ){0,3}(?:earnings|results|quarterly report|numbers)(?: (?:results|data|report|figures))? (?:on|back on) (?:(?:Mon|Tues|Wednes|Thurs|Fri)day, )?"
)
_DAY = 24  # characters that a day takes
_STALE = timedelta(days=140)  # results that came out longer ago have been followed by others


def released_period(reading: Reading, calendar: Calendar) -> Period | None:
    """Return the quarter that had ended last before the day on which a text says that results came out."""
    if calendar.published is None:
        return None
    for said in _RELEASED.finditer(reading.text):
        named = period_mentions(reading.text, said.end(), min(said.end() + _DAY, len(reading.text)))
        day = calendar.resolve(named[0], Spoken()) if named and named[0].start == said.end() else None
        if day and day.kind == "instant" and timedelta(0) <= calendar.published - day.end < _STALE:
            return replace(calendar, published=day.end).own_quarter()
    return None

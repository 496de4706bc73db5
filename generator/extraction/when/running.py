"""Years that run yet: what came in them so far is of a span that has no name."""

from __future__ import annotations

from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_LAST_MONTH = 12  # in which a text may well tell of its whole year


def runs_yet(around: Surroundings, period: Period | None) -> bool:
    """Whether a period is `this year`, which runs yet: what a text says came in it is no whole year's."""
    day = around.calendar.published
    if period is None or day is None or period.kind != "year" or period.fiscal:
        return False
    said = any(m.shift == 0 and m.scope == "year" for m, p in around.resolved if p == period)
    return said and period.year == day.year and day.month < _LAST_MONTH

"""Years that an English sentence expects the same of, one after another, which the next may mean by `the two years`: `5.6 million cars in 2025 and 6.5 million in 2026`."""

from __future__ import annotations

from generator.extraction.figure import Figure
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.whose.context import Surroundings


def years_told(around: Surroundings, found: list[Figure]) -> tuple[PeriodMention, ...]:
    """Return the years of a sentence's forecasts, where each is another year's of one metric."""
    told = [f for f in found if f.metric and f.basis == "forecast" and f.measure == "level" and not f.segment]
    periods = list(dict.fromkeys(f.period for f in told))
    if around.scan.chinese or len({f.metric for f in told}) != 1 or len(periods) != len(told):
        return ()
    named = [next((m for m, p in around.resolved if p == period and m.year), None) for period in periods]
    years = tuple(m for m in named if m is not None and m.scope == "year")
    return years if len(years) == len(periods) > 1 else ()

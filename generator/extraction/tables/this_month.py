"""A column of `this month`: it is that whose sales are told, and not the one in which the table came out."""

from __future__ import annotations

from generator.extraction.periods.mention import PeriodMention
from generator.settings.period import Period


def in_month_told(
    resolved: list[tuple[PeriodMention, Period]], month: Period | None
) -> list[tuple[PeriodMention, Period]]:
    """Return what a head's times mean in news of a month's sales."""
    if month is None:
        return resolved
    return [(m, month if m.scope == "relative" and m.number == 1 and m.shift == 0 else p) for m, p in resolved]

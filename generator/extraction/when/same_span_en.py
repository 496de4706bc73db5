"""What the same span of a year before came to, called by that year alone: `revenue for the six months was 227 billion, a year-on-year increase of 38.2% compared to 164 billion in 2024`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.periods.mention import REPORTED
from generator.extraction.when.told import Told
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_COMPARED = re.compile(
    r"(?: year[- ](?:on|over)[- ]year| YoY)?,? (?:as )?(?:compared (?:to|with)|from|versus|against) $"
)
_NEAR = 48  # characters between a change and what it is compared with
_CLOSE = 0.02  # how far the two may differ: rates are rounded


def same_span(around: Surroundings, told: Told, metric: str, amount: Amount, period: Period | None) -> Period | None:
    """Return the span of the year before that an amount is of, where the year alone is named, and the growth told before says that it is no whole year's."""
    scan, rate = around.scan, around.scan.preceding(amount)
    now = told.levels[metric][0] if metric in told.levels else None
    if scan.chinese or period is None or now is None or rate is None or rate.kind != "percent":
        return None
    level = scan.preceding(rate)
    if now.kind not in REPORTED or period.kind != "year" or period.year != now.year - 1 or level is None:
        return None
    if level.kind != amount.kind or amount.start - rate.end > _NEAR or not amount.value:
        return None
    if not _COMPARED.search(scan.text, rate.end, amount.start):
        return None
    grew = float(level.value / amount.value) - 1
    told_rate = float(rate.value) / 100
    return now.years_before() if min(abs(grew - told_rate), abs(grew + told_rate)) < _CLOSE else None

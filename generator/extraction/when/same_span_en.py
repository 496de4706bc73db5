"""What the same span of a year before came to, called by that year alone: `revenue for the six months was 227 billion, a year-on-year increase of 38.2% compared to 164 billion in 2024`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import REPORTED
from generator.extraction.when.told import Told
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_COMPARED = re.compile(
    r"(?: year[- ](?:on|over)[- ]year| YoY)?,? (?:as )?(?:compared (?:to|with)|from|versus|against) $"
)
_TO = re.compile(r" to (?:about |around |nearly |over )?")
_NEAR = 48  # characters between a change and what it is compared with
_CLOSE = 0.02  # how far the two may differ: rates are rounded


def same_span(around: Surroundings, told: Told, metric: str, amount: Amount, period: Period | None) -> Period | None:
    """Return the span of the year before that an amount is of, where the year alone is named, and the growth told before says that it is no whole year's."""
    now = told.levels[metric][0] if metric in told.levels else None
    grown = None if around.scan.chinese or period is None or now is None else _grown(around.scan, amount)
    if now is None or period is None or grown is None or not amount.value:
        return None
    if now.kind not in REPORTED or period.kind != "year" or period.year != now.year - 1:
        return None
    level, rate = grown
    grew, told_rate = float(level.value / amount.value) - 1, float(rate.value) / 100
    return now.years_before() if min(abs(grew - told_rate), abs(grew + told_rate)) < _CLOSE else None


def _grown(scan: Scan, amount: Amount) -> tuple[Amount, Amount] | None:
    """Return the level and its growth that an amount is set beside: `227 billion, up 38.2% from`, `rose 16% to 10 billion, from`."""
    last = scan.preceding(amount)
    first = scan.preceding(last) if last else None
    if last is None or first is None or not _COMPARED.search(scan.text, last.end, amount.start):
        return None
    level, rate = (first, last) if last.kind == "percent" else (last, first)
    if rate.kind != "percent" or level.kind != amount.kind or amount.start - last.end > _NEAR:
        return None
    return (level, rate) if level is first or _TO.fullmatch(scan.text, rate.end, level.start) else None

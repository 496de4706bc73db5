"""The periods still to come that a sentence names."""

from __future__ import annotations

from generator.extraction.amount import Amount
from generator.extraction.context import Surroundings
from generator.settings.period import Period


def names_the_whole(around: Surroundings, period: Period | None) -> bool:
    """Whether a sentence speaks of all of a year, which has not ended: 全年营收约8.3兆元."""
    text, published = around.scan.text, around.calendar.published
    if published is None or period is None or period.fiscal or period.end <= published:
        return False
    return any(p == period and text[m.start : m.end].endswith(("全年", "整年")) for m, p in around.resolved)


def awaited_by(around: Surroundings, amount: Amount) -> Period | None:
    """Return the only period that a sentence names, behind an amount, where it lies ahead."""
    later = {p for m, p in around.resolved if p.kind != "instant"}
    behind = any(m.start >= amount.end for m, _ in around.resolved)
    only = next(iter(later)) if len(later) == 1 and behind else None
    published = around.calendar.published
    return only if only and published and only.end > published else None

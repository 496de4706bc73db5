"""What a Chinese note sets in brackets behind a change: the base that it is from, where the numbers prove it: 毛利率18%,较Q2+2pct(16%)."""

from __future__ import annotations

from decimal import Decimal

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_ROUNDED = Decimal("0.01")  # of a base, as far as a growth in whole percent leaves it open
_ALL = 100  # percent


def named_base(around: Surroundings, amount: Amount) -> Period | None:
    """Return the period that the change before a base in brackets names: the second quarter of 较Q2+2pct(16%)."""
    change = _change_from(around.scan, amount)
    if change is None:
        return None
    low = around.scan.amount_before(change.start)
    named = [p for m, p in around.resolved if low <= m.start and m.end == change.start]
    return named[-1] if named else None


def base_bracketed(around: Surroundings, amount: Amount) -> str | None:
    """Return which period before a base in brackets is of: `named`, or the `year` or the `quarter` before that the change is told against."""
    change = _change_from(around.scan, amount)
    if change is None:
        return None
    if named_base(around, amount):
        return "named"
    cues = around.scan.cues_between(around.scan.amount_before(change.start), change.start, "yoy", "qoq")
    return {"yoy": "year", "qoq": "quarter"}[cues[-1].kind] if cues else None


def _change_from(scan: Scan, amount: Amount) -> Amount | None:
    """Return the change with its sign right behind which an amount stands alone in brackets, if the level before it came from so much."""
    change = scan.preceding(amount) if scan.chinese else None
    level = _told_before(scan, change) if change else None
    if change is None or level is None or not change.signed or level.kind != amount.kind:
        return None
    alone = scan.text[change.end : amount.start] == "(" and scan.text.startswith(")", amount.end)
    return change if alone and _leads_from(amount, change, level) else None


def _told_before(scan: Scan, change: Amount) -> Amount | None:
    """Return the level before a change, past another change from its own base: 毛利率17.3%,较Q1+1.7pct(15.6%),同比+3.3pct(14%)."""
    start = scan.clause(change.start)[0]
    levels = [a for a in scan.amounts if a.end <= change.start and not (a.signed or scan.brackets_around(a.start))]
    between = bool(levels) and any(levels[-1].end <= m.start < start for m in scan.metrics)
    return levels[-1] if levels and not between else None


def _leads_from(base: Amount, change: Amount, level: Amount) -> bool:
    """Whether a base and a change come to a level, as far as they are rounded."""
    if change.kind == "points" and level.kind == "percent":
        return abs(base.value + change.value - level.value) <= base.precision + change.precision + level.precision
    came = base.value * (1 + change.value / _ALL)
    rounded = base.precision + level.precision + base.value * _ROUNDED
    return change.kind == "percent" != level.kind and abs(came - level.value) <= rounded

"""Periods that a Chinese sentence only sets a figure beside: 收入354亿元,三季度为311亿元,净利润52亿元 goes on with the fourth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from generator.extraction.changes.change import Change
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# what stands between such a period and its amount: no metric, which it shares with the figure before
_IS_SO_MUCH = re.compile(
    r"(?:的)?(?:则|只|仅|才|还|也|同样){0,2}(?:为|是|有|达|录得)?(?:约|近|逾|超过?)?(?:净?(?:亏损|盈利|亏|赚|蚀|流[入出]))?(?:人民币)?"
)

_TWO = 2
_ROUNDED = Decimal("0.8")  # percentage points that a change of two rounded amounts may be off


def is_comparand(around: Surroundings, mention: PeriodMention, period: Period) -> bool:
    """Whether a period stands before an amount alone, behind a figure of a later one of its kind: what follows is of that again."""
    scan = around.scan
    if not scan.chinese or scan.amount_before(mention.start) == scan.sentence.start:
        return False
    amount = next((a for a in scan.amounts if a.start >= mention.end), None)
    if amount is None or not _IS_SO_MUCH.fullmatch(scan.text, mention.end, amount.start):
        return False
    told = [p for m, p in around.resolved if m.end <= mention.start]
    told += [around.ground.period] if around.ground.period else []
    return any(p.kind == period.kind and p.fiscal == period.fiscal and period < p for p in told)


def led_to(told: Sequence[tuple[Period | None, Decimal]], change: Change) -> Period | None:
    """Return the period of the first of two amounts told last, where a change is what leads from the second to it.

    收入354亿元,三季度为311亿元,环比增长14%: 14% is what 354 is more than 311, and so of the fourth quarter
    """
    if len(told) < _TWO or change.points:
        return None
    (now, value), (then, before) = told[-2:]
    if now is None:
        return None
    base = now.previous() if change.against == "qoq" else now.years_before()
    if then is None or then != base or before <= 0 or value <= 0:
        return None
    moved = (value - before) / before * 100
    return now if abs(moved - change.value) <= _ROUNDED else None

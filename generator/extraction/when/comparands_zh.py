"""Periods that a Chinese sentence only sets a figure beside: 收入354亿元,三季度为311亿元,净利润52亿元 goes on with the fourth."""

from __future__ import annotations

import re

from generator.extraction.periods.mention import PeriodMention
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# what stands between such a period and its amount: no metric, which it shares with the figure before
_IS_SO_MUCH = re.compile(
    r"(?:的)?(?:则|只|仅|才|还|也|同样){0,2}(?:为|是|有|达|录得)?(?:约|近|逾|超过?)?(?:净?(?:亏损|盈利|亏|赚|蚀|流[入出]))?(?:人民币)?"
)


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

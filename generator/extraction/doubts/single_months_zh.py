"""Cars that were sold in a single month of which nothing says which one it is: 单月卖出二十万辆."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import CARS_SOLD
from generator.extraction.whose.context import Surroundings

OF_A_MONTH = "of a month that nothing names"
_SINGLE = re.compile(r"单月(?:内|内就|就|便|竟|已|则|共|仅|又|再|也|的)*(?:[销交出售卖]|[销售]?量)[^,;。\d]{0,6}$")
_NEAR = 16  # characters before an amount, within which it is said to be of one month


def of_a_single_month(around: Surroundings, amount: Amount, mention: Mention) -> str | None:
    """Return a doubt where a Chinese count is of one month, and neither its sentence nor the text before it names one."""
    scan, ground = around.scan, around.ground
    counts = scan.chinese and amount.kind in ("count", "bare") and any(m in CARS_SOLD for m in mention.metrics)
    low = max(scan.clause(amount.start)[0], amount.start - _NEAR)
    if not counts or not _SINGLE.search(scan.text, low, amount.start):
        return None
    named = any(p.kind == "month" for _, p in around.resolved)
    spoken = (ground.period and ground.period.kind == "month") or ground.month or around.month
    return None if named or spoken else OF_A_MONTH

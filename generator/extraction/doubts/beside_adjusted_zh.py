"""A Chinese margin right behind an adjusted profit, which nothing says to be by other rules or by the same: 经调整经营利润726亿元,经营利润率37%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

BY_WHICH_RULES = "a margin beside an adjusted profit, by rules that are not told"
_PROFITS = {"operating_margin": "operating_profit", "net_margin": "net_profit"}
# what opens its clause: 对应净利率14%, 按年升18%,经营利润率37%
_OPENS = re.compile(r"\s*(?:而|且|并|对应|相应|对应的?|其|及|和|与|以及)*")


def beside_adjusted(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why the level of a margin is in doubt: its sentence tells the adjusted profit of its kind before it, and no other before that."""
    profit = _PROFITS.get(mention.metrics[0]) if mention.metrics else None
    if profit is None or not scan.chinese or amount.kind != "percent" or amount.start < mention.end:
        return None
    if not _OPENS.fullmatch(scan.text, scan.clause(mention.start)[0], mention.start):
        return None
    before = [m for m in scan.metrics if m.end <= mention.start and m.metrics]
    adjusted = bool(before) and f"adjusted_{profit}" in before[-1].metrics
    plain = any(profit in m.metrics for m in before)
    return BY_WHICH_RULES if adjusted and not plain else None

"""What English only gives as the reason of a figure: `an operating profit of 610 billion yen on strong sales of games, against a forecast of 540 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

# `revenue -3% to RMB46.0bn on lower ASP`: why, and no price
ON_LOWER = re.compile(
    r" (?:on|from) (?:[a-z-]+ ){0,2}?(?:lower|higher|rising|falling|weaker|stronger|better|improved|declining|reduced|increased|softer|flat|strong|robust|solid|record|brisk|healthy|booming|surging|soaring|weak|soft|sluggish|slumping|slowing|resilient|bumper|growing|rapid|fast-growing) $"
)
_LEAD = 44  # characters before a metric


def is_cause(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether a metric is only why another came: right behind that one's amount, and in a clause before the one that it is looked for."""
    if scan.chinese or mention.end > amount.start:
        return False
    told = scan.amount_before(mention.start)
    low = max(scan.sentence.start, told - 1, mention.start - _LEAD)
    return (
        told > scan.sentence.start
        and ON_LOWER.search(scan.text, low, mention.start) is not None
        and scan.clause(mention.start)[1] <= amount.start
        and scan.amount_before(amount.start) <= mention.start
    )

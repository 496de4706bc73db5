"""What a company plans, where the amount itself is the object of the verb: `Management still plans RMB40bn for the year`, `budgets 40 billion`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

_PLANS = sought(
    rf"(?<!\bthe )(?<!\bits )(?<!\btheir )(?<!\bour )(?<!\bof )\b(?:plans?|budgets?|pledges|earmarks|sticks to|holds to|stands by|stays at) (?:to )?{ABOUT}(?:between |at least |up to )?$"
)
_WHO = re.compile(r"\b(?:[Mm]gmt\.?|[Mm]anagement|[Cc]ompany|[Gg]roup|[Ii]t|[Tt]hey|[Ww]e|and)(?: [a-z]+){0,2} $")
_LEAD = 60  # characters before an amount, within which a plan stands


def is_planned(scan: Scan, amount: Amount) -> bool:
    """Whether an English amount is what a company, or whoever leads it, says that it plans."""
    if scan.chinese:
        return False
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    plans = _PLANS.search(scan.text, low, amount.start)
    if plans is None:
        return False
    named = any(low <= e.start and e.end < plans.start() for e in scan.entities)
    return named or bool(_WHO.search(scan.text, low, plans.start()))

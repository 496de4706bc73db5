"""Records that another figure beat, and the period that they are of."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.whose.context import Surroundings

# `breaking the previous high of 53.6 trillion won from last year`, `September's prior record of 419,166`, `Its previous high was 10,412`
_PREVIOUS_HIGH = re.compile(
    r"(?P<whose>['’]s )?\b(?:previous|prior|earlier|old|former) (?:[a-z-]+ )?(?:high|record|best|peak|low) (?:of|at|was|is|stood at) (?:about |around |nearly |over )?$"
)
_SET_LAST_YEAR = re.compile(r" (?:(?:from|in|set in|reached in|posted in) )?last year\b")


def of_record(around: Surroundings, amount: Amount) -> str | None:
    """Return which period a record is of that another beat: `breaking the previous high of 53.6 trillion won from last year`."""
    text = around.scan.text
    record = _PREVIOUS_HIGH.search(text, max(around.scan.sentence.start, amount.start - 40), amount.start)
    if record is None:
        return None
    behind = min(around.scan.clause(amount.start)[1], around.scan.amount_after(amount.end))
    if any(amount.end <= m.start < behind and m.shift != -1 for m, _ in around.resolved):
        return "named"  # `up 1.5 percent from the previous record of 40,422 it had set in October`
    return "year" if _SET_LAST_YEAR.match(text, amount.end) and not record["whose"] else "other"

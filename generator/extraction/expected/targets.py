"""Whose price target an amount is: one house's, or what those of many come to: `the average price target of 28 analysts`, 目标价均值."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_NEAR = 90  # characters before an amount, within which it is said to be an average
_OF_MANY = re.compile(
    r"\b(?:average|mean|median|consensus)\b[^.;]{0,24}\b(?:targets?|objectives?|TP|PT)\b|\b(?:targets?|objectives?) (?:averages?|averaged|averaging)\b"
    r"|(?:平均|均值|中位数|一致|共识)[^,;。\d]{0,10}目标(?:股?价|价格)|目标(?:股?价|价格)[^,;。\d]{0,8}(?:平均|均值|中位数|均价|共识)",
    re.I,
)


def is_of_many(scan: Scan, amount: Amount) -> bool:
    """Whether a price target is the average of several houses'."""
    low = max(scan.clause(amount.start)[0], amount.start - _NEAR)
    before = scan.preceding(amount)
    if before is not None and before.kind == "money":
        low = max(low, before.end)
    return bool(_OF_MANY.search(scan.text, low, amount.start))

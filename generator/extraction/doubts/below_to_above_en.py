"""English growth whose range begins below nothing: `expects revenue to come in 6% below to 1% above the prior year` tells neither end by itself."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

TWO_WAYS = "an end of a range from below to above"
_LOWER = re.compile(
    r" (?:below|lower|down|under)(?:,)? to (?:[a-z]+ )?\d[\d.]* ?(?:%|per ?cent) (?:above|higher|up|over)\b"
)
_UPPER = re.compile(r"\d ?(?:%|per ?cent) (?:below|lower|down|under)(?:,)? to (?:[a-z]+ )?$")
_LEAD = 30  # characters before an upper end, within which the lower one stands


def goes_both_ways(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage is an end of such a range."""
    if scan.chinese or amount.kind != "percent":
        return False
    low = max(scan.sentence.start, amount.start - _LEAD)
    return bool(_LOWER.match(scan.text, amount.end) or _UPPER.search(scan.text, low, amount.start))

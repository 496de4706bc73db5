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
# `between 3% lower and 1% higher`; without `between`, two that moved apart
_BETWEEN = re.compile(r"\bbetween (?:[a-z]+ )?$")
_AND_UPPER = re.compile(
    r" (?:below|lower|down|under),? and (?:[a-z]+ )?\d[\d.]* ?(?:%|per ?cent) (?:above|higher|up|over)\b"
)
_LOWER_AND = re.compile(
    r"\bbetween (?:[a-z]+ )?\d[\d.]* ?(?:%|per ?cent) (?:below|lower|down|under),? and (?:[a-z]+ )?$"
)
_LEAD = 40  # characters before an upper end, within which the lower one stands


def goes_both_ways(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage is an end of such a range."""
    if scan.chinese or amount.kind != "percent":
        return False
    low = max(scan.sentence.start, amount.start - _LEAD)
    if _LOWER.match(scan.text, amount.end) or _UPPER.search(scan.text, low, amount.start):
        return True
    if _BETWEEN.search(scan.text, low, amount.start) and _AND_UPPER.match(scan.text, amount.end):
        return True
    return _LOWER_AND.search(scan.text, low, amount.start) is not None

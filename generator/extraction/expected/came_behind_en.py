"""English figures that came, named right behind what had been expected of another: `revenue was $337 million against the $379 million expected, and the net loss $978 million`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.expected.market import MARKET
from generator.extraction.marks.scanning import Scan

_EXPECTED = r"(?:expect|forecast|project|estimat|predict|anticipat)\w*"
_THEN = re.compile(
    rf" (?:(?:that )?{MARKET} (?:had |have )?)?(?:been )?{_EXPECTED}(?: by [a-z ]{{3,24}})?,? (?:and|with|while|but) (?:the |its |an? )?(?:[a-z-]+ ){{1,3}}(?:of |at |was |were )?{ABOUT}$"
)
_TOO = re.compile(rf" (?:(?:that )?{MARKET} (?:had )?)?{_EXPECTED}\b")


def came_behind(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is of another metric than the one before it, of which alone the sentence says that it was expected."""
    before = scan.preceding(amount)
    if scan.chinese or before is None or _TOO.match(scan.text, amount.end):
        return False
    named = any(before.end <= m.start and m.end <= amount.start and m.metrics for m in scan.metrics)
    return named and _THEN.match(scan.text, before.end, amount.start) is not None

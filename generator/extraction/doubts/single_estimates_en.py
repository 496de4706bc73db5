"""Estimates that English tells as single ones among many: `with some projections as high as $75 billion`, `the highest was $2.70`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

ONE_OF_MANY = "one estimate of several, and nobody's that is named"
_ESTIMATES = (
    r"(?:projections?|estimates?|forecasts?|predictions?|expectations?|analysts?|models?|price targets?|targets?)"
)
_SINGLE = re.compile(
    rf"\b(?:(?:some|a few|certain|individual|several|other|various) {_ESTIMATES}|{_ESTIMATES})(?: (?:in the market|on Wall Street|on the Street))?(?: (?:are|were|went|go|run|ran|being|stood|put it|calling for|going|running|reaching|looking for|had it))? (?:as (?:high|low) as|up to|at up to) {ABOUT}$"
    rf"|\b(?:[Tt]he|[Aa]) (?:highest|lowest|high-end|low-end|most (?:bullish|bearish|optimistic|pessimistic)) (?:projection|estimate|forecast|prediction|expectation|model)s? (?:was|were|is|being|at|of|calls? for|called for|stood at) {ABOUT}$"
    rf"|\b[Tt]he (?:highest|lowest) (?:one |among them |of (?:them|these) )?(?:was|is|being) (?:no more than |only |just |still )?{ABOUT}$"
    rf"|\b(?:[Ww]hisper numbers?|[Bb]uy-?side (?:bogey|expectations?)) (?:was|were|is|are|of|at|stood at) {ABOUT}$"
)
_BACK = 100  # characters before an amount, within which it is said to be one of several


def is_one_of_many(scan: Scan, amount: Amount) -> bool:
    """Whether an English amount is a single estimate among several."""
    if scan.chinese:
        return False
    return _SINGLE.search(scan.text, max(scan.sentence.start, amount.start - _BACK), amount.start) is not None

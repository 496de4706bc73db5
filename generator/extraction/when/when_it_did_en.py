"""What English tells of the quarter or month before in a clause of its own: `down 7.5% from the previous month, when it delivered 10,878`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.bases import MONTH_BEFORE, QUARTER_BEFORE
from generator.extraction.marks.scanning import Scan

_WHEN = re.compile(
    rf"\b(?:(?P<quarter>{QUARTER_BEFORE})|(?P<month>{MONTH_BEFORE})),? (?:when|in which|during which|where) (?!compared\b)[^,;.:()\d]{{1,70}}$"
)
_REACH = 120  # characters before an amount, within which such a clause begins


def when_it_did(scan: Scan, amount: Amount) -> str | None:
    """Return `quarter` or `month` where an amount is told of the one before, right behind its name, None elsewhere."""
    if scan.chinese:
        return None
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _REACH)
    told = _WHEN.search(scan.text, low, amount.start)
    return told.lastgroup if told else None

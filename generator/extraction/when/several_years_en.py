"""Money that English plans for several years at once: `a new five-year R&D investment target of 200 billion yuan`, `a 380 billion yuan three-year budget`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_YEARS = r"(?:two|three|four|five|six|seven|eight|ten|[2-9]|10)[- ]years?"
_PLAN = r"(?:plan|budget|program(?:me)?|investment|spending|commitment|target|goal|pledge|outlay|package)s?"
_BEFORE = re.compile(rf"\b{_YEARS},? (?:[A-Za-z&-]+ ){{0,4}}?{_PLAN}\b[^,;.\d]{{0,48}}$")
_BEHIND = re.compile(rf",? {_YEARS},? (?:[A-Za-z&-]+ ){{0,4}}?{_PLAN}\b")
_LEAD = 110  # characters before an amount, within which it is planned


def of_several_years(scan: Scan, amount: Amount) -> bool:
    """Whether English money is what somebody plans to spend over several years, and so of none."""
    if scan.chinese or amount.kind != "money":
        return False
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    return bool(_BEFORE.search(scan.text, low, amount.start) or _BEHIND.match(scan.text, amount.end))

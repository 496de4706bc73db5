"""A change from a quarter that English names without a year, in a text that says nothing of its own: `Revenue was $18.1 billion, up 33% from the second quarter` is against the quarter before."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.cues import Against
from generator.extraction.marks.scanning import Scan
from generator.settings.period import Period

_FROM_QUARTER = re.compile(
    r"(?: (?:increase|rise|growth|jump|gain|surge|improvement|climb|decline|drop|fall|decrease|slump|dip))? (?:from|over|on|versus|compared (?:with|to)) (?:the |that of )?(?:(?:fiscal )?(?:first|second|third|fourth)[- ]quarter|Q[1-4]|[1-4]Q)\b(?! (?:of )?(?:20\d\d|last year|a year|the (?:year|previous|prior)))(?![ -]?\d)"
)


def against_quarter(scan: Scan, amount: Amount, against: Against, period: Period | None) -> Against:
    """Return what a change of no known period is measured against, where a quarter without a year is named right behind it."""
    if against != "yoy" or period is not None or scan.chinese:
        return against
    return "qoq" if _FROM_QUARTER.match(scan.text, amount.end) else against

"""Lines of business that an English sentence sets beside another: `Data centre revenue was $2 billion, compared with $1.8 billion for gaming`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan, once

_BESIDE = re.compile(
    rf"\b(?:against|versus|vs\.?|compared (?:with|to)|and thus more than|(?:more|less) than the) {ABOUT}(?:[A-Z]{{2,4}} ?)?[$€£¥]?$"
)
# between an amount and whose it is: a conversion, how far it grew
_BEHIND = re.compile(
    r"(?: \([^()]{1,40}\))?(?:,? (?:up|down|an? (?:[a-z]+ )?(?:rise|increase|gain|jump|plus|drop|fall|decline|decrease|minus) of) [\d.]+ ?(?:%|per ?cent|pct)(?: (?:year[- ]on[- ]year|year[- ]over[- ]year|YoY))?,?)?"
    r" (?:for|in|from|at|by) (?:the |its )?"
)
_THEN = re.compile(
    r"[^,;.]{0,30} (?:a year|last year|the year before|the same (?:period|quarter)|the (?:previous|prior|preceding) (?:year|quarter)|in (?:19|20)\d\d|in Q[1-4])\b"
)
_LEAD = 40  # characters before an amount, within which it is said to be set beside another


@once
def line_set_beside(scan: Scan, amount: Amount) -> str | None:
    """Return the part that stands behind an amount which is set beside one of another part, told of no time before."""
    before = scan.preceding(amount)
    if scan.chinese or amount.kind != "money" or before is None:
        return None
    if not _BESIDE.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start):
        return None
    part = next(
        (m for m in scan.segments if m.start >= amount.end and _BEHIND.fullmatch(scan.text, amount.end, m.start)), None
    )
    if part is None or _THEN.match(scan.text, part.end, scan.sentence.end):
        return None
    return None if any(m.segment == part.segment for m in scan.segments if m.end <= amount.start) else part.segment

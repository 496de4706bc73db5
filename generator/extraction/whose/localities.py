"""Lists of places in English, each behind its amount: `$44 billion in the Americas, $28 billion in Europe and $7 billion in Japan`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_IN = re.compile(r"(?: (?:units|vehicles|cars|phones|smartphones))? (?:in|from) (?:the )?")
_NEXT = re.compile(
    r"(?: markets?)?(?:, and |, | and |, while | while )(?:about |around |nearly |over |more than |only )?"
)


def is_behind_amount(scan: Scan, place: Mention) -> bool:
    """Whether a place stands right behind the amount that is of it."""
    before = scan.amount_before(place.start)
    return before > scan.sentence.start and _is_at(scan, before, place)


def is_of_next_place(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is the next of such a list: its metric was told of the one before."""
    last = next((m for m in reversed(scan.segments) if m.end <= amount.start), None)
    if last is None or not is_behind_amount(scan, last) or not _NEXT.fullmatch(scan.text, last.end, amount.start):
        return False
    return any(m.start >= amount.end and _is_at(scan, amount.end, m) for m in scan.segments)


def _is_at(scan: Scan, end: int, place: Mention) -> bool:
    """Whether a place stands right behind an amount that ends at `end`; `in China` is a name of its own."""
    named = scan.text[end : place.start] == " " and scan.text.startswith("in ", place.start)
    return named or bool(_IN.fullmatch(scan.text, end, place.start))

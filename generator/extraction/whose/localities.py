"""Lists of places in English, each behind its amount: `$44 billion in the Americas, $28 billion in Europe and $7 billion in Japan`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_WARES = r"(?: (?:units|vehicles|cars|phones|smartphones))?(?: (?:were |was )?(?:coming|generated|earned|sold|delivered|shipped|derived))?"
_IN = re.compile(rf"{_WARES} (?:in|from) (?:the |its )?")
_THERE = re.compile(rf"{_WARES} ")
# Names that need no preposition before them: `Overseas, it sold`, `at home, sales rose`
ADVERB = re.compile(r"(?:overseas|abroad|internationally|domestically|locally)$|(?:in|outside|beyond|at) ", re.I)
_NEXT = re.compile(
    r"(?: markets?)?(?:, and |, | and |, while | while )(?:about |around |nearly |over |more than |only )?"
)
# `sales rose to 331,000, with 290,000 in the local market`
_OF_ALL = re.compile(
    r"(?:,| -| –)? with (?:about |around |nearly |over |more than |only |just |some )?$|: (?:about |around |nearly |over |more than )?$"
)


def is_of_a_place(scan: Scan, amount: Amount) -> bool:
    """Whether a count is of what was told before, in the place that stands right behind it."""
    if amount.kind not in ("count", "bare") or amount.scaled:
        return False
    if not _OF_ALL.search(scan.text, scan.amount_before(amount.start), amount.start):
        return False
    return any(m.start >= amount.end and _is_at(scan, amount.end, m) for m in scan.segments)


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
    """Whether a place stands right behind an amount that ends at `end`; `in China` and `abroad` are names of their own."""
    adverb = ADVERB.match(scan.text, place.start, place.end) and _THERE.fullmatch(scan.text, end, place.start)
    return bool(adverb or _IN.fullmatch(scan.text, end, place.start))

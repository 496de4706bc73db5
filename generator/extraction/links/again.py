"""Amounts that go on with the metric told last: the same of a longer time, the next things of a list."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_TOTAL = (" with a total of ", " for a total of ", " bringing the total to ")
_FOR_PERIOD = re.compile(
    r"(?: (?:units|vehicles|cars))? (?:for|in) (?:the (?:full |whole |entire )?year|the first|20\d\d|FY)"
)
_OF_THEM = re.compile(r" ?|.? (?:units|sets|pieces) of (?:its |the )?")
_AND_MORE = re.compile(r"(?: [A-Za-z-]+){0,6}(?:, and|,| and) (?:about |around |nearly |over |some )?")


def is_longer_total(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is the same of a longer period: `44,200 units, with a total of 406,300 for the year`."""
    total = scan.text.endswith(_TOTAL, scan.amount_before(amount.start), amount.start)
    return total and bool(_FOR_PERIOD.match(scan.text, amount.end))


def counts_more(scan: Scan, amount: Amount) -> bool:
    """Whether an amount counts the next things of a list: `sold 40.4 million iPhones, 9.95 million iPads and 4.2 million Macs`."""
    before = scan.preceding(amount)
    if before is None or {before.kind, amount.kind} != {"count"}:
        return False
    named = any(_OF_THEM.fullmatch(scan.text, amount.end, m.start) for m in scan.segments)
    return named and bool(_AND_MORE.fullmatch(scan.text, before.end, amount.start))

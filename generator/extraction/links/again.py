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
# 首度突破7兆元大关、来到7.23兆元: the mark that was passed, and what was reached
_AND_REACHED = re.compile(
    r"(?:的)?(?:整数)?(?:大关|关[卡口]|门槛|里程碑|新高)?[、,](?:并|且)?(?:来到|达到?|站[上稳]|冲上|攀?升至|增至|写下|录得|为|共)(?:约|近|逾)?"
)


def tells_more(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is of the metric told last: of a longer time, beyond the mark that it passed, the next things counted."""
    return is_longer_total(scan, amount) or reaches_more(scan, amount) or counts_more(scan, amount)


def is_longer_total(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is the same of a longer period: `44,200 units, with a total of 406,300 for the year`."""
    total = scan.text.endswith(_TOTAL, scan.amount_before(amount.start), amount.start)
    return total and bool(_FOR_PERIOD.match(scan.text, amount.end))


def reaches_more(scan: Scan, amount: Amount) -> bool:
    """Whether a Chinese amount is what was reached beyond the mark told right before it: 突破7兆元大关、来到7.23兆元."""
    before = scan.preceding(amount)
    alike = before is not None and (before.kind, before.currency) == (amount.kind, amount.currency)
    return alike and before is not None and bool(_AND_REACHED.fullmatch(scan.text, before.end, amount.start))


def counts_more(scan: Scan, amount: Amount) -> bool:
    """Whether an amount counts the next things of a list: `sold 40.4 million iPhones, 9.95 million iPads and 4.2 million Macs`."""
    before = scan.preceding(amount)
    if before is None or {before.kind, amount.kind} != {"count"}:
        return False
    named = any(_OF_THEM.fullmatch(scan.text, amount.end, m.start) for m in scan.segments)
    return named and bool(_AND_MORE.fullmatch(scan.text, before.end, amount.start))

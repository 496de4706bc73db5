"""Changes one after another: an amount may go on with the word of growth of the one before, as `by 6% and 4%` does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import MULTIPLE, Change, change_of
from generator.extraction.changes.further import again, scaled_to
from generator.extraction.doubts.price_tiers import price_tiers
from generator.extraction.links.link import Link
from generator.extraction.lists.paired import slashed_changes
from generator.extraction.marks.scanning import Scan

_IN = re.compile(
    r"(?: (?:units|vehicles|YoY|yuan|year[- ]on[- ]year|year[- ]over[- ]year))?(?:\s+(?:in|for))?\s+(?:the )?", re.I
)  # a mention may begin with the preposition
_AND_IN = re.compile(r"[EF]?,?(?: and|,)? (?:by |to )?", re.I)
_AND = re.compile(r"(?:,|,? and)\s+|(?:和|及|与|以及|、|/)")


def amounts_with_changes(scan: Scan, listed: dict[int, Link]) -> Iterator[tuple[Amount, Change | None]]:
    """Yield the amounts that may be figures, from left to right, each with the change it tells of, or None for a level."""
    change: Change | None = None
    grew: Change | None = None
    signed = False
    together = slashed_changes(scan)
    tiers = price_tiers(scan)
    for amount in scan.amounts:
        if amount.kind == "measure" or amount.start in tiers:
            continue
        last, change = change, together.get(amount.start) or change_of(scan, amount)
        untold = change is None or (change.doubt == MULTIPLE and scan.chinese)  # 分别同比增长11%及1.8倍
        on = untold and (_goes_on(scan, amount, listed) or in_the_next_period(scan, amount))
        if (
            last
            and last.doubt != MULTIPLE
            and amount.kind in ("percent", "points", "times")
            and (amount.range_end or on)
        ):
            change = scaled_to(last, amount)
            if on and signed and not amount.signed:
                change = replace(change, value=abs(change.value))  # 同比增速分别为-6%/6%/12%
            if amount.range_end and signed:  # `changes of -1.1% to 21.5%`
                change = replace(change, value=amount.value)
        signed = amount.signed
        base = last or grew  # `up 7.8% QoQ from $839 million in 4Q19, and 35.3% YoY`
        if change is None and base and (more := again(scan, base, amount)):
            change = more
        grew = change or grew
        yield amount, change


def in_the_next_period(scan: Scan, amount: Amount) -> bool:
    """Whether an amount goes on with the one before in another period: `33% in 2025 and 24% in 2026`."""
    text, before = scan.text, scan.amount_before(amount.start)
    return any(
        _IN.fullmatch(text, before, m.start) and _AND_IN.fullmatch(text, m.end, amount.start)
        for m in scan.periods
        if before < m.start < amount.start
    ) and any(amount.end < m.start and _IN.fullmatch(text, amount.end, m.start) for m in scan.periods)


def _goes_on(scan: Scan, amount: Amount, listed: dict[int, Link]) -> bool:
    """Whether an amount is a further one of a list: `by 6% and 4%, respectively`."""
    before = scan.amount_before(amount.start)
    in_list = amount.start in listed and any(a.end == before and a.start in listed for a in scan.amounts)
    return in_list and bool(_AND.fullmatch(scan.text, before, amount.start))

"""Amounts of a time before that what came is told behind: `18.7%, after 14.2% in June`, `After 14.2% in June, it came to 18.7%`, `which had been 14.2%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_NOUN = r"(?:(?:an? |the )?(?:[a-z]+ ){0,2}(?:loss|profit|income|gain|revenue|sales|margin|inflow|outflow|deficit|figure|growth) of |an? |the )?"
_MONEY = r"(?:[A-Z]{2,3} ?)?[$€£¥]?"
# `the net loss was 4.9 billion yuan, after 5 billion yuan in the second quarter of 2024`
_AFTER = re.compile(rf"(?<!-)\b(?:[Aa]fter|[Ff]ollowing) {_NOUN}{ABOUT}{_MONEY}$")
# `deliveries, which had been 72,056 a year earlier, were 87,071`
_HAD_BEEN = re.compile(rf"\b(?:had|having) (?:been|stood at|come to|come in at) {_NOUN}{ABOUT}{_MONEY}$")
# what a sentence opens with and sets what it tells beside
_OPENS = re.compile(
    rf"[^\w\n]{{0,4}}(?:(?:But|And|Yet),? )?(?:After|Following|Compared (?:with|to)|Against|Versus|From|(?:Up|Down) from) {_NOUN}{ABOUT}{_MONEY}"
)
_LEAD = 56  # characters before an amount, within which it is said to be one of before


def comes_after(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is the one that another came after, or says what had been: `4.9 billion yuan, after 5 billion yuan in the second quarter of 2024`."""
    low = max(scan.sentence.start, amount.start - _LEAD)
    return bool(_AFTER.search(scan.text, low, amount.start) or _HAD_BEEN.search(scan.text, low, amount.start))


def opens_with(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence opens with an amount that it sets what follows beside: `Compared with 14.2% in June, the margin was 18.7%`."""
    return bool(_OPENS.fullmatch(scan.text, scan.sentence.start, amount.start))


def told_behind(scan: Scan, amount: Amount) -> Mention | None:
    """Return what a sentence tells behind the amount that it opens with, and which that one is of too."""
    if not opens_with(scan, amount):
        return None
    end = scan.clause(amount.end)[1]
    low, high = end, scan.amount_after(amount.end)
    return next((m for m in scan.metrics if low <= m.start and m.end <= high), None)

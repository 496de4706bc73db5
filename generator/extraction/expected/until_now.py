"""What was expected until now, said by no more than that something else is now: `now expects 8.1 billion euros, up from about 8 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

# `now expects cash flow of 8 billion to 8.2 billion euros, up from about 8 billion`: what it expected until now
_NOW = re.compile(r"\bnow (?:also )?(?:expect|see|forecast|project|anticipat|guid|predict|plan|target|aim)")
_FROM = re.compile(
    rf"\d[^;\d]{{0,30}},? (?:up|down|(?:raised|lifted|cut|lowered|rather|instead)) (?:from|than|of) {ABOUT}$"
)
_OF_A_TIME = re.compile(
    r"(?: (?:units|vehicles|cars))? (?:(?:in|for|during) (?:the )?(?:\d|fiscal|last|first|second|third|fourth|same|previous|prior|year)|last|a year|the (?:year|previous|prior))"
)


def is_until_now(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what a company that `now` expects another expected before, and of no time before."""
    low = scan.sentence.start
    led = _FROM.search(scan.text, max(low, amount.start - 60), amount.start)
    return (
        led is not None
        and bool(_NOW.search(scan.text, low, led.start()))
        and not _OF_A_TIME.match(scan.text, amount.end)
    )

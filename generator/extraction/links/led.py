"""Levels that an amount before them led to: `plummeted 23 per cent to 51.7 million`, `from 15% to 18%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.compared import compared
from generator.extraction.changes.towards import SINCE, TO
from generator.extraction.marks.scanning import Scan

# `a 60% year-on-year increase in adjusted net profit to RMB 10 billion`
_MOVE = r"(?: (?:(?:year[- ]o(?:n|ver)[- ]year|YoY|yoy|[yY]/[yY]|on-year|annual|quarterly|sequential) )?(?:increase|rise|growth|jump|gain|surge|improvement|decline|drop|fall|decrease|slide|slump|plunge))?"
_LED = re.compile(_MOVE + r"(?: (?:in|for|during) [^,;.]{2,30}?)?" + rf"{SINCE}(?:{TO}| at {ABOUT})")
_FROM = re.compile(r"\bfrom (?:about |around |nearly |just |over |more than |only )*$")
_OTHERWISE = re.compile(
    r" (?:\(|on (?:an? )?|in )(?:non-|adjusted|underlying|constant|after-hours)", re.I
)  # of another measure
# 毛利率突破20%大关至20.1%: what was passed, and what it came to
_PASSED_ZH = re.compile(
    r"[元台辆部]?(?:的?整数)?(?:大关|关口|门槛|关卡),?(?:并|进一步|一度)?(?:[达升增涨攀][到至]?|[到至])(?:约|近|了)*"
)
_NEAR = 20  # characters before an amount, within which it is said to be where something came from


def led_from(scan: Scan, amount: Amount) -> Amount | None:
    """Return the change, or the level that it came from, that led to an amount; None where no word says so."""
    before = scan.preceding(amount)
    if before and before.kind == amount.kind and _PASSED_ZH.fullmatch(scan.text, before.end, amount.start):
        return before
    led = _LED.fullmatch(scan.text, before.end, amount.start) if before else None
    if before is None or led is None or "trading" in led[0] or _OTHERWISE.match(scan.text, amount.end):
        return None
    origin = _FROM.search(scan.text, max(scan.sentence.start, before.start - _NEAR), before.start)
    return before if origin or before.kind == "percent" != amount.kind else None


def moved_from(scan: Scan, amount: Amount) -> Amount | None:
    """Return the change told right before what it is measured from: `8.7% above October's 441,706`."""
    change = scan.preceding(amount)
    beside = compared(scan, change) if change is not None and change.kind != amount.kind else None
    if beside is None:
        return None
    owned = scan.text[beside.than.end : amount.start] in ("'s ", "’s ")
    return change if owned or beside.than.tells(amount) else None

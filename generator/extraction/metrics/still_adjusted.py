"""What is set beside adjusted earnings in the next sentence is adjusted as well: `A year ago the loss was 18 cents per share`."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.ground import Ground

# `It earned 73 cents on that basis a year earlier`: on which the profit told before was
_ON_THAT_BASIS = re.compile(r"\b[Oo]n (?:that|this|the same) basis\b")
# `A year ago the loss was 18 cents`, `and the consensus estimate was for 11`: another time, or what was expected
_SET_BESIDE = re.compile(
    r"\b(?:(?:a|one) year (?:ago|earlier|before|prior)|(?:year-ago|year-earlier|prior-year|same) (?:quarter|period)|last year|(?:that|this|which|it) compare[sd]|analysts?|Wall Street|consensus|the market|(?:average|mean) (?:estimate|forecast))\b",
    re.I,
)
# what says by itself of which rules it is, or what part of the accounts
_OTHERWISE = re.compile(
    r"\b(?:GAAP|IFRS|HKFRS|net (?:income|profit|loss|earnings)|attributable|reported (?:earnings|profit|loss)|statutory|diluted|basic|unadjusted|bottom line)\b",
    re.I,
)
_EARNED = ("net_profit", "eps")


def still_adjusted(scan: Scan, ground: Ground, metric: str, twins: tuple[str, ...]) -> bool:
    """Whether an English sentence sets a profit beside the adjusted one of the sentence before, and names no other rules."""
    told = {figure.metric for figure in ground.levels} | ({ground.told[0]} if ground.told else set())
    if not told.intersection(twins):
        return False
    start, end = scan.sentence.start, scan.sentence.end
    if _ON_THAT_BASIS.search(scan.text, start, end):
        return True
    beside = metric in _EARNED and metric not in told and _SET_BESIDE.search(scan.text, start, end)
    return bool(beside) and not (scan.chinese or _OTHERWISE.search(scan.text, start, end))

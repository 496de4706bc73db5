"""English amounts that a clause reaches past an aside on what was expected: `rose 12 percent, a steeper climb than brokers had expected, to 14.9 billion yuan`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan, once

_SET_BESIDE = r"(?:than|above|below|over|under|ahead of|short of|shy of|beyond|in line with|as|against|versus|compared (?:with|to)|beat(?:ing)?|miss(?:ing)?|topping|exceeding|surpassing|defying|confounding|matching)"
_ASIDE = re.compile(
    rf",(?: [a-z][a-z'’-]*){{0,6}}? {_SET_BESIDE} (?P<whose>[^,;\d]{{3,70}}), to {ABOUT}(?:[A-Z]{{0,3}} ?[$€£¥])?$"
)
_EXPECTED = re.compile(
    r"\b(?:expect|estimat|forecast|predict|project|anticipat|reckon|consensus|analyst|investor|market|street|fear|hop|thought|pencil|guid|brac|assum)[a-z]*\b",
    re.I,
)
_LEAD = 150  # characters before an amount, within which such an aside begins


@once
def past_aside(scan: Scan, amount: Amount) -> int:
    """Return where the aside on what was expected begins that an English amount stands behind with `to`; -1 for none."""
    if scan.chinese:
        return -1
    aside = _ASIDE.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start)
    return aside.start() if aside and _EXPECTED.search(aside["whose"]) else -1


def came_past_aside(scan: Scan, amount: Amount) -> bool:
    """Whether an amount behind such an aside came: nothing is expected before it."""
    aside = past_aside(scan, amount)
    return aside >= 0 and not scan.cues_between(scan.sentence.start, aside, "forecast", "target", "consensus")

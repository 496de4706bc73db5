"""Changes that the market expected, beside what came: `up 20.2%, above the 17.95% growth expected`; 预估营收介于318亿至330亿元,实际季增6% came."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import A_MOVE

# `forecasts deliveries of 118,000, far over consensus and implying a rise of 153%`: what is forecast implies it
_IMPLIED = re.compile(r",? and (?:implying|representing|suggesting|translating|equating|meaning)\b")
# `up 20.2%, above the 17.95% growth expected`
_BEYOND = re.compile(
    r"\b(?:above|below|ahead of|beating|topping|exceeding|surpassing|missing|short of|than|against|versus|vs\.?) (?:the |an? )?(?:about |around )?$"
)
_GROWTH_EXPECTED = re.compile(
    rf"(?: {A_MOVE})?,? (?:that )?(?:(?:[Aa]nalysts|Wall Street|the market|the [Ss]treet|they) )?(?:had |were |was |is )?(?:been )?(?:expect|forecast|estimat|project|anticipat|predict)\w*\b"
)


def is_growth_expected(scan: Scan, amount: Amount) -> bool:
    """Whether a change is what the market expected beside what came: `up 1%, beating a consensus for a 0.7% decline`."""
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    cues = scan.cues_between(floor, amount.start, "consensus")
    if _BEYOND.search(scan.text, floor, amount.start) and _GROWTH_EXPECTED.match(scan.text, amount.end):
        return True
    return bool(cues) and not _IMPLIED.match(scan.text, cues[-1].end, amount.start)


def growth_came(scan: Scan, amount: Amount) -> bool:
    """Whether a Chinese change came, beside a level that had been expected: 预估营收介于318亿至330亿元,实际季增6%."""
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    return any(scan.text[c.start : c.end] == "实际" for c in scan.cues_between(floor, amount.start, "actual"))

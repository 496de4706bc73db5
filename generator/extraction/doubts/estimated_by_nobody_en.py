"""What English says was estimated, and not by whom, right behind what a company tells: its own estimate, or the market's, `Its profit was 752 billion won. Sales were estimated at 22 trillion won`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.whose.context import Surroundings

BY_NOBODY = "estimated, and not told by whom: by the company, or by the market"
_ESTIMATED = re.compile(
    rf"\s*(?:(?:And|But|The|Its|Their|Meanwhile,|[A-Z][a-z]+-quarter) )?(?:[A-Za-z-]+ ){{1,3}}(?:was|were) estimated at {ABOUT}(?:[A-Z]{{2,3}} ?)?[$€£¥]?"
)
# who does so: `by analysts`, `according to LSEG`
_BY = re.compile(r"\b(?:by|according|analysts?|consensus|poll|market|Street|brokers?)\b", re.I)


def is_estimated_by_nobody(around: Surroundings, metric: str, amount: Amount) -> bool:
    """Whether a sentence opens with what was estimated, names nobody who did, and stands behind another metric of the company's."""
    scan, told = around.scan, around.ground.level
    if scan.chinese or told is None or told.metric in (None, metric) or told.basis == "consensus":
        return False
    if _ESTIMATED.fullmatch(scan.text, scan.sentence.start, amount.start) is None:
        return False
    return _BY.search(scan.text, scan.sentence.start, scan.sentence.end) is None

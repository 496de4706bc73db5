"""An expectation that is only set beside one figure, and ends with it: `sees revenue of $7.0 billion vs. consensus of $7.2 billion and a margin of 51%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_SET_BESIDE = re.compile(
    r"\b(?:vs\.?|versus|against|compared (?:with|to)|above|below|ahead of|short of|over|under|than|(?:beat|topp|miss|exceed|surpass)(?:ing|ed|s)?)"
    rf" (?:(?:the|an?) )?(?:[\w'’]+ ){{0,2}}?(?:consensus|expectations?|estimates?|forecasts?)(?: (?:estimate|forecast|figure))?(?: (?:of|for|at))? {ABOUT}$"
)
_AND = re.compile(r",? (?:and|on) ")
_LEAD = 70  # characters before an amount


def ends_beside(scan: Scan, amount: Amount) -> bool:
    """Whether an amount goes on with what the sentence told before an expectation: it is of a metric that the sentence has not named yet.

    `revenue of $6.7 billion and EPS of $0.92, compared with the consensus of $6.6 billion and EPS of $0.90` goes on with the consensus.
    """
    last = None if scan.chinese else scan.preceding(amount)
    stated = scan.preceding(last) if last else None
    if last is None or stated is None or stated.start < scan.sentence.start:
        return False
    if not _SET_BESIDE.search(scan.text, max(stated.end, last.start - _LEAD), last.start):
        return False
    end = scan.clause(amount.start)[1]
    # the EPS of `expectations of $0.72 EPS and $24.11 billion in revenue` is the last one's
    own = next((m for m in scan.metrics if last.end <= m.start < end and not _is_behind(scan, m, last, amount)), None)
    return own is not None and not any(m.metrics == own.metrics for m in scan.metrics if m.start < last.start)


def _is_behind(scan: Scan, mention: Mention, last: Amount, amount: Amount) -> bool:
    """Whether a metric stands right behind the amount before, and not before this one."""
    at_once = scan.text[last.end : mention.start].strip() in ("", "in", "a", "per", "of", "in adjusted", "in non-GAAP")
    return at_once and mention.end < amount.start and _AND.match(scan.text, mention.end) is not None

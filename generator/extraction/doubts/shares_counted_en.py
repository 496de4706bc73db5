"""How many shares English says there are, behind a figure told by the share: `a loss of 1.5 yuan per ADS, as the number of ADSs rose to 796 million from 181 million`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

SHARES = "a number of shares, which no metric names"
_NUMBER_OF = re.compile(
    r"\b(?:number of (?:[a-z-]+ ){0,3}(?:ADSs?|ADRs?|shares)|(?:ADS|share) count|(?:ADSs|shares) (?:outstanding|in issue))\b(?:[^,;.$€£¥]|\.\d){0,60}$"
)
_LEAD = 110  # characters before an amount, within which shares are counted


def of_shares(scan: Scan, amount: Amount) -> str | None:
    """Return why an English amount without a currency is of no metric: shares are counted."""
    if scan.chinese or amount.kind not in ("bare", "count"):
        return None
    low = max(scan.sentence.start, amount.start - _LEAD)
    return SHARES if _NUMBER_OF.search(scan.text, low, amount.start) else None

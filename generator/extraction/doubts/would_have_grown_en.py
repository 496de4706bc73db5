"""Growth that English only supposes: `revenue on a constant currency basis would have increased 23%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

_WOULD_HAVE = re.compile(
    rf"(?<!, which )\b(?:would|could|might) (?:also |only |instead )?have (?:[a-z-]+ ){{1,4}}(?:(?:of|by) )?{ABOUT}$"
)
_LEAD = 70  # characters before a change, within which its verb stands


def would_have_grown(scan: Scan, amount: Amount) -> bool:
    """Whether a change is what would have been; a relative clause says what somebody's estimate amounts to."""
    low = max(scan.clause(amount.start)[0], scan.amount_before(amount.start), amount.start - _LEAD)
    return not scan.chinese and _WOULD_HAVE.search(scan.text, low, amount.start) is not None

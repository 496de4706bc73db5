"""What something put on or gave up: `Fintech added 10% to reach 55.5 billion`, `a plus of 4%`, which are growth where nothing else is added to."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

_PUT_ON = re.compile(
    rf"(?:\b(?P<up>add(?:s|ed|ing)|(?:put(?:s|ting)?|pil(?:es?|ed|ing)|pack(?:s|ed|ing)|tack(?:s|ed|ing)) on|an? (?:[a-z]+ )?plus of)|\b(?:gave up|giv(?:es?|ing) up|forfeited|an? (?:[a-z]+ )?minus of)) {ABOUT}$"
)
# `added 5% to its stake`, `added 2% more stores`: what grew so is something else
_TO_ELSE = re.compile(
    r" (?:to (?!reach|hit|total|stand|come|(?:about |around |nearly |over |more than |just )?(?:[A-Z]{2,3} ?)?[$€£¥]?\d)|more |of |in |stake|tariff|dut(?:y|ies)|tax|interest|equity)"
)
_SHARES = re.compile(r"\b(?:shares?|stocks?|index|futures|ADRs?|ADSs?|traders|investors|tariffs?|fund)\b", re.I)
_NEAR = 40  # characters before an amount, within which such a word stands


def put_on(scan: Scan, amount: Amount) -> int:
    """Return 1 for what something put on, -1 for what it gave up, 0 where no words say so."""
    if amount.kind != "percent" or scan.chinese:
        return 0
    low = max(scan.amount_before(amount.start), amount.start - _NEAR)
    said = _PUT_ON.search(scan.text, low, amount.start)
    if (
        said is None
        or _TO_ELSE.match(scan.text, amount.end)
        or _SHARES.search(scan.text, scan.clause(amount.start)[0], amount.start)
    ):
        return 0
    return 1 if said["up"] else -1

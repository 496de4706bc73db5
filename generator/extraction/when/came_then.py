"""What came a year before is no more expected than it is of this time: `Analysts had expected 258 billion yuan, and a year ago revenue was 243 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.bases import A_YEAR_AGO
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import DID, MOVED

_CAME = re.compile(
    rf"\b(?:{MOVED}|{DID}|was|were|had been|stood|came|reached|amounted|totall?ed|brought|yielded|netted|took|swung)\b"
)
_NOT_CAME = re.compile(
    r"\b(?:expect\w*|estimat\w*|forecast\w*|project(?:ed|ions?)|predict\w*|consensus|anticipat\w*|pencil\w*|look\w* for|would|will|should|could|may|might|targets?|guid\w+)\b",
    re.I,
)
# `, and a year ago`, `; in the same quarter last year`: where another clause begins with the time
_OPENS = re.compile(
    rf"[^,;.$€£¥]{{0,40}}[,;]? (?:(?:and|but|while|whereas|when|where|as) )?(?:(?:in|for|during) )?(?:the )?{A_YEAR_AGO},? ",
    re.I,
)
_JOINS = re.compile(r"[^,;.$€£¥]{0,40}[,;]? (?:and|but|while|whereas|after) ")
_BEHIND = re.compile(
    rf"(?: \([^()]*\))?(?: (?:per|a) (?:share|ADS))?,? (?:(?:in|for|during) )?(?:the )?{A_YEAR_AGO}", re.I
)
_LEAD = 90  # characters before an amount, within which its clause begins


def came_then(scan: Scan, amount: Amount) -> bool:
    """Whether an English clause behind one of what is expected tells with a verb of its own what came a year before."""
    low = max(scan.amount_before(amount.start), amount.start - _LEAD)
    if scan.chinese or low <= scan.sentence.start:
        return False
    opens = _OPENS.match(scan.text, low, amount.start)
    joins = opens or (_BEHIND.match(scan.text, amount.end) and _JOINS.match(scan.text, low, amount.start))
    if not joins or _NOT_CAME.search(scan.text, joins.end(), amount.start):
        return False
    return bool(_CAME.search(scan.text, joins.end(), amount.start))

"""How fast a line of business grew, told as a noun that it owns: `Azure's 31% growth missed the estimate`, `Azure's growth of 31%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_ITS = re.compile(rf"['’]s? (?:[a-z-]+ )?{ABOUT}")
_GREW = re.compile(
    r" (?:[a-z-]+ )?(?:growth|rise|increase|gain|jump|surge|decline|drop|fall|slump)\b(?! (?:rate|in|of)\b)"
)
_ITS_GROWTH = re.compile(
    rf"['’]s? (?:[a-z-]+ )?growth(?: rate)?(?:,? [^,;.\d]{{2,30}},)? (?:of|was|came in at|stood at|reached|hit|(?:slowed|eased|cooled|accelerated|quickened|picked up|slipped|fell|rose) to) {ABOUT}"
)


def is_its_growth(scan: Scan, part: Mention, amount: Amount) -> bool:
    """Whether a percentage is the growth that a line of business is said to own."""
    if amount.kind != "percent":
        return False
    if _ITS_GROWTH.fullmatch(scan.text, part.end, amount.start):
        return True
    return bool(_ITS.fullmatch(scan.text, part.end, amount.start) and _GREW.match(scan.text, amount.end))

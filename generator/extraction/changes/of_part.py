"""How far a part moved, told in a relative clause right behind it: `revenue of $47 billion, including $30 billion from Azure, which grew 39%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.part_of import is_part

_WHICH = re.compile(r"(?: [^,;.\d]{1,60})?, (?:which|that) (?:[a-z]+ ){1,5}")


def is_of_the_part(scan: Scan, amount: Amount) -> bool:
    """Whether a change is told of the part right before it, and nothing else is named between."""
    before = scan.preceding(amount)
    if scan.chinese or before is None or not is_part(scan, before):
        return False
    named = any(before.end < m.start < amount.start for m in scan.metrics)
    return not named and bool(_WHICH.fullmatch(scan.text, before.end, amount.start))

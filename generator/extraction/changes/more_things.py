"""Changes told by how many more things were sold: `aims to deliver 20 per cent more electric cars`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

# `aims to deliver 20 per cent more electric cars`, `shipped 12% fewer phones`
_MORE_THINGS = re.compile(
    r" (?P<so>more|fewer) (?:[A-Za-z-]+ ){0,3}?(?:cars|vehicles|EVs|NEVs|units|smartphones|phones|iPhones|handsets|devices|tablets|PCs|laptops)\b"
)


def more_things(scan: Scan, amount: Amount) -> int:
    """Return 1 where a percentage says that more things were sold, -1 where fewer, 0 where it says neither."""
    things = _MORE_THINGS.match(scan.text, amount.end) if amount.kind == "percent" else None
    return 0 if things is None else 1 if things["so"] == "more" else -1

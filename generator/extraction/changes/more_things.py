"""Changes told by how much more it is, with nothing to set it beside: `aims to deliver 20 per cent more electric cars`, `4.1 billion yuan, 18.9% more`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

# `aims to deliver 20 per cent more electric cars`, `shipped 12% fewer phones`
_MORE_THINGS = re.compile(
    r" (?P<so>more|fewer) (?:[A-Za-z-]+ ){0,3}?(?:cars|vehicles|EVs|NEVs|units|smartphones|phones|iPhones|handsets|devices|tablets|PCs|laptops)\b"
)
# `earned 4.1 billion yuan, 18.9% more.`, `spent 2.4 billion yuan, 28% less year on year`
_SO_MUCH = re.compile(
    r" (?P<so>more|less|fewer|larger|smaller|bigger)(?= ?(?:[.,;:)–—]|$| - )| (?:year|month|quarter|yoy|y/y|qoq|q/q|on the year|in (?:yuan|dollar|local)|and )\b| (?:on an? (?:(?:comparable|organic|underlying|like-for-like|constant[- ]currency|currency-adjusted|adjusted|currency-neutral) basis)|(?:at|in) constant (?:currenc(?:y|ies)|exchange rates|rates)|organically)\b)",
    re.I,
)
_OR = re.compile(
    r"\b(?:or|at least|even|pays?|paid|costs?|charg\w+|priced?|much|as) (?:about |around |some |up to )?$", re.I
)
_NEAR = 24  # characters before an amount


def more_things(scan: Scan, amount: Amount) -> int:
    """Return 1 where a percentage says that more things were sold, -1 where fewer, 0 where it says neither."""
    if amount.kind != "percent":
        return 0
    said = _MORE_THINGS.match(scan.text, amount.end) or _behind_level(scan, amount)
    return 0 if said is None else 1 if said["so"].lower() in ("more", "larger", "bigger") else -1


def _behind_level(scan: Scan, amount: Amount) -> re.Match[str] | None:
    """Return the words behind a percentage that follows a level, and says how much more or less that is."""
    before = scan.preceding(amount)
    if before is None or before.kind == "percent" or _OR.search(scan.text, amount.start - _NEAR, amount.start):
        return None
    return _SO_MUCH.match(scan.text, amount.end)

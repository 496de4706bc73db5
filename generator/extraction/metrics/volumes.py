"""What houses of research put a maker's volume at, and what part of all that is: `Lenovo's volume at 14.9 million, or 24.7% of the world total`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_VOLUME = re.compile(
    rf"(?:\b[Ii]ts|\b[Tt]heir|['’]s) (?:own |shipment |sales |unit |quarterly |local |domestic |worldwide |global )?(?P<word>volumes?)(?: (?:was|were|came|stood|reached|totall?ed|hit))?(?: (?:at|to|of|in at))? {ABOUT}$"
)
# what is a part of all makers' is said to be so: of `the total` alone it may be the maker's own
_OF_ALL = re.compile(
    r" of (?P<said>(?:the |all )?(?:[\w-]+ )?(?:(?:world(?:wide|['’]s)?|global|market|industry|industry['’]s|market['’]s) (?:total|volumes?|market)|world market|total market))\b"
)
_OR = re.compile(
    rf"(?: (?:units|PCs|phones|smartphones|handsets|devices|tablets|iPhones|Macs))?(?:,| \()? ?(?:or|equal to|equivalent to|some|i\.e\.) {ABOUT}"
)
_FEWEST = 10_000
_LEAD = 60  # characters before an amount, within which it is called a volume


def volume_put(scan: Scan, amount: Amount) -> Mention | None:
    """Return the shipments that a count is of which is called a maker's volume."""
    if amount.kind not in ("count", "bare") or amount.value < _FEWEST:
        return None
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    said = _VOLUME.search(scan.text, low, amount.start)
    return Mention(*said.span("word"), ("shipments",)) if said else None


def share_of_all(scan: Scan, amount: Amount) -> Mention | None:
    """Return the market share that a percentage is behind a count, of all that makers shipped: `or 24.7% of the world total`."""
    before = scan.preceding(amount)
    if amount.kind != "percent" or before is None or before.kind not in ("count", "bare"):
        return None
    said = _OF_ALL.match(scan.text, amount.end, scan.sentence.end)
    joined = said and _OR.fullmatch(scan.text, before.end, amount.start)
    return Mention(*said.span("said"), ("market_share",)) if said and joined else None

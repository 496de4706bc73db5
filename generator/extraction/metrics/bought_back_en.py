"""Own shares that an English sentence says money was spent on: `spent $14 billion on repurchasing its own stock`, `spent $2 billion buying back some 48 million of its shares`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_SPENT = re.compile(rf"\b(?:spent|spending|paid|used|deployed|put|splashed out|laid out) {ABOUT}$")
_ON_SHARES = re.compile(
    r"(?: \([^()]{1,24}\))?(?: (?:of (?:its |the )?cash|in (?:all|total)|more))?(?: (?:on|to|for|toward|towards|into))? (?P<verb>(?:buying|buy|purchasing|purchase|repurchasing|repurchase)(?: back)?) "
    r"(?:(?:about|around|some|nearly|roughly|over|more than) )?(?:[\d.,]+ (?:[mb]illion )?(?:of )?)?(?:(?:its|their|our|the company's) )?(?:own |outstanding |common |ordinary )*(?:shares|stock|ADSs?|ADRs?)\b"
)
_ITS = re.compile(r"\bback\b|\brepurchas|\b(?:its|their|our) own\b")
_LEAD = 40  # characters before an amount


def bought_back_en(scan: Scan, amount: Amount) -> tuple[str, Mention] | None:
    """Return the buyback that money was spent on."""
    if scan.chinese or amount.kind != "money" or not amount.scaled:
        return None
    behind = _ON_SHARES.match(scan.text, amount.end, scan.sentence.end)
    spent = _SPENT.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start)
    if behind is None or spent is None or not _ITS.search(behind[0]):
        return None
    return "buyback", Mention(*behind.span("verb"), ("buyback",))

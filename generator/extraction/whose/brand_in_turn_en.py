"""A brand of a maker's own that an English count is told of in turn, behind one of another company: `Zeekr sold 16,700 units and Lynk & Co 26,200 units`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.settings.catalogue import Segment

_LED = re.compile(r"(?:[,;)]|\b(?:and|while|whereas))(?: (?:and|while))? (?:the |[A-Z][\w-]+['’]s )?$")
_HELD = re.compile(rf"(?:,|:)? (?:(?:sold|delivered|moved|with|at) )?{ABOUT}")
_LEAD = 24  # characters before a brand that may lead to it


def brand_in_turn(scan: Scan, segments: Mapping[str, Segment], amount: Amount) -> Mention | None:
    """Return the brand right before a count, of a company that the sentence does not name, where another's stands before it."""
    floor = scan.amount_before(amount.start)
    if scan.chinese or amount.kind not in ("count", "bare") or floor <= scan.sentence.start:
        return None
    for brand in scan.segments:
        owner = segments[brand.segment].entity if brand.segment else None
        if owner is None or brand.start < floor or not _HELD.fullmatch(scan.text, brand.end, amount.start):
            continue
        others = any(e.end <= brand.start and e.entity != owner for e in scan.entities)
        led = _LED.search(scan.text, max(floor, brand.start - _LEAD), brand.start)
        return brand if others and led else None
    return None

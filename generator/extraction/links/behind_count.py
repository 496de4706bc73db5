"""Changes that stand right behind a count: `second with 12 million units, down 4%`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.marks.verbs import A_MOVE
from generator.extraction.metrics.part_of import is_part
from generator.extraction.unnamed.counted import part_behind

_BEHIND_COUNT = re.compile(
    rf"(?: (?:units|smartphones|phones|devices|vehicles|cars|models|deliveries|shipments))?(?:,| \()? ?(?:(?:up|down)(?: by)?|an? (?:[a-z-]+ )?{A_MOVE} of) {ABOUT}"
)


def behind_count(linker: Linker, amount: Amount) -> Link | None:
    """Return the link of a count that a change stands right behind, where that was told in turn, of a part, or by no metric: `Vivo was second with 12 million units, down 4%`."""
    before = linker.scan.preceding(amount)
    link = linker.told.get(before.end) if before is not None and before.kind in ("count", "bare") else None
    if link is None or before is None or link.metric is None:
        return None
    told_apart = linker.unsaid_at(before) is not None or is_part(linker.scan, before)
    part = part_behind(linker.scan, before) if told_apart else None
    ends = part.end if part is not None and part.end <= amount.start else before.end
    if not _BEHIND_COUNT.fullmatch(linker.scan.text, ends, amount.start):
        return None
    unsaid = link.company is not None or link.mention not in linker.scan.metrics
    if not unsaid and part is not None and part.end <= amount.start and linker.scan.text[before.end] == " ":
        return Link(link.metric, replace(part, metrics=(link.metric,), segment=None, part=part.segment))
    return link if unsaid else None

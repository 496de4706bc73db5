"""Changes that stand right behind a count, or behind the share told with it: `second with 12 million units, down 4%`, `12.5 million units and 18.1% of that market, a decline of 3.4%`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.change import Change
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.metrics.part_of import is_part
from generator.extraction.unnamed.counted import part_behind

_BEHIND_COUNT = re.compile(
    rf"(?: (?:units|smartphones|phones|devices|vehicles|cars|models|deliveries|shipments))?(?:,| \()? ?(?:(?:up|down)(?: by)?|an? (?:[a-z-]+ )?(?:increase|rise|gain|jump|decline|drop|fall|decrease) of) {ABOUT}"
)
# `12.5 million units and 18.1% of that market, a year-on-year decline of 3.4%`, `26.9 million phones and a 9.2% share (4.3% growth)`
_BEHIND_SHARE = re.compile(
    r"(?: (?:market )?share)?(?: of (?:the|that|its) (?:[a-z]+ ){0,2}?market)?(?:,| \()? ?(?:(?:(?:although|though|but|and) )?(?:that|this|it|which) (?:was|is|marks|marked|means|meant|represents|represented) |or )?(?:up |down |rising |falling |an? |with )?(?:(?:year[- ]o(?:n|ver)[- ]year |annual |YoY )?(?:increase|rise|gain|jump|growth|decline|drop|fall|decrease|slump) of )?(?:by )?"
    rf"{ABOUT}"
)


def behind_count(linker: Linker, amount: Amount, change: Change) -> Link | None:
    """Return the link of the count that a change is told of by where it stands; None where none is."""
    counted = _right_behind(linker, amount)
    return counted or (None if change.points else _behind_share(linker, amount))


def _right_behind(linker: Linker, amount: Amount) -> Link | None:
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


def _behind_share(linker: Linker, amount: Amount) -> Link | None:
    """Return the link of the count of a maker whose share stands between it and how far it moved."""
    share = linker.scan.preceding(amount) if linker.meanings.vendors else None
    if (
        share is None
        or share.kind != "percent"
        or not _BEHIND_SHARE.fullmatch(linker.scan.text, share.end, amount.start)
    ):
        return None
    held = linker.told.get(share.end)
    if held is None or held.metric is None or not held.metric.endswith("market_share"):
        return None
    before = linker.scan.preceding(share)
    count = linker.told.get(before.end) if before is not None and before.kind in ("count", "bare") else None
    return count if count is not None and count.metric and count.metric.endswith("shipments") else None

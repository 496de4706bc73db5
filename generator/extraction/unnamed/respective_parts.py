"""Parts that share one verb, each with its own amount in their order: `BEVs and hybrids contributed 61,877 and 21,194, respectively`, `Cainiao and local services recorded RMB28 billion (+24%) and RMB15 billion (+13%), respectively`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.unnamed.subject import ADVERBS, UNIT, is_subject

_AND = re.compile(rf"{UNIT}(?:,? and|,) (?:the |its )?")
_DID = re.compile(
    rf"{UNIT}{ADVERBS} (?:contributed|accounted for|made up|represented|added|brought in|took in|generated|came (?:in )?(?:to|at)|totall?ed|reached|stood at|were|provided|delivered|fetched|recorded|posted|reported|achieved|logged|booked) {ABOUT}"
)
_MOVED = r"(?: \([^()]{1,40}\))?"  # how far each moved, or what it is in another currency
_NEXT = re.compile(rf"(?: (?:units|vehicles|cars|yuan))?{_MOVED}(?:,? and|,) {ABOUT}")
_IN_ORDER = re.compile(
    rf"(?: (?:units|vehicles|cars|yuan))?{_MOVED}(?: of (?:it|that|them|these|those))?,? respectively\b"
)


def respective_part(scan: Scan, amount: Amount) -> Mention | None:
    """Return the part of a list that an amount is of, which stands at the same place of a list of amounts."""
    if " respectively" not in scan.text[amount.end : scan.sentence.end]:
        return None
    amounts = _row(scan, amount)
    if len(amounts) < 2 or not _IN_ORDER.match(scan.text, amounts[-1].end):
        return None
    parts = _subjects(scan, amounts[0])
    return parts[amounts.index(amount)] if len(parts) == len(amounts) else None


def _row(scan: Scan, amount: Amount) -> list[Amount]:
    """Return the amounts of one kind that stand in a row with an amount."""
    row: list[Amount] = []
    for one in (a for a in scan.amounts if a is amount or not scan.brackets_around(a.start)):
        joined = row and one.kind == row[-1].kind and _NEXT.fullmatch(scan.text, row[-1].end, one.start)
        row = [*row, one] if joined else [one]
        if amount in row and not _NEXT.match(scan.text, one.end):
            break
    return row if amount in row else []


def _subjects(scan: Scan, first: Amount) -> list[Mention]:
    """Return the parts that one verb leads from to a row of amounts."""
    parts: list[Mention] = []
    for part in scan.segments:
        if part.end > first.start:
            break
        joined = parts and _AND.fullmatch(scan.text, parts[-1].end, part.start)
        parts = [*parts, part] if joined else [part]
    told = parts and is_subject(scan, parts[0]) and _DID.fullmatch(scan.text, parts[-1].end, first.start)
    return parts if told else []

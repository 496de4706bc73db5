"""English changes without a base beside one that was told against the quarter or month before: `Revenue grew 12.6% sequentially, and gross margin expanded 450 basis points` may go on with that base."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

UNSURE = "whether it is measured against the quarter before, as the change before it is"
_OTHERS = ("yoy", "prior", "year_before", "other_base")
_AT_ONCE = re.compile(r",? (?:or )?")
# `grew 12.6% sequentially to $8 billion, and gross margin expanded`
_JOINT = re.compile(r"[^;.]{0,60}?(?:,|,? and|,? while) (?!(?:up|down) )")


def may_go_on(scan: Scan, amount: Amount) -> str | None:
    """Return why it is not told what a change is measured against: the only base of its sentence stands right behind the change before."""
    if scan.chinese or amount.kind not in ("percent", "points"):
        return None
    bases = scan.cues_between(scan.sentence.start, scan.sentence.end, "qoq", "mom", *_OTHERS)
    base = bases[0] if len(bases) == 1 and bases[0].kind in ("qoq", "mom") else None
    last = next((a for a in reversed(scan.amounts) if base and a.end <= base.start), None)
    if base is None or last is None or last.kind != "percent" or amount.start < base.end:
        return None
    if not _AT_ONCE.fullmatch(scan.text, last.end, base.start):
        return None
    if any(last.end <= e.start < amount.start for e in scan.entities):
        return None
    return UNSURE if _JOINT.match(scan.text, base.end, amount.start) else None

"""English changes without a base beside one that was told against the quarter or month before: `Revenue grew 12.6% sequentially, and gross margin expanded 450 basis points` may go on with that base."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.compared import compared
from generator.extraction.marks.cues import BASES
from generator.extraction.marks.scanning import Scan

UNSURE = "whether it is measured against the quarter before, as the change before it is"
_OTHERS = ("yoy", "prior", "year_before", "other_base")
_AT_ONCE = re.compile(r",? (?:or )?")
# `grew 12.6% sequentially to $8 billion, and gross margin expanded`
_JOINT = re.compile(r"[^;.]{0,60}?(?:,|,? and|,? while) (?!(?:up|down) )")
# `105,103 PHEVs, 3% more`
_LEVEL_AND = re.compile(r"(?: [A-Za-z-]+){0,3}, (?:or )?")
_MORE = re.compile(r" (?:more|less|fewer|higher|lower)(?=[.,;]|$)")


def may_go_on(scan: Scan, amount: Amount) -> str | None:
    """Return why it is not told what a change is measured against: the only base of its sentence stands right behind the change before."""
    if scan.chinese or amount.kind not in ("percent", "points"):
        return None
    if _is_told_alike(scan, amount):
        return UNSURE
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


def _is_told_alike(scan: Scan, amount: Amount) -> bool:
    """Whether a change behind a level is told as the one before it was, which names its month or quarter: `104,364 BEVs, 2% more than in March, and 105,103 PHEVs, 3% more`."""
    level = scan.preceding(amount)
    last = scan.preceding(level) if level else None
    if level is None or last is None or level.kind == amount.kind or last.kind != amount.kind:
        return False
    if not _LEVEL_AND.fullmatch(scan.text, level.end, amount.start) or not _MORE.match(scan.text, amount.end):
        return False
    than = compared(scan, last)
    if than is None or scan.cues_between(level.start, scan.sentence.end, *BASES):
        return False
    named, against = than.than.period, than.than.against
    of_then = named.scope in ("month", "quarter") and not named.year if named else against in ("qoq", "mom")
    return of_then and " and " in scan.text[than.than.end : level.start]

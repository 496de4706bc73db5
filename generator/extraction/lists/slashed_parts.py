"""Quarters and halves in a list with slashes, of which a list of amounts is: `(vs. 12.1%/14.8% in 2Q/1Q24)`, `2Q/3Q23: 55.3%/51.7%`."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import REPORTED, PeriodMention

_SLASH = re.compile(r"\s?/\s?")
_BEHIND = re.compile(r" (?:(?:in|for|during|of|at) )?(?:the )?")
_BEFORE = re.compile(r"(?::| at| of)? ?(?:[A-Z]{2,3} ?)?[$€£¥]?")


def parts_named(scan: Scan, start: int, end: int, count: int) -> list[PeriodMention]:
    """Return as many quarters or halves as asked for that slashes join right behind a list of amounts, or right before it."""
    parts = [p for p in scan.periods if p.scope in REPORTED]
    for at in range(len(parts) - count + 1):
        run = parts[at : at + count]
        joined = all(_SLASH.fullmatch(scan.text, one.end, other.start) for one, other in pairwise(run))
        behind = run[0].start >= end and _BEHIND.fullmatch(scan.text, end, run[0].start)
        before = run[-1].end <= start and _BEFORE.fullmatch(scan.text, run[-1].end, start)
        if joined and (behind or before):
            return run
    return []


def is_of_parts(scan: Scan, when: PeriodMention | None) -> bool:
    """Whether a list gives an amount a quarter or a half: what stood there then, and no expectation that has been replaced."""
    return when is not None and when.scope in REPORTED and not scan.chinese

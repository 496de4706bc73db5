"""Shares that English only speaks of in an aside, behind which a figure moved: `Net profit at Tencent, whose shares have gained 40% this year, rose 17%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED

_OPENS = re.compile(r",(?: [a-z]+){0,4} (?:whose|as|since|when|while|although|though|despite)(?: [A-Za-z’'-]+){0,4} ?$")
_CLOSES = re.compile(rf"[^,;]{{0,70}}, {MOVED}\b[^,;]{{0,30}}")  # and no `, sinking 9%`, which the share did
_LEAD = 60  # characters before a share, within which its aside opens


def in_aside(scan: Scan, share: tuple[int, int], amount: Amount) -> bool:
    """Whether a share is only spoken of in an aside, behind which what stands before it moved by an amount."""
    start, end = share
    if not _CLOSES.fullmatch(scan.text, end, amount.start):
        return False
    low = max(scan.sentence.start, start - _LEAD)
    return scan.text.startswith(" of which ", end) or _OPENS.search(scan.text, low, start) is not None

"""Profits that English calls a segment's, and does not say which: `Segment profit rose 12% to 4.1 billion yuan` is not the company's."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_OF_SEGMENT = re.compile(
    r"(?<![Tt]he )(?<![Ii]ts )(?<![Tt]his )(?<![Tt]hat )(?<![Ee]ach )\b(?:[Ss]egment|[Dd]ivisional|[Ss]egmental) (?:adjusted )?$"
)
_BACK = 24  # characters before a profit, within which it is said to be a segment's


def is_of_some_segment(scan: Scan, mention: Mention) -> bool:
    """Whether a profit is one of a segment, where its clause names no line of business."""
    if not mention.any_profit or mention.part:
        return False
    if _OF_SEGMENT.search(scan.text, max(scan.sentence.start, mention.start - _BACK), mention.start) is None:
        return False
    low, high = scan.clause(mention.start)
    return not any(low <= m.start < high for m in scan.segments)

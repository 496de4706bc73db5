"""Parts of a business behind a metric and a dash, as tables of estimates call them: `'Revenues- Subscription' are put at $1.05 billion`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_DASHED_LINE = re.compile(
    r"(?: by [a-z ]{3,24})?(?: ?[-–—] ?|: ?)(?P<name>[A-Z][^'\"“”‘’\n;.$]{1,48}?)(?:['’”\"]|: ?(?=[$€£¥\d]|[A-Z]{2,3} ?[$€£¥\d]))"
)
_TOTAL = re.compile(
    r"(?:Total|Overall|Group|Net|Company|Consolidated|Actual|Reported|Adjusted|GAAP|Non-GAAP|Diluted|Basic|Consensus|Estimates?|Guidance|Outlook|Beats?|Miss(?:es|ed)?|Up|Down|Above|Below|In line|Record|Solid|Strong|Weak)\b",
    re.I,
)
_DASH = re.compile(r"[-–—] ")
# `'Gross margin- Total Automotive'`: all of a part
_TOTAL_OF = re.compile(r"Total (?=[A-Z])(?!(?:Revenues?|Sales|Company|Group|Net|Worldwide|Consolidated|Reported)\b)")


def is_dashed(scan: Scan, mention: Mention) -> bool:
    """Whether a name that the catalogue does not know stands behind a metric and a dash, or several.

    `'Revenues- Ford Credit'` is of a part whose name begins with the company's, `'Net sales- Total Automotive- GMNA'` of one of a part.
    """
    dashed = _DASHED_LINE.match(scan.text, mention.end)
    if dashed is None:
        return False
    start, end = dashed.span("name")
    if any(m.start == start and m.end == end for m in scan.segments):
        return False  # `Total Intel Products Group- Data Center and AI`
    starts = [start, *(d.end() for d in _DASH.finditer(scan.text, start, end))]
    return any(_is_unknown(scan, at, end) for at in starts)


def _is_unknown(scan: Scan, at: int, end: int) -> bool:
    """Whether the name that begins at an offset is neither of the whole nor one of the catalogue's."""
    if at >= end or (_TOTAL.match(scan.text, at, end) and not _TOTAL_OF.match(scan.text, at, end)):
        return False
    if any(e.start == at and e.end < end for e in scan.entities):
        return not any(m.start <= at < m.end for m in scan.segments)
    known = (scan.segments, scan.entities, scan.periods, scan.metrics)
    return not any(m.start == at for marks in known for m in marks)

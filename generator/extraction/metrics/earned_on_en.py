"""Revenue that an English sentence says a profit was earned on: `Operating profit at the division fell to 400 billion won, on revenue that slipped 2%`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

EARNED = ("_profit", "_margin")  # how the names end of what is earned on revenue
_ON = re.compile(r"\bon (?:(?:net|quarterly|higher|lower|record) )?$")
# not `on revenue of the whole group`, nor `on group revenue`
_OF_ALL = re.compile(
    r" (?:of|at|for|in) (?:the (?:whole|entire|group|company)|all\b|[A-Z])|(?:total|overall|group|company)"
)


def earned_on(scan: Scan, mention: Mention, metric: str) -> bool:
    """Whether a mention is of the revenue on which the profit before it was earned."""
    if scan.chinese or metric != "revenue" or not _ON.search(scan.text, max(0, mention.start - 20), mention.start):
        return False
    return not (_OF_ALL.match(scan.text, mention.end) or _OF_ALL.match(scan.text, mention.start))

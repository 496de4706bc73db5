"""Sentences on what lines of business earned, which go on with how far another moved: `The sensor business earned 92.4 billion yen, while pictures dropped 37% to 18.5 billion` tells no revenue."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_EARNED = re.compile(
    r"(?: (?:business|unit|division|segment|arm|side|group))?(?: (?:also|alone|then|again|still))? (?:earned|earns|lost|loses|made|netted) (?:about |around |nearly |over |a record )*(?:[A-Z]{0,3} ?[$€£¥])?\d"
)
_AT_LINE = re.compile(
    r"(?: \([^()]*\))? (?:at|of|from|in|for) (?:the |its |[A-Z][\w.&]*(?: [A-Z][\w.]*)?['’]s )?(?:[a-z]+ ){0,2}"
)
_LINES_OWN = re.compile(r"(?: (?:business|unit|division|segment|arm))?(?:['’]s)? (?:[a-z-]+ ){0,2}")
_PROFITS = ("operating_profit", "adjusted_operating_profit", "ebitda", "adjusted_ebitda")


def is_of_profits(scan: Scan, part: Mention) -> bool:
    """Whether a sentence told what another line of business earned before a part, and of revenue nothing."""
    before = [m for m in scan.metrics if m.end <= part.start and m.metrics]
    if any("revenue" in name or "sales" in name for m in before for name in m.metrics):
        return False
    lines = [m for m in scan.segments if m.start < part.start and m.segment != part.segment]
    if scan.chinese:  # 游戏业务营业利润1388亿日元,音乐业务增长12%至904亿日元
        return any(m.end == metric.start and metric.metrics[0] in _PROFITS for m in lines for metric in before)
    if any(_EARNED.match(scan.text, m.end, part.start) for m in lines):
        return True
    profits = [m for m in before if m.any_profit or m.metrics[0] in _PROFITS]
    return any(_is_of_line(scan, profit, line) for profit in profits for line in lines)


def _is_of_line(scan: Scan, profit: Mention, line: Mention) -> bool:
    """Whether a profit is told of a line of business that stands at it: `profit at the games unit`, `the games unit's profit`."""
    if line.start >= profit.end:
        return bool(_AT_LINE.fullmatch(scan.text, profit.end, line.start))
    return bool(_LINES_OWN.fullmatch(scan.text, line.end, profit.start))

"""Amounts that a Chinese clause only gives as a cause: 净利润因159亿美元的一次性税费而下降83%至27亿美元."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mentions import THEREUPON
from generator.extraction.marks.scanning import Scan

CAUSE = "what something did to a figure, not the figure"
_OPENS = re.compile("因(?![此应素])[^,;。]{0,50}$")
_CLOSES = re.compile(rf"[^,;。]{{0,40}}?{THEREUPON}")


def is_cause(scan: Scan, amount: Amount) -> bool:
    """Whether an amount stands between 因 and 而, before what it led to."""
    opens = _OPENS.search(scan.text, max(scan.sentence.start, amount.start - 52), amount.start)
    return opens is not None and bool(_CLOSES.match(scan.text, amount.end, scan.sentence.end))

"""English changes that each have their direction right behind them: `revenue was 6% lower and profit 4% higher` says of the second that it rose."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.scanning import Scan

_WAY = re.compile(r" (?:higher|lower|up|down)\b")


def belongs_to_the_last(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether a word of growth stands right behind the change before, as another one does behind this amount."""
    last = scan.preceding(amount)
    if scan.chinese or last is None or last.kind != amount.kind or cue.start != last.end + 1:
        return False
    return _WAY.match(scan.text, last.end) is not None and _WAY.match(scan.text, amount.end) is not None

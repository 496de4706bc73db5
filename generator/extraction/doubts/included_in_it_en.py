"""English amounts of what a profit or a loss only included: `The net loss included an impairment of RMB2 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.figure import LOSABLE
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

INCLUDED = "a part of what a profit or a loss included"
_INCLUDED = re.compile(
    rf"[^,;.\d]{{0,60}} (?:also |both )?(?:includ(?:ed|es|ing)|reflect(?:ed|s|ing)|contain(?:ed|s|ing)|comprised) (?:an? |the |its )?(?:[A-Za-z-]+ ){{1,8}}?(?:of|at|worth|totall?ing) {ABOUT}"
)


def included_in_it(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why money behind a profit is not that profit."""
    profit = mention.any_profit or any(metric in LOSABLE for metric in mention.metrics)
    if scan.chinese or not profit or amount.kind != "money" or amount.start < mention.end:
        return None
    return INCLUDED if _INCLUDED.fullmatch(scan.text, mention.end, amount.start) else None

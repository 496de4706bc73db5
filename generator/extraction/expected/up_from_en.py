"""What an amount is up or down from, which is what came before, whatever was expected: `up 12% from 8 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_UP_FROM = re.compile(
    r"\b(?:up|down)(?: (?:by )?[\d.]+ ?(?:%|per ?cent|pct))? from (?:about |around |the |an? )?(?:(?:last year|a year ago|a year earlier|the year before)['’]s )?(?:the |an? )?$",
    re.I,
)  # what came before, not what was expected


def is_up_from(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what another is up or down from, whatever was expected before it."""
    return bool(_UP_FROM.search(scan.text[max(scan.sentence.start, amount.start - 44) : amount.start]))

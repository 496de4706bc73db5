"""Figures that English text tells without a part of what they are of: `net revenues excluding the finance arm`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

WITHOUT = "without a part of what the reported figure is of"
_LEAVING = r"(?:excluding|exclusive of|excl\.|not including|not counting|leaving out|stripping out)"
# What an adjusted figure is told without is a matter of its metric, and no part: `net profit excluding one-off items`
_ITEMS = r"(?:(?=traffic acquisition)|(?![^,;.]*\b(?:items?|charges?|one-offs?|one-time|exceptionals?|extraordinary|non-?recurring|special|gains?|loss(?:es)?|compensation|awards|impairments?|amorti[sz]ation|depreciation|credits?|costs?|expenses?|tax(?:es)?|VAT)\b))"
# `Net revenues excluding JD Finance increased by 39.8%`, `revenue (excluding Sun Art) rose 6%`
_BEHIND = re.compile(rf",?\s?\(?{_LEAVING} {_ITEMS}[^;.]{{2,60}}", re.I)
# `Excluding Sun Art and Intime, revenue would have grown 10%`
_OPENING = re.compile(rf"[\s\"“•–-]*{_LEAVING} {_ITEMS}[^,;.\d]{{2,60}}, (?:[^,;.\d]|\.(?=[a-z])){{0,24}}", re.I)


def without_en(scan: Scan, amount: Amount, mention: Mention) -> str | None:
    """Return why an amount is not of all that a mention names."""
    if any(segment.end == mention.end for segment in scan.segments):
        return None  # `Asia Pacific (excluding China and Japan) $7.83 billion`: that is what the region is
    behind = mention.end <= amount.start and _BEHIND.match(scan.text, mention.end, amount.start)
    opening = mention.start <= amount.start and _OPENING.fullmatch(scan.text, scan.sentence.start, mention.start)
    return WITHOUT if behind or opening else None

"""One change told of several metrics at once: `net income and diluted EPS both increased 36.3%`, 净利润和每股盈利均增长36.3%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_BOTH = re.compile(
    r"(?: \([^()]*\))? (?:have |had )?(?:both|each|all)\b[^,;.\d]{0,40}$|(?:[两三]者)?(?:均|都|皆|双双)[^,;。\d]{0,12}$"
)
_AND = re.compile(r"(?:,? and|,) (?:(?:its|the|diluted|basic|adjusted|total|net|non-GAAP) ){0,2}|[、,]|以及|[和及与]")
_FAR = 60  # characters between the last of the metrics and their change


def shared_by(scan: Scan, amount: Amount) -> list[Mention]:
    """Return the other metrics that a change is told of, beside the one right before it."""
    before = [m for m in scan.metrics if m.end <= amount.start and not m.nothing]
    if amount.kind != "percent" or len(before) < 2 or scan.amount_before(amount.start) > before[-1].start:
        return []
    last = before[-1]
    if amount.start - last.end > _FAR or not _BOTH.match(scan.text, last.end, amount.start):
        return []
    others: list[Mention] = []
    for mention in reversed(before[:-1]):
        if not _AND.fullmatch(scan.text, mention.end, last.start):
            break
        others.append(mention)
        last = mention
    return others

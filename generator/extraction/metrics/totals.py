"""The line of business whose total an English sentence tells: `YouTube reported $8.9 billion in total revenue`, `Gaming - Total revenue was`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.verbs import MOVED, TOOK
from generator.extraction.whose.context import Surroundings

_IN_TOTAL = re.compile(r" (?:in|of) (?:(?:Q[1-4]|[a-z]+-quarter|its|quarterly) )*")
_TOOK_IN = re.compile(
    r"(?: (?:segment|business|unit|division|group|brand|category|arm))?(?:,? which [^,;.\d]{3,80},| \([^()]{1,24}\))?(?:,? (?:which|that))?"
    rf"(?: also)? (?:{TOOK}|{MOVED}(?: by)? [\d.]+ ?(?:%|per ?cent|pct)[^,;\d]{{0,40}} to) (?:(?:about|around|nearly|over|more than|approximately|roughly|a record) )*"
)
_BULLET = re.compile(r"[\s•*–-]*")
# `Gaming - First-quarter total revenue`, `QCT breakdown: Total revenue`
_LABELS = re.compile(
    r"(?: (?:segment|business|division|unit|breakdown|results))?(?: [-–—] |: )(?:(?:Q[1-4]|[A-Za-z]+-quarter) )?"
)


def line_with_a_total(around: Surroundings, mention: Mention, businesses: list[Mention]) -> str | None:
    """Return the line that took in a total told behind its amount, or that heads the total's own line; else it is the company's."""
    scan = around.scan
    if not scan.text[mention.start].isascii():
        return None
    before = next((a for a in reversed(scan.amounts) if a.end <= mention.start), None)
    if before is not None and _IN_TOTAL.fullmatch(scan.text, before.end, mention.start):
        return next((m.segment for m in businesses if _TOOK_IN.fullmatch(scan.text, m.end, before.start)), None)
    first = next(iter(businesses), None)
    heads = first is not None and _BULLET.fullmatch(scan.text, scan.sentence.start, first.start)
    return first.segment if first and heads and _LABELS.fullmatch(scan.text, first.end, mention.start) else None

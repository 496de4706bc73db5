"""Staff told to be in research and development: `of whom 16,171 worked in R&D`, `including 16,171 in research and development`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_STAFF = r"(?:people|employees|staff|engineers|workers|colleagues|specialists|of (?:them|these|those|whom))"
_IN_RESEARCH = re.compile(
    rf"(?: {_STAFF})?(?: (?:were|are|was|is|have been))?(?: (?:worked|work|working|works|employed|engaged|busy|active|located|in jobs|in roles))? in (?P<said>research(?:(?: and| &) development)?|R&D|engineering and research)\b(?! (?:cent(?:er|re)|spending|costs?|expenses?))"
)


def in_research(scan: Scan, amount: Amount) -> Mention | None:
    """Return the words behind a count of people that say that they are in research."""
    if amount.kind not in ("count", "bare") or amount.precision < 1:
        return None
    said = _IN_RESEARCH.match(scan.text, amount.end, scan.clause(amount.start)[1])
    return Mention(amount.start - 1, amount.start, ("rd_headcount",)) if said else None

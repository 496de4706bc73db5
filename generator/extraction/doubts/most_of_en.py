"""English counts of the most, the half or a third of what was told: `Almost all of those deliveries, 470,000, were two models` is no count of all."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

SOME = "a part of what was counted, not all of it"
_MOST = re.compile(
    r"\b(?:(?:almost|nearly|virtually|not quite) all|most|(?:the )?(?:bulk|majority|lion['’]s share)|(?:(?:more|less|fewer|over|just over|just under|nearly|almost|about|around|roughly) (?:than )?)?(?:half|(?:a|one|two|three)[ -](?:thirds?|quarters?|fifths?)))"
    r"(?: of)? (?:(?:the|its|their|these|those|all|them)\b[^,;:()\d]{0,40}|[A-Z]\w+['’]s [^,;:()\d]{2,40}|[a-z-]+ [^,;:()\d]{0,30})"
    rf"(?:,| -| –| —| \() ?{ABOUT}$",
    re.I,
)
_WERE = re.compile(
    r"(?: (?:to be exact|to be precise|in number|in all|of them|units|vehicles|cars))*(?:,| -| –| —|\)) (?:(?:was|were|are|is|came|went|consisted|concerned|had|took)\b|of (?:them|which)\b)"
)
_LEAD = 110  # characters before an amount, within which it is said to be the most of something


def is_of_the_most(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why a count is no whole, that stands beside the words for the part that it counts."""
    if scan.chinese or amount.kind not in ("count", "bare") or mention.end > amount.start:
        return None
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    part = _MOST.search(scan.text, low, amount.start) and _WERE.match(scan.text, amount.end, scan.sentence.end)
    return SOME if part else None

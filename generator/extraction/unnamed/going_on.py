"""Parts that go on with the verb of the one before: `services chipped in $27 billion and the Mac 9`, `Onvo for 17,342 and Firefly for 5,912`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.bases import FROM_THEN
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.unnamed.subject import UNIT, is_subject

_CHANGE = (
    r"(?:,? (?:up|down|an? (?:[a-z-]+ )?(?:increase|decrease|rise|decline|drop|gain|jump|plus|minus|growth|fall) of|an?|or|plus|minus) [\d.]+ ?(?:%|per ?cent|pct)"
    rf"(?: (?:more|less|higher|lower|fewer))?(?: {FROM_THEN})?(?: (?:increase|decrease|rise|decline|drop|gain|jump|than (?:a year|last year|in) ?[a-z]*))?)?"
)
# `brought in 46 billion yuan after 45.5 billion in the second quarter, and cars 28.3 billion`
_BESIDE = rf"(?:(?:up |down )?from|after|against|versus|compared (?:with|to)) {ABOUT}"
_SET_BESIDE = re.compile(rf"\b{_BESIDE}(?:[A-Z]{{2,3}} ?)?$")
_ORIGIN = rf"(?:,? {_BESIDE}[A-Z]{{0,3}} ?[$€£¥]?[\d.,]+(?: (?:[mb]illion|trillion))?(?: (?:yuan|euros|dollars|won|yen|units|vehicles|cars))?(?: (?:in|a|the|for|of|three|twelve) [A-Za-z0-9 -]{{3,30}}?)?)?"
# What stands between the amount of one part and the name of the next.
_NEXT = re.compile(
    r"(?: (?:units|vehicles|cars|deliveries|NEVs|EVs|yuan))?(?: (?:of (?:them|these|those|that|it|(?:the|its|that) (?:[a-z]+ )?(?:total|sum|figure|number|tally|count|volume))|(?:of|in) (?:the |its |total |overall )*(?:revenues?|sales|turnover)))?(?: \([^()]*\))?(?: (?:in|over|during|for) (?:the )?[A-Za-z0-9 ]{3,24}?)?"
    rf"{_CHANGE}{_ORIGIN}(?:,? and|[,;]|,? while|,? with|,? followed by|;? and)(?: the remaining| another)? (?:(?:that|those) (?:of|from|in|at|for) |(?:for|in|at|from|by) )?(?:the |its |another )?(?:[A-Z][\w.]*['’]s )?"
)
_ABOUT = re.compile(rf" {ABOUT}")
_HOLDS = re.compile(rf"{UNIT}(?:,)?(?: (?:for|at|with|on|to|another|a further|a total of|was|were|came to))* {ABOUT}")


def is_set_beside(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is only one of before that a part's is set beside: what goes on goes on with the part's own."""
    return bool(_SET_BESIDE.search(scan.text, max(scan.sentence.start, amount.start - 30), amount.start))


def named_before(scan: Scan, amount: Amount, *, of_part: bool) -> Mention | None:
    """Return what an amount is of whose clause says right before it what was done, and so names it: `Denza sold 13,255`, `of_part` where a part did it."""
    for metric in (m for m in scan.metrics if m.end <= amount.start and not m.nothing):
        if _ABOUT.fullmatch(scan.text, metric.end, amount.start):
            doers = (m for m in scan.segments if m.end + 1 == metric.start and is_subject(scan, m))
            return metric if not of_part or next(doers, None) else None
    return None


def goes_on(scan: Scan, before: Amount, amount: Amount) -> Mention | None:
    """Return the part that an amount is of which goes on with what the amount before it was told of another part."""
    if not _alike(before, amount):
        return None
    parts = (m for m in scan.segments if before.end <= m.start and m.end <= amount.start)
    return next(
        (
            m
            for m in parts
            if _NEXT.fullmatch(scan.text, before.end, m.start) and _HOLDS.fullmatch(scan.text, m.end, amount.start)
        ),
        None,
    )


def _alike(one: Amount, other: Amount) -> bool:
    """Whether two amounts are both money, or both counts."""
    counts = ("count", "bare")
    return (one.kind, one.scaled) == (other.kind, other.scaled) or (one.kind in counts and other.kind in counts)

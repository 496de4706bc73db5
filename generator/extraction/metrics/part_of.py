"""An amount that is a part of the one told before it, or stands behind a part's name as its label."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan, once
from generator.extraction.periods.mention import PARTS
from generator.extraction.whose.localities import is_behind_amount

# Words that lead from a whole to its parts.
_PARTS = r"\b(?:including|(?:figure|total|number|tally|sum|volume|sales|deliveries|shipments|[Tt]hat|[Tt]his|[Ii]t) include[sd]?|of which|compris(?:ing|e[sd]?)|consist(?:ing|s|ed) of|made up of|comprised of|(?:splits?|breaks?|broke) (?:down )?into|of (?:those|these|them|the total),|included(?: in (?:it|that|this|them|these|those|the (?:total|figure|number)))? (?:are|were)|among (?:them|these|those)(?:,| are| were))\s"
# `revenue of RMB29 billion, including RMB28.3 billion from smart EVs`: a part of what was told before.
_PART_OF = sought(
    rf"{_PARTS}\s*(?:about |around |nearly |over |more than |some |approximately |roughly |an estimated )*$",
    re.I,
)
_LABEL = re.compile(r"(?:,| -|:)\s+(?:about |around |nearly )?")
# `the chip division earned 7.6 trillion won, followed by the mobile arm with 2 trillion`
_FOLLOWED = re.compile(r"\b(?:followed|trailed) by (?:the |its )?$")
_WITH = re.compile(r"(?: (?:business|segment|division|unit|arm))? (?:with|at) (?:about |around |nearly |over )?")
_AND_PART = sought(rf"{_PARTS}(?:[^.;]|\.(?=\d)){{0,200}}\b(?:and|as well as|along with|together with)\s+$", re.I)
# `consisted of 67,433 vehicles from the brand NIO, 38,290 from the brand ONVO`
_NEXT_PART = re.compile(rf"{_PARTS}(?:[^.;()]|\.(?=\d)){{0,140}},\s+$", re.I)
_FROM = re.compile(
    r"(?: (?:units|vehicles|cars|deliveries))? (?:from|under|by|of|for|belonging to|bearing) (?:the |its )?(?P<brand>[^,;.\d]{0,90}\bbrand\b)?"
)
# `31,897 under its NIO brand`, `47,132 vehicles were accounted for by the main brand`
_OF_BRAND = re.compile(
    r"(?: (?:units|vehicles|cars|electric cars))?(?: were)? (?:(?:under|accounted for by|belonging to|bearing) (?:the |its )?|of its (?=[\w -]{1,24}?\b(?:sub-?brand|brand|line|marque|badge|nameplate)s?\b))"
)
_OF_THEM = re.compile(r" of (?:which|them|these|those)\b")  # `sold 1.8 million cars, over 911,000 of which were BEVs`
# `capital expenditure was 12 trillion won; 10.9 trillion won of it was spent on chips`
_SPENT_OF_IT = re.compile(
    r" of (?:it|that|this|the (?:sum|total|amount))(?: alone)? (?:(?:was|were|is|are|has been|will be) (?:spent|invested|used|put|earmarked|allocated|set aside|reserved|meant)|went|goes|will go|flowed|flows)\b"
)
_TIME = re.compile(r"(?: (?:units|vehicles|cars|deliveries|yuan))?(?: (?:in|for|during|over))?(?: the)? ?")
_NUMBERS = ("count", "bare")
_BRAND = 40  # characters of what describes a brand before its name
# `of which 158,696 were delivered in Q4`, `including 41.4 billion yuan in the third quarter`
_CAME_IN = re.compile(
    r"(?: (?:units|vehicles|cars|phones|smartphones|deliveries|alone))?(?: (?:were|was) (?:delivered|sold|shipped|handed over|generated|earned|made|booked|spent))?(?: came)? (?:in|during) (?:the )?"
)
# Behind such a time nothing names another line or place: `97,171 in December in China`, `9,154 in December by its Onvo brand`.
_ENDS_THERE = re.compile(r"(?: alone)?(?:\s*$|[,.;)\n]| \(?(?:up|down) )")


@once
def is_part(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is a part of the one told before it."""
    start = scan.sentence.start
    if amount.kind in ("count", "bare") and (behind := _OF_BRAND.match(scan.text, amount.end)):
        return any(0 <= m.start - behind.end() < _BRAND for m in scan.segments)
    if amount.kind in ("count", "bare") and (them := _OF_THEM.match(scan.text, amount.end)):
        # `built 5,979 vehicles and delivered 10,661 of them`, `210 of them large stores`
        before = any(0 <= amount.start - m.end <= 1 for m in scan.metrics)
        return not (before or any(0 < m.start - them.end() < _BRAND for m in scan.metrics))
    if amount.kind == "money" and _SPENT_OF_IT.match(scan.text, amount.end):
        return True
    if not scan.text[amount.start - 1].isspace():
        return False
    if _PART_OF.search(scan.text, start, amount.start):
        return True
    if _AND_PART.search(scan.text, start, amount.start) and not is_of_all_again(scan, amount):
        return True
    return _is_from_brand(scan, amount) and bool(_NEXT_PART.search(scan.text, start, amount.start))


def is_timed_part(scan: Scan, amount: Amount) -> bool:
    """Whether a part is what came within a part of the time: `500,508 in 2024, of which 158,696 were delivered in the fourth quarter`."""
    came = _CAME_IN.match(scan.text, amount.end)
    if came is None:
        return False
    then = next((p for p in scan.periods if p.start == came.end() and p.scope in PARTS), None)
    return then is not None and _ENDS_THERE.match(scan.text, then.end, scan.sentence.end) is not None


@once
def is_of_all_again(scan: Scan, amount: Amount) -> bool:
    """Whether an amount behind parts is none, but goes on with their whole: it is more than that, or alone has a time of its own.

    `5.6 million vehicles in 2025, including 900,000 overseas, and 6.5 million in 2026`
    """
    if not scan.text.endswith((", and ", "; and "), scan.sentence.start, amount.start):
        return False
    parts = _AND_PART.search(scan.text, scan.sentence.start, amount.start)
    if parts is None:
        return False
    at = parts.start()
    kinds = _NUMBERS if amount.kind in _NUMBERS else (amount.kind,)
    alike = [a for a in scan.amounts if a.kind in kinds]
    whole = next((a for a in reversed(alike) if a.end <= at), None)
    part = next((a for a in reversed(alike) if at < a.start < amount.start), None)
    if whole is None or part is None:
        return False
    return amount.value > whole.value or (_has_time(scan, amount) and not _has_time(scan, part))


def _has_time(scan: Scan, amount: Amount) -> bool:
    """Whether a time stands right behind an amount: `20,102 vehicles in September`."""
    return any(amount.end < m.start and _TIME.fullmatch(scan.text, amount.end, m.start) for m in scan.periods)


def _is_from_brand(scan: Scan, amount: Amount) -> bool:
    """Whether a part's name stands behind an amount: `38,290 from ONVO`, `38,290 vehicles from its brand ONVO`."""
    whose = _FROM.match(scan.text, amount.end)
    return whose is not None and bool(whose["brand"] or any(m.start == whose.end() for m in scan.segments))


@once
def label_of(scan: Scan, amount: Amount) -> str | None:
    """Return the segment that stands before an amount as its label: `revenue by platform: Gaming, $1.66B; Data Center, $726M`."""
    if _OF_BRAND.match(scan.text, amount.end) or _is_from_brand(scan, amount):
        return None
    for mention in scan.segments:
        if mention.end > amount.start:
            continue
        follows = _FOLLOWED.search(scan.text, max(scan.sentence.start, mention.start - 24), mention.start)
        label = _LABEL.fullmatch(scan.text, mention.end, amount.start)
        if not (label or (follows and _WITH.fullmatch(scan.text, mention.end, amount.start))):
            continue
        if not is_behind_amount(scan, mention):
            return mention.segment
    return None

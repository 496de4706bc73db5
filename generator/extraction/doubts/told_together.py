"""What English tells of two lines of business at once, and of neither alone: `AWS and advertising combined brought in $46.6 billion`."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.doubts.jointly_en import is_joint
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED

SUM = "a part of a figure, or the sum of several"  # why it is in doubt
TOGETHER = r"(?:,? (?:taken |put |added |lumped )?together|,? combined|,? collectively|,? between them|,? as a whole)"
_AND = re.compile(
    r"(?: (?:business(?:es)?|segment|division|unit|group|arm|products|services|revenue|sales))?,? (?:and|plus|&) (?:the |its )?(?:[A-Z]\w+['’]s )?"
)
_BEHIND = re.compile(
    rf"(?: (?:business(?:es)?|segments?|divisions?|units?|groups?|arms?|products|services))?{TOGETHER}\b"
)
_BEFORE = re.compile(
    r"(?:\b[Tt]ogether,? |\b[Cc]ombined, |\b[Tt]aken together, |\b(?:combined|joint|total) (?:[a-z]+ ){1,3}(?:of|from|at|for) )(?:the |its )?$"
)
# `Together, they had revenue of 84 billion yuan`
_THEY = re.compile(
    r"\s*(?:(?:[Tt]aken )?[Tt]ogether|[Cc]ombined|[Cc]ollectively|[Bb]etween them),? (?:they|these|those|the (?:two|three|pair)|both)\b|\s*(?:The (?:two|three|pair)|Both|They)(?: [a-z]+)? (?:together|combined|jointly)\b"
)
# `revenue of 3.9 billion yuan from games and advertising rose 30%`: so much of both, and how far that moved
_FROM = re.compile(
    r"(?: \([^()]{1,24}\))?(?: in (?:[a-z]+ )?(?:revenues?|sales|turnover))? from (?:both )?(?:the |its |their )?"
)
_NEXT = re.compile(rf"{_AND.pattern}|(?: (?:business(?:es)?|segments?|divisions?|units?))?, ")
_MOVED = re.compile(
    rf"(?: (?:business(?:es)?|segments?|divisions?|units?|services|products|sales))?,?(?: (?:which|together|combined))?(?: (?:{MOVED}|was up|was down|were up|were down|up|down))(?: [a-z]+ly)?(?: by)? {ABOUT}"
)
_REACH = 44  # characters before the first of two lines, within which they are said to be told together


def told_together(scan: Scan, amount: Amount) -> str | None:
    """Return why an amount is of no line: it is what the two right before it came to together."""
    if is_joint(scan, amount):
        return SUM
    if scan.chinese or amount.kind not in ("money", "percent"):
        return None  # `BEVs and hybrids together: 330,488` is all passenger cars
    low = max(scan.sentence.start, scan.amount_before(amount.start))
    lines = [m for m in scan.segments if low <= m.start and m.end <= amount.start and not m.metrics]
    for first, second in pairwise(lines):
        if first.segment == second.segment or not _AND.fullmatch(scan.text, first.end, second.start):
            continue
        before = _BEFORE.search(scan.text, max(low, first.start - _REACH), first.start)
        if before or _BEHIND.match(scan.text, second.end, amount.start):
            return SUM
    if _is_from_both(scan, amount):
        return SUM
    they = low == scan.sentence.start and _THEY.match(scan.text, low, amount.start)
    return SUM if they else None


def _is_from_both(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what came from two lines or more, or how far that moved."""
    lines = [m for m in scan.segments if not m.metrics]
    if amount.kind == "money":
        first = next((m for m in lines if m.start >= amount.end), None)
        return bool(
            first and _FROM.fullmatch(scan.text, amount.end, first.start) and _goes_on(scan, lines, first) is not None
        )
    before = next((a for a in reversed(scan.amounts) if a.end <= amount.start and a.kind == "money"), None)
    first = next((m for m in lines if before and m.start >= before.end), None)
    if before is None or first is None or not _FROM.fullmatch(scan.text, before.end, first.start):
        return False
    last = _goes_on(scan, lines, first)
    return last is not None and _MOVED.fullmatch(scan.text, last.end, amount.start) is not None


def _goes_on(scan: Scan, lines: list[Mention], first: Mention) -> Mention | None:
    """Return the last of the lines that commas and `and` join to another, None where it stands alone."""
    last = first
    for line in lines:
        if line.start >= last.end and _NEXT.fullmatch(scan.text, last.end, line.start):
            last = line
    return last if last.segment != first.segment else None

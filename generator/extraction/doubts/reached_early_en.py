"""Marks that English says are reached before they had been planned, and that are no month's: `will hit 400,000 in October, a month ahead of plan`."""

from __future__ import annotations

import re

from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_REACHES = re.compile(
    r"\b(?:hit|reach|pass|cross|top|surpass|exceed|achieve|meet)(?:s|ed|ped|es|ing|ping|ting)? (?:the |its |a |that |about |around |over )*$"
)
_SO_LONG = r"(?:(?:an?|one|two|three|several|some|\d+) )?(?:full )?(?:months?|weeks?|days?|quarter) "
_PLAN = r"(?:its |the |their )?(?:plan|schedule|time|planned|target|expected|deadline|originally)\b"
# not `hit 40,397 in October, ahead of its plan of 40,000`, which is of the month
_EARLY = re.compile(
    rf"(?: (?:units|vehicles|cars|deliveries|mark|target|goal|milestone))* (?:in|by|at the end of) (?:early |late |mid-)?(?:{MONTHS}),? "
    rf"(?:{_SO_LONG}(?:ahead of|before|earlier than|sooner than) {_PLAN}|(?:well |far |just )?(?:(?:earlier|sooner) than {_PLAN}|ahead of (?:its |the )?(?:schedule|time|deadline)\b))"
)
_REACH = 40  # characters before an amount, within which it is said to be reached


def reached_early(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is a mark of all there is that was planned for a later time."""
    if scan.chinese:
        return False
    reaches = _REACHES.search(scan.text, max(scan.sentence.start, amount.start - _REACH), amount.start)
    return reaches is not None and _EARLY.match(scan.text, amount.end, scan.sentence.end) is not None

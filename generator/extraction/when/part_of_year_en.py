"""Years for the part of them that is set beside: `The net loss in Q3 came to 16.4 billion against a profit of 13.8 billion in 2020` is of its third quarter."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.when.years_said import Resolved

_BESIDE = re.compile(
    r"(?: \([^()]{1,30}\))?(?: [a-z]+){0,2},? (?:(?:up|down) from|(?:as )?(?:against|compared (?:with|to))|versus|vs\.?|from|than) "
    rf"(?:an? |the )?(?:(?:[a-z]+ ){{0,2}}(?:profit|loss|income|revenues?|sales|total|figure) of )?{ABOUT}(?:[A-Z]{{2,3}} ?)?[$€£¥]?"
)
_IN = re.compile(r"(?: (?:units|vehicles|cars|EVs|phones|yuan|euros))?(?: \([^()]{1,30}\))? (?:(?:in|for|of) )?")
_ALIKE = 2.5  # times, by which a quarter's figure may differ from the same quarter's: a whole year's is further off


def years_for_parts(marks: Scan, resolved: Resolved) -> Resolved:
    """Return mentions with the periods they mean, the years that a part's figure is set beside as their same part."""
    if marks.chinese or len(resolved) < 2:
        return resolved
    meant = list(resolved)
    for i, (mention, period) in enumerate(resolved):
        part = resolved[i - 1][1] if i else None
        if (
            part is None
            or part.kind not in REPORTED
            or not (mention.scope == "year" and mention.year and period.kind == "year")
        ):
            continue
        if part.fiscal == period.fiscal and period.year < part.year and _is_set_beside(marks, mention):
            meant[i] = (mention, part.years_before(part.year - period.year))
    return meant


def _is_set_beside(marks: Scan, mention: PeriodMention) -> bool:
    """Whether the amount before a year is about as much as the one that it is set beside."""
    beside = next((a for a in reversed(marks.amounts) if a.end <= mention.start), None)
    told = marks.preceding(beside) if beside else None
    if beside is None or told is None or not _IN.fullmatch(marks.text, beside.end, mention.start):
        return False
    if (
        beside.kind not in (told.kind, "bare")
        or told.kind not in ("money", "count", "bare")
        or not _BESIDE.fullmatch(marks.text, told.end, beside.start)
    ):
        return False
    return _are_alike(told, beside)


def _are_alike(one: Amount, other: Amount) -> bool:
    low, high = sorted((abs(float(one.value)), abs(float(other.value))))
    return low > 0 and high / low <= _ALIKE

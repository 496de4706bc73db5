"""Ranges and lists of expectations that others have replaced: `€29.5 to 29.8 billion, up from 29.0 to 29.5 billion`, `405k/520k units, from 430k/600k`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.slashes import runs
from generator.extraction.expected.called_previous_en import FROM_AT_ONCE, PREVIOUSLY
from generator.extraction.marks.scanning import Scan

TO_ANOTHER = re.compile(r"(?: (?:units|vehicles|cars))?(?: to |-| - )(?:about )?")
_FROM = re.compile(r"\bfrom (?:about |between |an? (?:[a-z]+ )?range of )?$")
_SLASH = re.compile("/")
_FROM_LIST = re.compile(r"(?:, |\(|\b)(?:from|versus|vs\.?|previously|was|were) $")

_MOVES_FORECASTS = re.compile(
    r"\b(?:rais|lift|hik|cut|lower|trim|slash|revis|adjust|updat|nudg|reduc|boost|chang|bump)[a-z]* [^;]{0,90}?\b(?:estimates?|forecasts?|projections?|predictions?|expectations?|guidance|outlook)\b"
    r"|\b(?:estimates?|forecasts?|projections?|predictions?|guidance)\b[^;]{0,60}? (?:is|are|was|were|been) (?:[a-z]+ly )?(?:raised|lifted|hiked|cut|lowered|trimmed|slashed|revised|adjusted|nudged|reduced|boosted|changed|bumped)\b"
)
_NEXT_OLD = re.compile(r"(?: [a-z]+)?(?:,? and|,) (?:about |around )?")


def is_next_of_old_list(scan: Scan, amount: Amount) -> bool:
    """Whether an amount goes on with a list of expectations that others replace: `cuts its forecasts to 78 billion and 110 billion yuan, from 80 billion and 112 billion yuan`."""
    first, before = amount, scan.preceding(amount)
    if before is None or scan.chinese or amount.kind == "percent":
        return False
    while before is not None and before.kind != "percent" and _NEXT_OLD.fullmatch(scan.text, before.end, first.start):
        first, before = before, scan.preceding(before)
    if first is amount or not scan.text.endswith(" from ", scan.sentence.start, first.start):
        return False
    return _MOVES_FORECASTS.search(scan.text, scan.sentence.start, first.start) is not None


def ends_old_list(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is of a list that another of as many has replaced: `405k/520k/610k units for 2025/26/27, from 430k/600k/700k`."""
    if "/" not in (scan.text[amount.start - 1], scan.text[amount.end : amount.end + 1]):
        return False
    run = next((r for r in runs(scan.amounts, scan.text, _SLASH) if amount in r), None)
    if run is None or not _FROM_LIST.search(scan.text, max(scan.sentence.start, run[0].start - 24), run[0].start):
        return False
    return any(len(r) == len(run) and r[-1].end < run[0].start for r in runs(scan.amounts, scan.text, _SLASH))


def is_of_replaced_range(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is an end of a range that another has replaced: `€29.5 to 29.8 billion, up from 29.0 to 29.5 billion`, `up from $10 billion to $12.5 billion previously`."""
    upper = scan.following(amount)
    first = scan.preceding(amount) if amount.range_end else amount if upper and upper.range_end else None
    if first is None:
        return _ends_replaced_range(scan, amount)
    before = scan.preceding(first)
    at_once = before is not None and before.range_end and FROM_AT_ONCE.fullmatch(scan.text, before.end, first.start)
    return bool(at_once) or _ends_replaced_range(scan, amount)


def _ends_replaced_range(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is the upper end of a range that another has replaced: `up from $10 billion to $12.5 billion previously`."""
    before = [a for a in scan.amounts if a.end <= amount.start][-2:]
    if not before or not TO_ANOTHER.fullmatch(scan.text, before[-1].end, amount.start):
        return False
    if not _FROM.search(scan.text, max(scan.sentence.start, before[-1].start - 40), before[-1].start):
        return False
    led_from = (
        len(before) > 1 and before[0].range_end and FROM_AT_ONCE.fullmatch(scan.text, before[0].end, before[-1].start)
    )
    return bool(led_from or PREVIOUSLY.match(scan.text, amount.end))

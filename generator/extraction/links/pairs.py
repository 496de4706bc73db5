"""Amounts that English sets right before what they are of, one pair behind the other: `70.2 billion yuan revenue and 1.8 billion yuan net profit`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.links.link import Link
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan, once
from generator.extraction.metrics.meaning import Meanings

_RIGHT_BEHIND = re.compile(
    r"(?: \([^()]{0,40}\))? (?:(?:of|in|total|net|overall|group|quarterly|annual|gross|adjusted|operating|non-GAAP|GAAP|cloud|pre-tax|full-year|interim|(?:first|second|third|fourth)-(?:quarter|half)) ){0,3}"
)
_TO_THE_NEXT = re.compile(
    r",? (?:and|but|as well as|with|plus) (?:(?:an?|about|around|nearly|over|some|only) ){0,2}|, "
)


def paired(scan: Scan, meanings: Meanings, amount: Amount) -> Link:
    """Return the link of an amount of several, each of which stands right before its own metric, where none stands before the first."""
    mention = _of_a_chain(scan, amount)
    return Link(meanings.metric(mention, amount), mention) if mention else Link()


@once
def _of_a_chain(scan: Scan, amount: Amount) -> Mention | None:
    """Return the metric right behind an amount that such a pair stands beside."""
    mention = None if scan.chinese else right_behind(scan, amount)
    if mention is None:
        return None
    before, after = scan.preceding(amount), scan.following(amount)
    led = before is not None and (first := right_behind(scan, before)) and _joins(scan, first.end, amount)
    leads = after is not None and right_behind(scan, after) is not None and _joins(scan, mention.end, after)
    if led and before is not None:
        return mention if _of_a_chain(scan, before) else None
    start = scan.clause(amount.start)[0]
    said = (m for m in scan.metrics if not scan.text[m.start : m.end].isspace())  # what is understood is said behind
    alone = not any(start <= m.start < amount.start for m in said)
    return mention if leads and alone else None


def right_behind(scan: Scan, amount: Amount) -> Mention | None:
    """Return the metric that only adjectives part from the amount before it."""
    behind = (m for m in scan.metrics if m.start >= amount.end)
    mention = next(behind, None)
    return mention if mention and _RIGHT_BEHIND.fullmatch(scan.text, amount.end, mention.start) else None


def _joins(scan: Scan, end: int, amount: Amount) -> bool:
    """Whether no more than a conjunction stands between a pair and the next amount."""
    return _TO_THE_NEXT.fullmatch(scan.text, end, amount.start) is not None

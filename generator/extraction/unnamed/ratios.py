"""Margins that are told as what a profit is of sales, and adjusted ones told beside the reported: `operating profit was 3.1 billion, or 5.8% of sales`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.bare_margins import OF_PROFIT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.terms import NO_METRIC

_OF_SALES = re.compile(
    r" of (?:(?:its|the|their|net|total|group|overall|quarterly|that) ){0,3}(?:sales|revenues?|turnover|takings)\b"
)
# What stands between a profit, or its name behind it, and its share of sales.
_OR = re.compile(
    r"(?: \([^()]*\))?(?: (?:in|for|from|during) [^,;\d]{2,40}(?:20\d\d)?)?(?:,|,? (?:or|and so|that is|i\.e\.|which (?:is|was|equals|corresponds to|amounts to)|equal to|equivalent to|corresponding to|representing|amounting to|meaning|making|good for))"
    rf"(?: (?:or|an?|that is|i\.e\.|the equivalent of|a (?:solid|respectable|healthy|mere|full|meagre)))? {ABOUT}"
)
_IN_PROFIT = re.compile(r" (?:in|of) (?:[a-z-]+ ){0,2}")
# `or 20.4% when adjusting for the recall`
_OR_ADJUSTED = re.compile(rf",? (?:or|but|and|though) (?:it was |it stood at |it came to )?{ABOUT}")
_WITHOUT = re.compile(
    r",? (?:(?:when|if|after|once) )?(?:adjust(?:ed|ing) for|exclud(?:ed|ing)|stripp(?:ed|ing) (?:out|of)|leaving (?:aside|out)|without|disregarding|not counting|net of) "
)


def of_sales(scan: Scan, amount: Amount) -> Mention | None:
    """Return the margin that a percentage of sales is right behind the profit that it repeats."""
    before = scan.preceding(amount)
    if before is None or before.kind != "money" or not _OF_SALES.match(scan.text, amount.end):
        return None
    behind = next(
        (m for m in scan.metrics if m.start >= before.end and _IN_PROFIT.fullmatch(scan.text, before.end, m.start)),
        None,
    )
    named = behind or next((m for m in reversed(scan.metrics) if m.end <= before.start), None)
    margin = OF_PROFIT.get(named.metrics[0]) if named and not named.loss else None
    if margin is None or not _OR.fullmatch(scan.text, behind.end if behind else before.end, amount.start):
        return None
    return Mention(amount.start - 1, amount.start, (margin,))


def without_some(scan: Scan, amount: Amount, names: Names) -> Mention | None:
    """Return the adjusted margin that is told beside the reported one: `16.3%, or 20.4% when adjusting for the recall`."""
    before = scan.preceding(amount)
    if before is None or before.kind != "percent" or not _WITHOUT.match(scan.text, amount.end):
        return None
    named = next((m for m in reversed(scan.metrics) if m.end <= before.start), None)
    units = names.catalogue.metrics
    margins = [name for name in named.metrics if name in units and units[name].unit == "percent"] if named else []
    low = next((p.end for p in scan.periods if before.end <= p.start <= before.end + 8), before.end)
    if not margins or not _OR_ADJUSTED.fullmatch(scan.text, low, amount.start):
        return None
    return Mention(
        amount.start - 1,
        amount.start,
        names.adjusted(tuple(margins)) or (NO_METRIC,),
        part=named.part if named else None,
    )

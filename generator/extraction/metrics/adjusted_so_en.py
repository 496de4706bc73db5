"""Figures that only the words at an English amount call adjusted: `compared with an adjusted $1.64`, `or 8.5 billion yuan without one-offs, up 52%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.adjusted import WITHOUT_ITEMS
from generator.extraction.marks.adjusted_names import ADJUSTED_EN
from generator.extraction.metrics.still_adjusted import still_adjusted
from generator.extraction.whose.context import Surroundings

# `earned RMB10.8 billion in Q2 on the adjusted measure`
_ON_A_BASIS = re.compile(
    rf"(?: (?:a|per) share)?(?: (?:in|for) (?:the )?(?:[A-Za-z-]+ )?(?:Q[1-4]|[1-4]Q|H[12]|quarter|year|half|period)(?: of)?(?: 20\d\d)?)?,? (?:on|by|under) (?:an? |the |its )?{ADJUSTED_EN} (?:basis|measures?|count|reckoning|standards?)\b",
    re.I,
)
_ADJUSTED = re.compile(rf"{ADJUSTED_EN} $", re.I)
_OR = re.compile(r",? or (?:about |around |nearly |over )?$")
_WITHOUT_ITEMS = re.compile(rf"(?: \([^()]{{1,30}}\))?,? {WITHOUT_ITEMS}", re.I)
_SO_MUCH_MORE = re.compile(
    r"(?:,|,? which (?:was|is)|,? or) (?:up|down|an? (?:increase|rise|gain|jump|growth|drop|decline|decrease|fall) of) (?:about |around |nearly |over |by )?$"
    r"|\((?:up|down|[-+])? ?$|, an? $"
)
# `net income and adjusted net income were 4.2 billion and 5.0 billion, up 7.7% and 13.6%`: one growth each
_AND_THE_OTHER = re.compile(r"(?: (?:year[- ]o(?:n|ver)[- ]year|YoY))?,? and [\d.]+ ?(?:%|per ?cent)")


def adjusted_so(around: Surroundings, metric: str, amount: Amount) -> str:
    """Return the metric of a level: its adjusted twin where the words at the amount say so."""
    scan, twins = around.scan, around.names.adjusted((metric,))
    if not twins:
        return metric
    low = max(scan.sentence.start, amount.start - 20)
    said = (
        _ADJUSTED.search(scan.text, low, amount.start)
        or _ON_A_BASIS.match(scan.text, amount.end, scan.amount_after(amount.end))
        or (_OR.search(scan.text, low, amount.start) and _WITHOUT_ITEMS.match(scan.text, amount.end))
        or still_adjusted(scan, around.ground, metric, twins)
    )
    return twins[0] if said else metric


def adjusted_with(around: Surroundings, metric: str, amount: Amount, at: int, told: str) -> str:
    """Return the metric of a change: that of the level `told` right before it, up to `at`, where that is its adjusted twin."""
    twins = () if around.scan.chinese else around.names.adjusted((metric,))
    goes_with = told in twins and _SO_MUCH_MORE.search(around.scan.text, at, amount.start)
    return told if goes_with and not _AND_THE_OTHER.match(around.scan.text, amount.end) else metric

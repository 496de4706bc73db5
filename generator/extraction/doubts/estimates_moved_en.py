"""How far English says that estimates were moved, one after the other, or that what came was from them: `estimates adjusted down by 14%, 9% and 11%`, `ahead by 1%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_ESTIMATES = r"(?:forecasts?|guidance|estimat(?:es?|ions?)|outlook|projections?|assumptions?)"
_MOVED = r"(?:adjusted|revised|changed|updated|modified|trimmed|cut|raised|lowered|lifted|reduced|upgraded|downgraded|tweaked|nudged)"
# the estimates of several years: `adjusted down by 14%, 9% and 11%`
_BY = re.compile(
    rf"\b{_ESTIMATES}\b[^;\d]{{0,40}}(?:20\d\d[^;\d]{{0,24}}){{0,3}}\b{_MOVED}(?: (?:up|down|upwards?|downwards?|again|further|both|[a-z]+ly)){{0,2}} by (?:about )?$"
)
_NEXT = re.compile(r"(?:, |,? and |/ ?)(?:by )?")
# `has been adjusted, with an increase of 2.1% for 2025, an increase of 0.4% for 2026, and a decrease of`
_SO_FAR = r"(?:an? )?(?:increase|decrease|cut|rise|reduction|drop|decline|upgrade|downgrade)s? of "
_WITH = re.compile(
    rf"\b{_ESTIMATES}\b[^;]{{0,120}}\b{_MOVED},? with (?:{_SO_FAR}[\d.]+ ?%(?: (?:for|in) \w+)?(?:, and |, | and )){{0,4}}{_SO_FAR}$"
)
# `total revenue ahead by 1% and game revenue short by 2%`
_AHEAD_BY = re.compile(r"\b(?:ahead|short|light|shy) by (?:about |around |just |nearly |over )?$")
# `sales were ahead by 5% on the year`: of what was a year before
_SINCE = re.compile(
    r" (?:on (?:the|last) year|on the (?:quarter|month)|year[- ]on[- ]year|year[- ]over[- ]year|(?:from|than|on|over) (?:a year|last year|the (?:previous|prior|same|year)))"
)
_LEAD = 260  # characters before an amount, within which a sentence names the estimates


def estimate_moved(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage says how far the estimate of one year was moved, in a list of several."""
    first = amount
    while (
        (before := scan.preceding(first))
        and before.kind == amount.kind
        and _NEXT.fullmatch(scan.text, before.end, first.start)
    ):
        first = before
    low = max(scan.sentence.start, first.start - _LEAD)
    return any(form.search(scan.text, low, a.start) for form, a in ((_BY, first), (_WITH, amount)))


def ahead_by(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage says how far something was ahead or short of what was expected: `revenue ahead by 1%`."""
    low = max(scan.sentence.start, amount.start - 24)
    return bool(_AHEAD_BY.search(scan.text, low, amount.start)) and not _SINCE.match(scan.text, amount.end)

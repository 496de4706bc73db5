"""One metric in two periods, told one after the other: `delivered 108,796 cars in the third quarter and more than 260,000 in the first nine months`."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.change import change_of
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.lists_en import is_like
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_UNITS = r"(?: (?:new |electric |smart )?(?:units|vehicles|cars|EVs|NEVs|phones|smartphones|handsets|devices|yuan))?"
_IN = r"(?:,? (?:in|for|during|over|through))?(?: (?:the|all of|the whole of))? ?"  # a mention may begin with its preposition
_WITHIN = re.compile(_UNITS + _IN)
# what may stand between the first period and the second amount: how far the first had moved, and the joint
_CHANGED = r"(?:,? \(?(?:up|down|an? (?:rise|increase|gain|jump|fall|drop|decline|decrease) of) (?:[a-z]+ )?[\d.]+ ?(?:%|per ?cent|pct)(?: (?:year[- ]on[- ]year|from a year (?:ago|earlier)|on[- ](?:the )?year|YoY))?\)?)?"
_AND = re.compile(rf"{_CHANGED}(?:,? (?:and|but|plus|or|then)|,|;)(?: (?:then|a total of|another|a combined))? {ABOUT}")

# `cut 2025E net profit by 18% to RMB35.2bn and 2026E by 15% to RMB44.6bn`
_AND_FOR, _BY, _TO = (
    re.compile(r",? (?:and|but) (?:(?:for|that for) )?"),
    re.compile(rf"E?,? by {ABOUT}"),
    re.compile(rf" to {ABOUT}"),
)


def links_in_periods(scan: Scan, linker: Linker, listed: dict[int, Link]) -> dict[int, Link]:
    """Return, by their starts, the links of levels that only another period tells apart from the one before them."""
    links: dict[int, Link] = {}
    if scan.chinese:
        return links
    levels = [a for a in scan.amounts if a.kind in ("count", "bare", "money") and not a.range_end]
    for one, other in pairwise(levels):
        then = _of_another(scan, one, other) or _year_first(scan, one, other)
        if then is None or other.start in listed:
            continue
        link = (
            links.get(one.start) or listed.get(one.start) or Linker(scan, linker.meanings).level(one, comparative=False)
        )
        if link.metric and link.mention:
            links[other.start] = Link(link.metric, link.mention, company=link.company, when=then)
    return links


def _of_another(scan: Scan, one: Amount, other: Amount) -> PeriodMention | None:
    """Return the period of the second of two amounts, where each has one of its own, and nothing else stands between them."""
    if not is_like(one, other) or change_of(scan, one) is not None:
        return None
    first = next(
        (p for p in scan.periods if one.end <= p.start and _WITHIN.fullmatch(scan.text, one.end, p.start)), None
    )
    then = next(
        (p for p in scan.periods if other.end <= p.start and _WITHIN.fullmatch(scan.text, other.end, p.start)), None
    )
    joined = first is not None and _AND.fullmatch(scan.text, first.end, other.start)
    return then if joined else None


def _year_first(scan: Scan, one: Amount, other: Amount) -> PeriodMention | None:
    """Return the period of the second of two amounts that stands before it, and how far it was moved: `and 2026E by 15% to RMB44.6bn`."""
    by = scan.preceding(other)
    if by is None or by.kind != "percent" or by.start < one.end or not is_like(one, other):
        return None
    for period in scan.periods:
        led = one.end <= period.start and _AND_FOR.fullmatch(scan.text, one.end, period.start)
        if led and _BY.fullmatch(scan.text, period.end, by.start) and _TO.fullmatch(scan.text, by.end, other.start):
            return period
    return None

"""One metric in two periods, told one after the other: `delivered 108,796 cars in the third quarter and more than 260,000 in the first nine months`."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.change import change_of
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.alike import is_like
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import A_MOVE
from generator.extraction.periods.mention import PeriodMention

_UNITS = r"(?: (?:new |electric |smart )?(?:units|vehicles|cars|EVs|NEVs|phones|smartphones|handsets|devices|yuan))?"
_IN = r"(?:,? (?:in|for|during|over|through))?(?: (?:the|all of|the whole of))? ?"  # a mention may begin with its preposition
_WITHIN = re.compile(_UNITS + _IN)
_COUNTED = re.compile(r"(?: [a-z-]+){1,2}" + _IN)  # `1.85m vehicle sales in 2025 and 3m in 2026`
# what may stand between the first period and the second amount: how far the first had moved, and the joint
_CHANGED = rf"(?:,? \(?(?:up|down|an? {A_MOVE} of) (?:[a-z]+ )?[\d.]+ ?(?:%|per ?cent|pct)(?: (?:year[- ]on[- ]year|from a year (?:ago|earlier)|on[- ](?:the )?year|YoY))?\)?)?"
_BEFORE = r"(?: \((?:previously|from|vs\.?|versus|was|company target:?|old:?) [^()]{1,24}\))?"
_AND = re.compile(
    rf"{_BEFORE}{_CHANGED}(?:,? (?:and|but|plus|or|then)|,|;)(?: (?:then|a total of|another|a combined))? {ABOUT}"
)

_COUNTS = re.compile(_UNITS)
_AND_THEN = re.compile(
    rf"{_UNITS}(?: [a-z][^,;.\d]{{0,48}})?\)?,? (?:and|but|plus)(?: a total of| altogether)? {ABOUT}"
)

# `cut 2025E net profit by 18% to RMB35.2bn and 2026E by 15% to RMB44.6bn`
_AND_FOR, _BY, _TO = (
    re.compile(r",? (?:and|but) (?:(?:for|that for) )?"),
    re.compile(rf"E?,? by {ABOUT}"),
    re.compile(rf" to {ABOUT}"),
)


# `and go to RMB38bn for FY27E`: the label says that it is an estimate, and the clause names nothing that it could be of but what was told
_FOR = re.compile(_UNITS + r" (?:in|for) ")
_OF_ESTIMATES = re.compile(r"(?:FY|CY)?(?:20)?\d\d ?E|[1-4]Q\d\dE|[12]H\d\dE|Q[1-4] ?\d\dE")
_JOINED = re.compile(r"[^.;]{0,24}[,)]?(?:,| and| but| then)(?: [a-z]+){0,4} ")


def links_in_periods(scan: Scan, linker: Linker, listed: dict[int, Link]) -> dict[int, Link]:
    """Return, by their starts, the links of levels that only another period tells apart from the one before them."""
    links: dict[int, Link] = {}
    if scan.chinese:
        return links
    levels = [a for a in scan.amounts if a.kind in ("count", "bare", "money") and not a.range_end]
    for one, other in dict.fromkeys([*pairwise(levels), *pairwise(_outside(scan, levels))]):
        then = _of_another(scan, one, other) or _year_first(scan, one, other) or _estimate(scan, one, other)
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
    first = next((p for p in scan.periods if one.end <= p.start and _is_its_own(scan, one, p)), None)
    then = next(
        (p for p in scan.periods if other.end <= p.start and _WITHIN.fullmatch(scan.text, other.end, p.start)), None
    )
    if first is None:
        return then if then and _is_of_the_ground(scan, one, other) else None
    return then if _AND.fullmatch(scan.text, first.end, other.start) else None


def _is_of_the_ground(scan: Scan, one: Amount, other: Amount) -> bool:
    """Whether the first of two amounts is told without a time, and nothing but how far it moved stands before the second.

    `delivered 42,013 EVs, up 76% year-on-year, and 355,209 since the beginning of the year`
    """
    between = [a for a in scan.amounts if one.end <= a.start < other.start]
    low = between[-1].end if between else one.end
    moved = all(change_of(scan, a) is not None for a in between)
    counted = _COUNTS.match(scan.text, one.end)
    past = counted.end() if counted else one.end
    marks: list[Mention | EntityMention] = [*scan.metrics, *scan.segments, *scan.entities]
    named = any(past <= m.start < other.start for m in marks)
    timed = any(scan.clause(one.start)[0] <= p.start < other.start for p in scan.periods)
    return moved and not (named or timed) and bool(_AND_THEN.fullmatch(scan.text, low, other.start))


def _is_its_own(scan: Scan, amount: Amount, period: PeriodMention) -> bool:
    """Whether a period stands right behind an amount, or behind what that counts."""
    if _WITHIN.fullmatch(scan.text, amount.end, period.start):
        return True
    counted = any(amount.end <= m.start and m.end <= period.start for m in scan.metrics)
    return counted and bool(_COUNTED.fullmatch(scan.text, amount.end, period.start))


def _outside(scan: Scan, levels: list[Amount]) -> list[Amount]:
    """Return the amounts outside brackets, where what stands in them is only set beside what they tell."""
    return [a for a in levels if scan.brackets_around(a.start) is None]


def _estimate(scan: Scan, one: Amount, other: Amount) -> PeriodMention | None:
    """Return the period of the second of two amounts that its own label makes an estimate, if nothing else is named between them."""
    leads = is_like(one, other) and _JOINED.fullmatch(scan.text, _past_period(scan, one), other.start)
    if not leads or any(one.end <= m.start < other.start for m in (*scan.metrics, *scan.segments)):
        return None
    if any(one.end <= e.start < other.start for e in scan.entities):
        return None
    label = _FOR.match(scan.text, other.end)
    labelled = label is not None and _OF_ESTIMATES.match(scan.text, label.end())
    if not (label and labelled):
        return None
    return next((p for p in scan.periods if p.start <= label.end() < p.end), None)


def _past_period(scan: Scan, amount: Amount) -> int:
    """Return where an amount and the period right behind it end."""
    behind = (
        p.end for p in scan.periods if amount.end <= p.start and _WITHIN.fullmatch(scan.text, amount.end, p.start)
    )
    return next(behind, amount.end)


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

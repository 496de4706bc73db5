"""Expectations that have been replaced: `now expects $50 billion, up from the $35 billion it forecast`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.amounts.ranges import is_aim_moved
from generator.extraction.changes.outlook_moved_zh import is_moved_outlook
from generator.extraction.expected.aims_before import AIM, was_aimed_at
from generator.extraction.expected.called_previous_en import (
    expects_before,
    is_a_previous,
    is_bracketed,
    stood_before,
    was_previously,
)
from generator.extraction.expected.guided_beside import guided_beside
from generator.extraction.expected.labelled_old_en import is_labelled_old
from generator.extraction.expected.lists_moved_zh import is_moved_from_list
from generator.extraction.expected.moving import was_expected
from generator.extraction.expected.range_given import is_of_given_range
from generator.extraction.expected.replaced_lists_en import (
    TO_ANOTHER,
    ends_old_list,
    is_next_of_old_list,
    is_of_replaced_range,
)
from generator.extraction.expected.revised_zh import REVISED_FROM_ZH, is_aim_raised
from generator.extraction.expected.until_now import is_until_now, was_until_now
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.put_by_brokers import is_old_price

REPLACED = "an expectation that has been replaced"  # why it is in doubt

# `0.64 yuan, up from prior forecasts of 0.51 yuan`: what was expected before is expected no more.
_REVISED_FROM = sought(
    rf"\b(?:revised?|cut|lower(?:ed)?|raised?|reduced?|adjust(?:ed)?|slash(?:ed)?|trim(?:med)?|lift(?:ed)?|changed?|upped|nudged?|bump(?:ed)?|hiked?|pared?|took down|takes down|taking down|brought down|moved up|(?:reduction|cut|increase|rise|upgrade|downgrade|revision) (?:in|to|of))\b[^,;.]{{0,60}}\b{AIM}\b[^,;.]{{0,60}}(?:, to [^,;]{{0,24}})?,?(?<=[ ,]) ?\bfrom (?:about |around |(?:an?|its|the) (?:[A-Za-z-]+ ){{1,5}}?of (?:about |around )?)?$|\b(?:from|versus|vs\.?|than|compared (?:with|to))(?: [a-z]+){{0,2}} (?:prior|previous|earlier|former|old|original|initial|(?-i:{MONTHS})(?:['’]s)?)(?:ly)? (?:[a-z]+ )?(?:forecasts?|estimates?|projections?|expectations?|targets?|guidance|goals?|ranges?|outlook|view|plans?|estimated|projected|expected|forecasted|anticipated|predicted|planned|targeted|assumed|flagged)(?: of| for)? (?:about |around |between |(?:[a-z]+ to )?(?:up |down ))?$",
    re.I,
)
# `a goal of 350,000 in 2025, which it had raised from 300,000`, `a target it lifted from 300,000`
_AIM_MOVED_FROM = sought(
    rf"\b{AIM}\b(?:[^.]|\.\d){{0,80}}?(?:(?:which|that|it|they|the company|the group|management)(?: (?:had|has|have|was|were|is|been|it|they|only|already|itself)){{0,3}}|(?:was|were|has been|had been)) (?:raised|lifted|hiked|boosted|cut|lowered|reduced|trimmed|slashed|revised|upped|increased)(?: up| down)? from {ABOUT}$"
)

_OLD = re.compile(
    r"\b(?:above|below|higher than|lower than) (?:its|their|the|an?) (?:prior|previous|earlier|former|old|original|initial) (?:[a-z]+ )?(?:forecasts?|estimates?|projections?|expectations?|targets?|guidance|ranges?|outlook)(?: range)?(?: of)? (?:about |around |between )?$"
)
# `having previously put the lower end at $66bn`, `narrowing a range whose lower end was $38 billion`
_OLD_END = re.compile(
    r"\b(?:previously|earlier|before|initially|originally|range whose|range with an?|outlook whose|forecast whose)\b[^,;.\d]{0,40}\b(?:lower|upper|low|high|bottom|top)(?: end)? (?:was|of|at|stood at|had been) (?:about |around )?$"
    r"|\b(?:having|after) (?:earlier|previously|initially|originally|first) (?:guid(?:ed|ing)|forecast(?:ing)?|expect(?:ed|ing)|project(?:ed|ing)|predict(?:ed|ing)|target(?:ed|ing)|aim(?:ed|ing)|plann(?:ed|ing)|put (?:it|them) at)(?: (?:to|for|at|on))? (?:about |around |as much as )?$"
)
# What brokers do to their own forecasts.
MOVES = r"(?:rais|lift|hik|boost|cut|lower|reduc|trim|slash|revis|adjust|bump|nudg|tweak|narrow|widen|increas|chop|shav|mov|tak|chang)\w*"
_OWN_FROM = re.compile(
    rf"\b{MOVES}(?: up| down)? (?:our |my |his |her |their |the |its )?"
    r"(?:(?<=our )|(?<=my )|(?:[\w'’./&-]+ ){0,4}?(?=(?:FY|CY)?(?:20)?\d\d(?:[-/](?:20)?\d\d)*[EF]\b))[^;]{0,80}\bfrom (?:c\.|~|about |around )?$"
)

_FROM_THE = re.compile(
    r"\b(?:from|than|versus|against|above|below|over|under|beyond|compared (?:with|to)) (?:the |a )?$"
)
_IT_FORECAST = re.compile(
    r"(?: that| which)? (?:it|they|the (?:company|group|firm)|management)(?: had)?(?: previously| earlier| last| first)? (?:forecast|expected|project|guid|predict|target|plann|flagg|promis|set|indicat|pencil)\w*\b"
)
_NOW_EXPECTS = re.compile(
    r"\b(?:now )?(?:expect|see|forecast|project|anticipat|guid|predict|plan|target|think)|\b(?:raised|lifted|cut|lowered|hiked|upped|boosted|trimmed) "
)


def is_revised(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is an expectation that has been replaced by another, told before it."""
    low = scan.sentence.start
    said = (
        REVISED_FROM_ZH.search(scan.text, max(low, amount.start - 30), amount.start)
        or _OLD_END.search(scan.text, max(low, amount.start - 100), amount.start)
        or _REVISED_FROM.search(scan.text, max(low, amount.start - 120), amount.start)
        or _AIM_MOVED_FROM.search(scan.text, max(low, amount.start - 140), amount.start)
    )
    return (
        said is not None
        or is_a_previous(scan, amount)
        or is_bracketed(scan, amount)
        or is_labelled_old(scan, amount)
        or ends_old_list(scan, amount)
        or _was_writers(scan, amount)
        or stood_before(scan, amount)
        or _it_forecast(scan, amount)
        or is_until_now(scan, amount)
        or was_until_now(scan, amount)
        or is_aim_raised(scan, amount)
        or is_of_replaced_range(scan, amount)
        or was_previously(scan, amount)
        or _is_moved_on(scan, amount)
        or is_old_price(scan, amount)
        or is_moved_outlook(scan, amount) == "old"
        or _is_beside_new(scan, amount)
        or was_expected(scan, amount)
        or was_aimed_at(scan, amount)
        or is_of_given_range(scan, amount)
        or is_next_of_old_list(scan, amount)
        or is_moved_from_list(scan, amount)
        or (guided_beside(scan, amount) and expects_before(scan, amount))
    )


def _is_moved_on(scan: Scan, amount: Amount) -> bool:
    """Whether an aim or a forecast of an amount was moved to another: `cut its target of 5.5 million to 4.6 million`."""
    after = scan.following(amount)
    if after is None or after.range_end or not TO_ANOTHER.fullmatch(scan.text, amount.end, after.start):
        return False
    return is_aim_moved(scan.text, scan.sentence.start, amount.start)


def _it_forecast(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what a company forecast before: `now expects $50 billion, up from the $35 billion it forecast in September`."""
    if not _IT_FORECAST.match(scan.text, amount.end):
        return False
    low = scan.sentence.start
    led = _FROM_THE.search(scan.text, max(low, amount.start - 24), amount.start)
    return led is not None and _NOW_EXPECTS.search(scan.text, low, amount.start) is not None


def _was_writers(scan: Scan, amount: Amount) -> bool:
    """Whether a broker moved its own expectation from an amount to another: `We narrow our 2026F adj. net loss to CNY2.1bn from CNY5.4bn`."""
    if scan.text.find("from ", max(0, amount.start - 14), amount.start) < 0:
        return False
    return bool(_OWN_FROM.search(scan.text, max(scan.sentence.start, amount.start - 130), amount.start))


def _is_beside_new(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence that expects something sets it above or below what it expected before."""
    before = _OLD.search(scan.text, max(scan.sentence.start, amount.start - 60), amount.start)
    return before is not None and bool(scan.cues_between(scan.sentence.start, before.start(), "forecast"))

"""A change of an earlier time that another is set beside: `compared with a 20 percent rise the same quarter a year earlier`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.comparand import Comparand
from generator.extraction.marks.bases import MONTH_BEFORE, QUARTER_BEFORE, YEAR_BEFORE, YEARLY
from generator.extraction.marks.cues import Against
from generator.extraction.marks.scanning import Scan, once
from generator.extraction.marks.verbs import DID

# `compared with a 20% rise a year ago`, `slower than the 22% of the second quarter`, `just shy of a 32% rise three months ago`
_BESIDE_A = re.compile(
    r"\b(?:compare[sd] (?:with|to)|versus|vs\.?|against|from|after|following|(?<!more )(?<!less )(?<!fewer )than|outpacing|topping|beating|exceeding|improving on|having|above|below|under|beyond|shy of|short of|ahead of|close to) "
    rf"(?:an? |the |its )?(?:(?!and |but )[a-z-]+ ){{0,4}}?{ABOUT}$"  # not `up 3% from the previous month and 212% over`
    rf"|\b(?:more|less|slower|faster|quicker|weaker|stronger|better|worse|higher|lower|short|ahead) (?:than|of) the {ABOUT}$"
)
_NOUN = r"(?:growth|increase|rise|gain|jump|surge|climb|leap|expansion|improvement|decline|drop|fall|decrease|slump|plunge|dip|slide|contraction|advance)"
_THEN = (
    rf"(?: {YEARLY})?(?: (?:[a-z]+ )?{_NOUN}(?: rate)?)?(?: (?:that |which )?(?:it|they|the (?:company|group|firm|[a-z]{{0,12}}maker)) (?:had )?(?:{DID}|seen)| (?:seen|recorded|reported|posted))?"
    r"(?: (?:back )?(?:in|for|during|over|of))? (?:the )?"
)
_LED_TO = re.compile(rf"(?: (?:[a-z]+ )?{_NOUN})?,? to {ABOUT}")
_AT = re.compile(_THEN)
_WORDS = re.compile(rf"{_THEN}(?:(?P<yoy>{YEAR_BEFORE})|(?P<qoq>{QUARTER_BEFORE})|(?P<mom>{MONTH_BEFORE}))(?![a-z'’])")
# `rose 36% YoY (2Q25: +12%)`: a rate labelled with its time, in brackets behind the one of now
_OPENS = re.compile(r" \((?:vs\.? |versus )?$")
_LABEL = re.compile(r" ?: ?")
_FAR = 60  # characters behind such a change, within which it is said of when it is
_LEAD = 60  # characters before it, within which it is set beside
_IN_PERCENT = ("margin", "share")  # how the names of metrics end whose levels are percentages


@once
def grew_then(scan: Scan, amount: Amount) -> Comparand | None:
    """Return the time of which a percentage is that another is set beside: `a drop of more than 24 percent a year ago`."""
    if labelled := labelled_rate(scan, amount):
        return labelled
    low = max(scan.clause(amount.start)[0], scan.amount_before(amount.start), amount.start - _LEAD)
    if amount.kind != "percent" or scan.chinese or not _BESIDE_A.search(scan.text, low, amount.start):
        return None
    if _is_level_of_then(scan, low, amount):
        return None
    end = _past_its_level(scan, amount)
    if words := _WORDS.match(scan.text, end, min(end + 2 * _FAR, scan.sentence.end)):
        against: Against = "yoy" if words["yoy"] else "qoq" if words["qoq"] else "mom"
        return Comparand(words.end(), against, None, None, True)
    for period in scan.periods:
        near = end <= period.start <= end + _FAR and period.scope != "relative"
        if near and _AT.fullmatch(scan.text, end, period.start):
            return Comparand(period.end, "yoy", period, None, True)
    return None


def _past_its_level(scan: Scan, amount: Amount) -> int:
    """Return where a change ends, with the level that it led to: `after a 29.9 per cent decline to Rmb6.4bn in the second quarter`."""
    after = scan.following(amount)
    if after is None or after.kind == "percent" or not _LED_TO.fullmatch(scan.text, amount.end, after.start):
        return amount.end
    return after.end + scan.text.startswith(",", after.end)


def _is_level_of_then(scan: Scan, low: int, amount: Amount) -> bool:
    """Whether a percentage is what a margin or a share came from: `up 18.5%, and the operating margin rose from 3.5% a year earlier to 4.6%`."""
    named = next((m for m in reversed(scan.metrics) if low <= m.start and m.end <= amount.start), None)
    return named is not None and bool(named.metrics) and all(name.endswith(_IN_PERCENT) for name in named.metrics)


def labelled_rate(scan: Scan, amount: Amount) -> Comparand | None:
    """Return the time that labels a rate in brackets, right behind another rate."""
    before = scan.preceding(amount)
    if amount.kind != "percent" or before is None or before.kind != "percent" or scan.chinese:
        return None
    for period in scan.periods:
        if before.end <= period.start and _LABEL.fullmatch(scan.text, period.end, amount.start):
            opens = _OPENS.search(scan.text, before.end, period.start)
            return Comparand(amount.end, "yoy", period, None, True) if opens else None
    return None

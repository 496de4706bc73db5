"""Amounts of a time before that what came is told behind: `18.7%, after 14.2% in June`, `After 14.2% in June, it came to 18.7%`, `which had been 14.2%`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.bases import A_MONTH_AGO, A_QUARTER_AGO, A_YEAR_AGO
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVING, TOLD

_NOUN = r"(?:(?:an? |the )?(?:[a-z]+ ){0,2}(?:loss|profit|income|gain|revenue|sales|margin|inflow|outflow|deficit|figure|growth) of |an? |the )?"
_MONEY = r"(?:[A-Z]{2,3} ?)?[$€£¥]?"
# `the net loss was 4.9 billion yuan, after 5 billion yuan in the second quarter of 2024`
_AFTER = sought(rf"(?<!-)\b(?:[Aa]fter|[Ff]ollowing) (?:{MOVING}(?: by)? )?{_NOUN}{ABOUT}{_MONEY}$")
# `Morgan Stanley had been forecasting revenue of 12.9 billion`
_FORETELLING = r"(?:forecast|expect|project|predict|estimat|guid|target|aim|look|plan|hop|model|anticipat)ing\b"
# `deliveries, which had been 72,056 a year earlier, were 87,071`
_HAD_BEEN = re.compile(
    rf"\b(?:had|having) (?:(?:only|still|already|just|even) )?(?:been|stood at|come (?:in )?(?:to|at)|{TOLD}) (?!{_FORETELLING}){_NOUN}{ABOUT}{_MONEY}$"
)
# what a sentence opens with and sets what it tells beside
_OPENS = re.compile(
    rf"[^\w\n]{{0,4}}(?:(?:But|And|Yet),? )?(?:After|Following|Compared (?:with|to)|Against|Versus|From|(?:Up|Down) from) {_NOUN}{ABOUT}{_MONEY}"
)
_BEHIND = (
    r"(?: (?:units|vehicles|cars|EVs|phones|yuan|euros))?(?: \([^()]{1,24}\))? (?:(?:in|for|during|at|of) )?(?:the )?"
)
_THEN, _AGO = re.compile(_BEHIND), re.compile(rf"{_BEHIND}(?:{A_YEAR_AGO}|{A_QUARTER_AGO}|{A_MONTH_AGO})")
# between a comma and what the sentence tells: no more than whose it is
_SUBJECT = re.compile(r",? (?:(?!(?:and|as|when|while|but|on|by|with|in|to|for|from)\b)[\w'’&.-]+ ){0,5}")
_ALIKE = 5  # times that what came may be of what it came after
_BARE_AFTER = re.compile(
    rf"(?: (?:(?:a|per) share|in the quarter|(?:units|vehicles|cars|phones)(?: [^,;.\d]{{3,40}})?))?,? after {ABOUT}{_MONEY}"
)
_CLOSES = re.compile(r"(?: (?:(?:a|per) share|yuan|euros))?(?:[.;)]|,(?! (?:in|a year|the year|three))|\s*$| and\b)")
_LEAD = 56  # characters before an amount, within which it is said to be one of before


def comes_after(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is the one that another came after, or says what had been: `4.9 billion yuan, after 5 billion yuan in the second quarter of 2024`."""
    low = max(scan.sentence.start, amount.start - _LEAD)
    return bool(_AFTER.search(scan.text, low, amount.start) or _HAD_BEEN.search(scan.text, low, amount.start))


def comes_bare_after(scan: Scan, amount: Amount) -> str | None:
    """Return of which time an amount is that is set behind another of its kind by no more than `after`: `Earnings per share came in at €1.50, after €1.10`.

    What is counted is told by the month, too, and may as well be of the one before.
    """
    before = scan.preceding(amount)
    if scan.chinese or before is None or not _CLOSES.match(scan.text, amount.end):
        return None
    kinds = [("count" if a.kind == "bare" else a.kind, a.currency, a.scaled) for a in (before, amount)]
    low, high = sorted((abs(before.value), abs(amount.value)))
    if kinds[0] != kinds[1] or high >= low * _ALIKE or not _BARE_AFTER.fullmatch(scan.text, before.end, amount.start):
        return None
    return "other" if kinds[0][0] == "count" else "compared"


def opens_with(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence opens with an amount that it sets what follows beside: `Compared with 14.2% in June, the margin was 18.7%`."""
    return bool(_OPENS.fullmatch(scan.text, scan.sentence.start, amount.start))


def told_behind(scan: Scan, amount: Amount) -> Mention | None:
    """Return what a sentence tells behind the amount of a time that it opens with, and which that one is of too."""
    if not opens_with(scan, amount):
        return None
    high = scan.amount_after(amount.end)
    named = (m for m in scan.periods if amount.end <= m.start < high)
    then = next((m.end for m in named if _THEN.fullmatch(scan.text, amount.end, m.start)), None)
    ago = _AGO.match(scan.text, amount.end, high)
    low = then or (ago.end() if ago else None)
    if low is None:
        return None  # `After a 20% tariff in August, gross margin fell`
    told = next((m for m in scan.metrics if low <= m.start and m.end <= high), None)
    return told if told and _SUBJECT.fullmatch(scan.text, low, told.start) else None

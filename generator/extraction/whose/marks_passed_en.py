"""Marks that English says were passed once more, or for the first time: `the fourth month in a row above 200,000`, `gone beyond the 90 trillion-won line`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:th|nd|rd|st))"
_TIMES = r"(?:months?|quarters?|years?|half-years?|weeks?)"
_RUN = r"(?: in a row| running| in succession| straight)"
_AGAIN = rf"{_NTH} (?:(?:straight|consecutive|successive) {_TIMES}|{_TIMES}{_RUN}),?"
# no `in the first quarter it delivered more than`, which is a quarter of the year
_FIRST = rf"(?<!in the )(?<!for the )(?<!of the )\bfirst {_TIMES}(?= (?:that|in which|when|where|it|they|with|above|over|of) )"
# `the fourth month in a row above`, `its second straight month of more than`, `the first month it delivered more than`
_NTH_MONTH = re.compile(
    rf"(?:\b{_AGAIN}|{_FIRST}) (?:[a-z'’]+ ){{0,6}}?"
    r"(?:above|over|beyond|past|more than|topping|exceeding|surpassing|exceeded|topped|surpassed|passed|crossed)(?: the)? $"
)
# `exceeding 30,000 for the fifth month running`, `and more than 40,000 for the second month in a row`
_MONTHS_BEHIND = re.compile(
    rf"(?: (?!and\b|but\b|for\b)[a-z]+){{0,2}},? for (?:the|an?|its|their) {_NTH} (?:(?:straight|consecutive|successive) )?{_TIMES}\b"
)
# `This marks the second time the startup has topped 40,000 vehicles`, `the first time that sales have gone beyond`
_NTH_TIME = sought(
    rf"\b{_NTH} time (?:[\w'’-]+ ){{0,8}}(?:exceed(?:ed|s)?|top(?:ped|s)?|surpass(?:ed|es)?|cross(?:ed|es)?|pass(?:ed|es)?"
    r"|(?:go|goes|gone|went|come|comes|came|climb(?:ed|s)?|rise|rises|risen|rose|been|stood|moved|broken|broke) (?:above|beyond|past|over|through)) (?:over |the )*$",
    re.I,
)
# `the first time that quarterly earnings come to the 20 trillion-won level`
_NTH_REACHED = sought(
    rf"\b{_NTH} time (?:[\w'’-]+ ){{0,8}}(?:reach(?:ed|es)?|hit|hits|attain(?:ed|s)?|(?:come|comes|came|got|gotten|rose|risen|rise) to|arrived? at|touch(?:ed|es)?) the $",
    re.I,
)
LEVEL = re.compile(r"(?:[ -](?:units?|vehicles?|cars?|won|yuan|dollars?|yen|euros?))? (?:mark|line|level|milestone|threshold|barrier|hurdle)\b")  # fmt: skip
_LEAD = 110  # characters before a mark, within which it is said how often it was passed


def passed_again(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is only a mark that was passed once more, or for the first time."""
    low = max(scan.sentence.start, amount.start - _LEAD)
    if _NTH_TIME.search(scan.text, low, amount.start):
        return True
    if LEVEL.match(scan.text, amount.end) and _NTH_REACHED.search(scan.text, low, amount.start):
        return True
    told = scan.preceding(amount)
    if told is None or told.kind not in (amount.kind, "count", "bare") or told.value < amount.value:
        return False
    if amount.bound == "at_least" and _MONTHS_BEHIND.match(scan.text, amount.end):
        return True
    return _NTH_MONTH.search(scan.text, max(low, told.end), amount.start) is not None

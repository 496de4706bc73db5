"""What was expected until now, said by no more than that something else is now: `now expects 8.1 billion euros, up from about 8 billion`."""

from __future__ import annotations

import re

from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.expected.market import MARKET
from generator.extraction.marks.scanning import Scan

# `now expects cash flow of 8 billion to 8.2 billion euros, up from about 8 billion`: what it expected until now
_NOW = re.compile(
    r"\bnow (?:also )?(?:expect|see|forecast|project|anticipat|guid|predict|plan|target|aim|model|pencil|assum|look)"
)
_FROM = re.compile(
    rf"\d[^;\d]{{0,30}},? (?:up|down|(?:raised|lifted|cut|lowered|rather|instead)) (?:from|than|of) {ABOUT}$"
)
# `cut operating expenses to $17 billion this year from $17.5 billion planned`, `instead of the $20 billion it had planned`,
# `forecast 700 billion yen, from 620 billion yen estimated three months ago`, `versus $6.2 billion forecast in July`
_THAN = re.compile(
    rf"\b(?:from|than|versus|vs\.?|against|compared (?:with|to)|instead of|rather than) (?:the |an? )?{ABOUT}$"
)
_FORECAST_THEN = re.compile(
    r"(?: (?:units|vehicles|cars))?,? (?:(?:(?:which|that) )?(?:it|they) )?(?:had )?(?:been )?(?:(?:(?:previously |originally |earlier |initially |first |once )?(?:planned|budgeted|targeted|earmarked|pencill?ed in)(?=[,.;)]|$| and\b| before\b))|(?:estimated|forecast|expected|projected|predicted|guided|targeted|flagged|announced|planned|seen) "
    r"(?:(?:only |just |about )?(?:\w+ )(?:months?|weeks?|quarters?) (?:ago|earlier|before)|earlier(?: this year)?|previously|before|originally|initially|at the (?:start|beginning|end)"
    rf"|(?:back )?(?:in|on|as of) (?:early |late |mid-)?(?:{MONTHS}|spring|summer|autumn|the (?:spring|summer|autumn|previous quarter|last quarter))|last (?:month|quarter|week|{MONTHS})))"
)
_OF_A_TIME = re.compile(
    r"(?: (?:units|vehicles|cars))? (?:(?:in|for|during) (?:the )?(?:\d|fiscal|last|first|second|third|fourth|same|previous|prior|year)|last|a year|the (?:year|previous|prior))"
)
_EXPECTED = r"(?:expect(?:ed|ing)|forecast(?:ing|ed)?|project(?:ed|ing)|predict(?:ed|ing)|guid(?:ed|ing)|target(?:ed|ing)|aim(?:ed|ing)|plann(?:ed|ing)|seen|look(?:ed|ing) for|reckon(?:ed|ing)|anticipat(?:ed|ing)|count(?:ed|ing) on|budget(?:ed|ing)|pencill?ed in|set itself|assum(?:ed|ing)|spoken of|promis(?:ed|ing))"
_TILL_NOW = rf"(?:[Ss]o far|[Uu]ntil (?:now|then|recently|(?:{MONTHS}|spring|summer|autumn|last (?:month|week|quarter)))|[Uu]p to now|[Uu]p until now|[Hh]itherto|[Tt]ill now)"
# `So far the carmaker had expected a margin between 7.5% and 8.5%`, `It had until July forecast`
_HAD_TILL_NOW = re.compile(
    rf"\b{_TILL_NOW},? (?:[\w.&'’-]+ ){{1,6}}?had (?:been )?{_EXPECTED}\b|\bhad,? {_TILL_NOW},? (?:been )?{_EXPECTED}\b"
)
_SINCE = re.compile(r"[;:]|\b(?:now|but|and (?:it|the)|instead)\b")
_MARKETS = re.compile(rf"\b{MARKET}\b")


def was_until_now(scan: Scan, amount: Amount) -> bool:
    """Whether an English sentence tells what a company had expected until now, and nothing that it expects since."""
    low = scan.sentence.start
    had = None if scan.chinese else _HAD_TILL_NOW.search(scan.text, low, amount.start)
    if had is None or _MARKETS.search(had[0]):
        return False
    return not _SINCE.search(scan.text, had.end(), amount.start)


def is_until_now(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what a company that `now` expects another expected before, and of no time before."""
    low = scan.sentence.start
    if _FORECAST_THEN.match(scan.text, amount.end) and _THAN.search(
        scan.text, max(low, amount.start - 40), amount.start
    ):
        return bool(scan.cues_between(low, amount.start, "forecast", "target"))
    led = _FROM.search(scan.text, max(low, amount.start - 60), amount.start)
    return (
        led is not None
        and bool(_NOW.search(scan.text, low, led.start()))
        and not _OF_A_TIME.match(scan.text, amount.end)
    )

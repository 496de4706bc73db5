"""By how much something was above or below what was expected, in English: `a 4-cent earnings beat to $2.31 per share`, `beat estimates by 6 cents`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.market import MARKET
from generator.extraction.marks.scanning import Scan

_BEAT_BY = sought(
    r"\b(?:beat|beats|beating|miss|misses|missed|missing|topp\w+|exceed\w*)\b[^,;.]{0,40}\bby (?:about |around |almost |nearly |over |more than |\(-?)?(?:[$€£][\d.]+ ?[A-Za-z]* and )?$"
    r"|\b(?:fell|falls?|falling) short of [^,;.\d]{0,40}\bby (?:about |around |just )?$"
    r"|\b(?:below|above|ahead of|short of|shy of) (?:[a-z'’]+ ){0,3}(?:estimates?|expectations?|consensus|forecasts?|projections?) by (?:about |around |roughly )?$",
    re.I,
)
# `$0.17 better than the consensus of $0.92`
_BETTER_BY = re.compile(
    r" (?:(?:per|a) share )?(?:better|worse|higher|lower|more|less|above|below|ahead|short)(?: (?:than|of))? (?:the |its )?(?:[\w&'’-]+ ){0,5}(?:consensus|estimates?|expectations?|forecasts?|guidance)\b",
    re.I,
)
# `a 4-cent earnings beat`, `an 11-cent miss`
_A_BEAT = re.compile(
    r"[ -](?:(?:a|per)[ -]share )?(?:(?:earnings|EPS|profit|revenue|sales|bottom-line|top-line) )?(?:(?:beat|miss)(?= (?:to|on|for|and|in|at|as|from)\b|[,.;:)]|$)|surprise\b|shortfall\b)"
)
# `22% lower than analysts had expected`, `20 per cent lower than the ¥311.7 billion average in a poll of analysts`
_APART = r" (?:higher|lower|more|less|better|worse|greater|above|below|ahead of|short of|shy of)(?: than)? "
_FORESAW = r"(?:(?:had|have|has|were|was|on average|also|been) ){0,3}(?:expect|predict|project|anticipat|forecast|estimat|look|hop|model|reckon|brac|pencil)[a-z]*\b"
_THAN_THEY = re.compile(
    rf"{_APART}(?:what )?(?:{MARKET}|Wall Street|the Street) {_FORESAW}"
    rf"|{_APART}(?:the |an? )?(?:about |around )?[A-Z]{{0,3}}[$€£¥]?\d[\d.,]*(?: ?[a-z]+){{0,3}}?(?: a share| per share)? "
    rf"(?:(?:that |which )?(?:{MARKET}|Wall Street|the Street) {_FORESAW}|(?:(?:average|mean|median|consensus)\b[^,;.\d]{{0,50}})?(?:in (?:an? |the )(?:[A-Z\w'’]+ )?(?:poll|survey)|estimates?\b|expectations?\b|forecasts?\b|consensus\b|expected by))"
)
# `30.5 percent higher than the average estimate`
_THAN_EXPECTED = re.compile(
    rf"(?:\s?/\s?[\d.]+ ?%)*{_APART}(?:the |an? |its |our |my |their |original |initial |previous |prior |earlier |own |market |average |consensus |mean |median |[A-Z]\w+['’]?s? |analysts?['’]? |(?:bank|broker|brokerage|house|firm|market|street)['’]?s?['’]? (?:and )?)*(?:estimates?|expectations?|consensus|forecasts?|projections?|expected)\b"
)
_LEAD = 70  # characters before an amount


def is_a_beat(scan: Scan, amount: Amount) -> bool:
    """Whether an amount says how far something was from what was expected."""
    if _BEAT_BY.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start):
        return True
    if amount.kind != "money":
        return False
    return bool(_BETTER_BY.match(scan.text, amount.end) or _A_BEAT.match(scan.text, amount.end))


def is_apart_from_expected(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage says how far something was from what was expected: `22% lower than analysts had expected`."""
    return bool(_THAN_EXPECTED.match(scan.text, amount.end) or _THAN_THEY.match(scan.text, amount.end))

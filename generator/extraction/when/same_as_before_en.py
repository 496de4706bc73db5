"""A level that English says is what it was the year before, told behind a colon: `was unchanged from the previous year: 34.2 billion euros`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.bases import QUARTER_BEFORE, YEAR_BEFORE
from generator.extraction.marks.scanning import Scan

# `on the level of the year before:`, `in line with last year:`, `slightly above the previous quarter:`
_SAME = re.compile(
    r"\b(?:(?:at|on|near|around|close to|about|roughly) (?:about |nearly |roughly |almost )?(?:the|a|its) (?:(?:same|similar|high|low|record|good|weak) )*(?:levels?|pace|rate) (?:of|as(?: in)?)|(?:un|little |hardly |barely |not )changed (?:from|on|against|compared (?:with|to)|versus)|(?:in line|level|flat|even|on (?:a )?par|steady|stable) (?:with|on|from|against)|(?:flat|stable|steady|level|unchanged|constant),? (?:compared (?:with|to)|versus|against|year on year with)|(?:the same|as (?:high|much|many|good|weak|low)) as(?: in)?|similar to|equal to|match(?:ed|es|ing)"
    r"|(?:above|below|over|under|higher than|lower than|more than|less than|up (?:from|on)|down (?:from|on)))"
    rf" (?:that of |those of )?(?:the )?(?i:{YEAR_BEFORE}|{QUARTER_BEFORE})(?:['’]s?(?: levels?| figures?)?)?(?:,? at|:) {ABOUT}$"
)
_REACH = 110  # characters before an amount, within which its clause says so


def is_as_before(scan: Scan, amount: Amount) -> bool:
    """Whether an English level stands behind words that only measure it against that of a time before."""
    told = any(a.kind == amount.kind and a.end <= amount.start for a in scan.amounts)
    if scan.chinese or told:
        return False  # `34.2 billion euros, above the previous year: 31.2 billion euros`
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _REACH)
    return _SAME.search(scan.text, low, amount.start) is not None

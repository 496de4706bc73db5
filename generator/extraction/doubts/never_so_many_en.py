"""How many there never were in a month or a quarter, in English: `in none of its months did they exceed 7,000`, `never more than 7,000 in a month`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.marks_passed_en import LEVEL

_TIME = r"(?:day|week|month|quarter|half-year|half|year)s?"
_MORE = r"(?:(?:more|higher|greater|better|fewer|less|lower) than|above|over|beyond|below|under|as many as|(?:exceed|reach|surpass|pass|top|hit|cross|clear|break|attain|deliver|sell|ship|manage)(?:e?[sd]|p(?:ed|ing)|ing)?(?: (?:more|fewer) than)?|(?:sold|broke|hit|delivered|shipped) (?:more|fewer) than)"
# `the 7,000 of March` is what there was
_MARK = r"(?: (?:even|the mark of|a total of|a mere|around|about))*"
_NEVER = re.compile(
    rf"(?:\b(?:in|during|on|for|at) (?:none of|no|not (?:one|a single)(?: of)?)(?: (?:its|the|these|those|single|one|other))*(?: [a-z]+)? {_TIME}\b|\b(?:not (?:one|a single)|no(?: single)?) {_TIME}\b|\bnone of (?:its|the|these|those)(?: [a-z]+)? {_TIME}\b|\b(?:never|at no (?:time|point)|not once)\b(?!,| a\b| had such))"
    # `Nio had never had such a quarter, with deliveries reaching`, `never a company to rest, said revenue surpassed`
    rf"(?:(?!,? (?:with|as|said|says|when|after|but|and)\b)[^.;:\d]){{0,70}}?\b{_MORE}{_MARK} $",
    re.I,
)
_REACH = 120  # characters before an amount, within which such words begin


def never_reached(scan: Scan, amount: Amount) -> bool:
    """Whether an English amount is one that was never passed: a bound of some span that the words before do not name."""
    if scan.chinese:
        return False
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _REACH)
    line = scan.text.endswith(" the ", low, amount.start) and LEVEL.match(scan.text, amount.end)
    return _NEVER.search(scan.text, low, amount.start - 4 if line else amount.start) is not None

"""The whole company's level that a part's is set beside: `the segment's gross margin was 23.2%, more than Xiaomi's overall margin of 22.8%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

_BESIDE = (
    r"(?:than|above|below|over|under|versus|vs\.?|with|to|against|and|while|of|exceed(?:s|ed|ing)|surpass(?:es|ed|ing))"
)
_OVERALL = re.compile(
    rf"\b{_BESIDE} (?:the |its |[\w.& ]{{2,30}}['’]s? |the [a-z]+['’]s )(?:overall|total|group|groupwide|group-wide|company-wide|companywide|consolidated) (?:(?:gross|operating|net|profit) )?(?:margin|level|rate|figure|average|growth)(?: rate)?(?:,? (?:of|at)|,? which (?:was|is|stood at)) {ABOUT}$"
)
_AS_A_WHOLE = re.compile(
    r" (?:for|at|of) (?:the (?:whole|entire|overall) (?:company|group)\b|(?:the (?:company|group)|[A-Z][\w.&]*(?: [A-Z][\w.&]*)?) (?:as a whole|overall)\b)"
)


def is_of_the_whole_beside(scan: Scan, amount: Amount) -> bool:
    """Whether English says before or behind an amount that it is all of the company's, beside that of a part."""
    if scan.chinese:
        return False
    low = max(scan.sentence.start, amount.start - 110)
    return bool(_OVERALL.search(scan.text, low, amount.start) or _AS_A_WHOLE.match(scan.text, amount.end))

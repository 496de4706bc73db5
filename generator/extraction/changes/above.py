"""Amounts of an earlier time that what came is set above or below: `well above the 10,707 made in June`, `twice the 162,530 it sold a year ago`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.comparand import Comparand, comparand_at
from generator.extraction.marks.scanning import Scan, once

_ABOVE = sought(
    r"\b(?:above|below|ahead of|short of|shy of|behind|under|beat(?:s|ing)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp?(?:s|ed|ing)|(?<!the )top|outpac(?:es?|ed|ing)|eclips(?:es?|ed|ing)|match(?:es|ed|ing)?|missing|overtak(?:es?|ing)|outd(?:o|oes|id|oing)"
    r"|(?:more|less|fewer|higher|lower|better|worse|larger|smaller|bigger) than|doubl(?:e|es|ed|ing)|twice|triple[ds]?|half|(?:a |one )(?:third|quarter|fifth|tenth|fraction)|times) (?:of )?(?=(?:the|its|their|an?) )",
    re.I,
)
_AND = re.compile(r",? and (?=the |its |an? )")
_BACK = 36  # characters before an amount, within which words set another above or below it


@once
def set_above(scan: Scan, amount: Amount) -> Comparand | None:
    """Return the time of an amount that stands behind such words, or is joined to one that does."""
    if scan.chinese:
        return None
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _BACK)
    for words in _ABOVE.finditer(scan.text, low, amount.start):
        if (than := comparand_at(scan, words.end())) and than.tells(amount):
            return than
    last = scan.preceding(amount)
    before = set_above(scan, last) if last is not None and last.kind == amount.kind else None
    on = _AND.match(scan.text, before.end, amount.start) if before else None
    than = comparand_at(scan, on.end()) if on else None
    return than if than and than.tells(amount) else None

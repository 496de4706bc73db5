"""Amounts that something accounts for which is no name of the catalogue: `Mona M03, accounting for 10,000 units`, `Two customers accounted for $15 billion of revenue`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

# `The deliveries included the mass-market car, Mona M03, accounting for over 10,000 units`
_ACCOUNTING = re.compile(
    r"\baccount(?:s|ed|ing) for (?:about |around |over |more than |nearly |some |roughly |only )?$"
)
_STANDS_FOR_A_LINE = re.compile(
    r"\s*(?:(?:and|while|but|of which),? )?(?:(?:it|they|this|that|these|those|which|both|all|each)\b|(?:the|this|that|its) (?:[a-z]+ )?(?:segment|unit|division|business|line|category|region|market|arm)s? )",
    re.I,
)


def is_accounted_for(scan: Scan, amount: Amount, mention: Mention, low: int) -> bool:
    """Whether something accounts for an amount which is no name of the catalogue: `Mona M03, accounting for 10,000 units`, `Two customers accounted for $15 billion of revenue`."""
    start = scan.clause(amount.start)[0]
    part = _ACCOUNTING.search(scan.text, max(low, amount.start - 40), amount.start)
    if part is None or amount.kind == "percent":
        return False
    if amount.kind == "money":
        known = mention.end <= amount.start or _STANDS_FOR_A_LINE.match(scan.text, start)
        return not (known or scan.is_marked(scan.sentence.start, part.start()))
    return not scan.is_marked(start, part.start())

"""The company that the market expects something from, named behind it in English: `Wall Street expects third-quarter sales of $54 billion from Nvidia`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.market_speaks import market_opens
from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

# between an amount and whom it is expected from: `in the quarter from the chipmaker`
_FROM = re.compile(
    r"(?: (?:in|for) (?:the )?[a-z0-9 -]{3,30})? from (?:the )?(?:(?:[a-z-]+ ){0,3}(?:[a-z]*maker|company|group|firm|giant) )?"
)


# `the $0.58 Zacks Consensus EPS Estimate for Amazon`
_ESTIMATE_FOR = re.compile(
    r" (?:[A-Z]\w+ )?(?i:consensus|average|mean|analyst) (?:(?i:EPS|revenue|earnings|sales|profit) )?(?i:estimate|forecast|projection)s? for "
)


def expected_from(scan: Scan, amount: Amount) -> EntityMention | None:
    """Return the company right behind an amount that the market, which is the sentence's subject, expects from it, or that it is an estimate for."""
    if its := next((e for e in scan.entities if _ESTIMATE_FOR.fullmatch(scan.text, amount.end, e.start)), None):
        return its
    if scan.chinese or any(e.start < amount.start for e in scan.entities):
        return None
    behind = next((e for e in scan.entities if _FROM.fullmatch(scan.text, amount.end, e.start)), None)
    return behind if behind and market_opens(scan, amount.start) else None

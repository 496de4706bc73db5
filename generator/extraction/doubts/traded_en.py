"""English money that a company neither took nor spent: buybacks that were only authorised, and what changed hands on an exchange."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.per_share import PER

_AUTHORISED = "what may be spent, not what was"
_TRADED = "what was traded on an exchange, not what a company took"
_LEAD = 90  # characters before an amount, within which a board may act
# `The board authorised a further $110 billion of buybacks`, `approved an additional $60 billion in share repurchases`
_BOARD_ACTS = re.compile(
    r"\b(?:authori[sz](?:es?|ed|ing|ations?)|approv(?:es?|ed|ing|al)|sign(?:s|ed) off(?: on)?|gave (?:the |a )?(?:green light|go-ahead|nod)|green-?li(?:t|ghted)|clear(?:s|ed)|up to|as much as)\b[^;.\d]{0,70}$"
)
# `a $25 billion share repurchase mandate`
_A_MANDATE = re.compile(
    r"(?: (?:in|of|worth of))?(?: (?:its|new|own|further|additional|share|stock|repurchase|buyback|buybacks)){0,4} (?:authori[sz]ations?|mandates?)\b"
)
_DONE = re.compile(
    r"\b(?:bought|repurchased|completed|executed|spent|returned|carried out|finished|conducted)\b[^;.\d]{0,50}$"
)
_QUARTERS = ("quarter", "half", "nine_months", "year")
_INDEX = re.compile(
    r"\b(?:Hang Seng|H-shares|CSI 300|Nikkei|Kospi|DAX|FTSE|S&P|Nasdaq|index|indexes|indices|stocks|bourses?|exchange|points|trading session|gainers|losers|(?:technology|tech|chip|property|mainland|Chinese|consumer|EV) (?:shares|names))\b"
)
_BACK = 220  # characters before `Turnover came to`, within which a text tells of an index


def authorised(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why money beside an English buyback was not spent on one: a board allows it, or somebody may spend as much."""
    if "buyback" not in mention.metrics or not scan.text[mention.start].isascii() or amount.kind != "money":
        return None
    low = max(scan.clause(amount.start)[0], amount.start - _LEAD)
    if _DONE.search(scan.text, low, amount.start):
        return None
    acts = _BOARD_ACTS.search(scan.text, low, amount.start) or _A_MANDATE.match(scan.text, amount.end)
    return _AUTHORISED if acts else None


def traded(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why an English turnover is nobody's revenue: it stands beside a share's price, or behind an index."""
    if scan.text[mention.start : mention.end].lower() != "turnover" or amount.kind != "money":
        return None
    if any(p.scope in _QUARTERS for p in scan.periods):
        return None
    priced = any(
        a.kind == "money" and not a.scaled and not PER.match(scan.text, a.end)
        for a in scan.amounts
        if a.end <= mention.start
    )
    wrap = not scan.entities and _INDEX.search(scan.text, max(0, scan.sentence.start - _BACK), mention.start)
    return _TRADED if priced or wrap else None

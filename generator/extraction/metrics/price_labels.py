"""Prices that a note only labels: `Close HK$373.80 on 14 Aug`, `Price at close on April 2: $166.63`, `Prices as of 15 May: Tencent HK$395, Alibaba US$79.9`."""

from __future__ import annotations

import re

from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_DAY = (
    rf"(?:\d{{1,2}} (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}}|yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri)day)(?:,? 20\d\d)?"
)
# No `Price: HK$499`, which may be a phone's: the label names a close, or a day.
_LABEL = re.compile(
    rf"\s*(?:[•*–-]\s*)?(?P<label>(?:Last |Latest )?(?:[Ss]hare |[Ss]tock )?(?:[Cc]los(?:e|ing price)|[Pp]rices? (?:at|as of|on|as at) (?:(?:the )?close(?: (?:on|of))?|{_DAY}))(?: (?:on|of|at|as of|,)?\s?{_DAY})?)(?::| (?=[A-Z]{{0,3}}[$€£¥\d]))"
)

# `Target price: CNY380  Price (30 October close): CNY305.7`: one of several labels in a line
_BRACKETED_DAY = re.compile(
    r"(?<![\w-] )(?<![\w-])(?P<label>(?:Share |Stock |Closing |Last |Current )?[Pp]rice,? \((?:(?:[Cc]lose|[Cc]losing)(?: price)?,? )?(?:(?:as )?(?:at|of|on) )?\d{1,2} [A-Z][a-z]{2,8}\.?(?: 20\d\d)?(?:,? (?:close|closing))?\)):? $"
)
# beside which a bare `Price (29 October)` is a share's, and no product's
_RATED = re.compile(
    r"\b(?:[Tt]arget [Pp]rice|[Pp]rice [Tt]arget|TP|PT|Target:|[Rr]ating|[Rr]ecommendation|[Uu]pside|[Ff]air [Vv]alue)\b|\b[Tt]arget(?= ?[:(])"
)
_BESIDE = 120  # characters around such a label, within which a rating stands
_LEAD = 60  # characters before an amount, within which its label stands


def labelled_price(scan: Scan, amount: Amount) -> tuple[int, int, str | None] | None:
    """Return where a label says that an amount is a price, and the company that is named right before it in a row of such."""
    if bracketed := _BRACKETED_DAY.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start):
        around = max(0, bracketed.start() - _BESIDE), amount.end + _BESIDE
        sure = bracketed["label"].startswith(("Share", "Stock")) or _RATED.search(scan.text, *around)
        return (*bracketed.span("label"), None) if sure else None
    label = _LABEL.match(scan.text, scan.sentence.start, scan.sentence.end)
    if label is None or label.end() > amount.start:
        return None
    between = scan.text[label.end() : amount.start]
    if not between.strip(" "):
        return (*label.span("label"), None)
    owner = next((e for e in reversed(scan.entities) if e.end + 1 == amount.start and e.start >= label.end()), None)
    return (owner.start, owner.end, owner.entity) if owner else None

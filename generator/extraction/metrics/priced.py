"""Prices of shares that English tells by a verb, and no metric: `shares closed at $9.85`, `cut its target to HK$95`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.put_by_brokers import put_by_broker
from generator.extraction.metrics.targeted import targeted
from generator.extraction.metrics.valued import valued
from generator.settings.catalogue import Catalogue

_NEAR = 160  # characters before a price, within which it is said whose it is
# `Buy rating and target price of HKD 100 compared to the current price of HKD 80.15`, `$170, a premium of 17% over the intraday price of`
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri)day|yesterday|today)"
_NOW = re.compile(
    r"\b(?:target price|price (?:target|objective)|target|TP|PT)s?\b(?:[^.;]|\.(?=\d)){0,130}?"
    rf"\b(?P<word>(?:(?:current|latest|last|present|prevailing|intraday|market|trading|{_DAY}['’]s)(?: (?:share|stock|market|trading|intraday|closing))?|(?:stock|shares?)['’]s?(?: (?:current|last|market))?) price)(?: (?:on )?{_DAY})? (?:of|at|was|is) (?:about |around |roughly )?$"
)
# `repurchased 2 million shares at an average price of HK$18.20`
_SHARES_AT = re.compile(r"\b(?:[Ss]hares?|ADSs?|ADRs?|stock)\b[^.;]{0,40} (?:at|for) an? (?:[a-z]+ )?$")


def of_shares(scan: Scan, mention: Mention) -> bool:
    """Whether an average price is what shares were bought or sold at, and no product's."""
    low = max(scan.sentence.start, mention.start - 60)
    return mention.metrics[:1] == ("asp",) and bool(_SHARES_AT.search(scan.text, low, mention.start))


def priced(scan: Scan, amount: Amount, catalogue: Catalogue) -> tuple[str, Mention] | None:
    """Return what all shares are worth, or one is to a broker or now, where a verb says so and no metric."""
    if amount.kind != "money" or scan.chinese:
        return None
    if amount.scaled:
        worth = valued(scan, amount)
        return ("market_cap", worth) if worth else None
    if target := targeted(scan, amount, catalogue) or put_by_broker(scan, amount, catalogue):
        return "target_price", target
    now = price_now(scan, amount)
    return ("share_price", now) if now else None


def price_now(scan: Scan, amount: Amount) -> Mention | None:
    """Return the words that say of an amount set beside a target price that it is the price of now."""
    now = _NOW.search(scan.text, max(scan.sentence.start, amount.start - _NEAR), amount.start)
    return Mention(*now.span("word"), ("share_price",)) if now else None

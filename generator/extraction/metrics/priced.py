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
_WHOSE = r"(?:its|the|their|his|her|an?|new|median|average|mean|consensus|[- ]month|[- ]year)"
_NOW = re.compile(
    rf"\b(?:target price|price (?:target|objective)|TP|PT|(?P<bare>{_WHOSE} target(?= (?:price )?(?:(?:on|for) [A-Z]\w+ )?(?:to|of|at|from|is|was) (?:[A-Z]{{0,3}}[$€£¥]|HKD |USD )?\d)))s?\b(?:[^.;]|\.(?=\d)){{0,130}}?"
    rf"\b(?P<word>(?:(?:current|latest|last|present|prevailing|intraday|market|trading|{_DAY}['’]s)(?: (?:share|stock|market|trading|intraday|closing))?|(?:stock|shares?)['’]s?(?: (?:current|last|market))?) price)(?: (?:on )?{_DAY})? (?:of|at|was|is) (?:about |around |roughly )?$"
)
# `the YU7, whose current price`, `the car's last price`
_OF_A_THING = re.compile(r"\bwhose $|(?P<owner>[\w)]+)['’]s? $")
_ALIKE = 5  # times a target, or a part of it, from which on a price is no share's that it is put on
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
    if now is None or _is_a_things(scan, now.start("word")):
        return None
    targets = [a.value for a in scan.amounts if a.kind == "money" and now.start() <= a.start < now.start("word")]
    alike = [value for value in targets if value / _ALIKE < amount.value < value * _ALIKE]
    return Mention(*now.span("word"), ("share_price",)) if alike or not (targets or now["bare"]) else None


def _is_a_things(scan: Scan, at: int) -> bool:
    """Whether a price is that of a thing: `the YU7, whose current price`, `the car's last price`, but `Xiaomi's current price`."""
    owned = _OF_A_THING.search(scan.text, max(scan.sentence.start, at - 30), at)
    stock = owned and owned["owner"] in ("stock", "share", "shares", "company", "group", "firm")
    return bool(owned and not stock and not any(e.start <= owned.start() < e.end + 1 for e in scan.entities))

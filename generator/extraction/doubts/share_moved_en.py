"""English profits between which and an amount a share is spoken of, that moved so far, or to so much: `Profit rose, but the stock was crushed, sinking 9% to HK$72.10`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.per_share import PER
from generator.extraction.metrics.quoted_words import MOVES, SHARE
from generator.extraction.metrics.share_aside_en import in_aside
from generator.extraction.whose.shares_moved import HOW_FAR

PRICE = "a share's price, and no earnings of it"
_BY = re.compile(rf"\b{MOVES}(?: (?:by|as much as|up to|a further|another|more than))* ?{ABOUT}$")
_TO = re.compile(rf"\b{MOVES}\b[^;]{{0,60}} (?:to|at|near|below|above|around) {ABOUT}$")
# `profit available to holders of common stock`, `earnings per diluted share`: no share that moves
_OF = re.compile(r"\b(?:per|to|of|for|an?|each|every|in|on)(?: (?!(?:its|their)\b)[A-Za-z(-]+){0,3}[ (]{1,2}$")
_BACK = 160  # characters before an amount, within which the share stands


def as_shares_moved(scan: Scan, amount: Amount, mention: Mention) -> str | None:
    """Return why an amount is of no profit named before it: a share stands between, and no other metric."""
    told = mention.any_profit or any(name.endswith(("profit", "eps", "revenue")) for name in mention.metrics)
    small = amount.kind == "money" and not amount.scaled and not PER.match(scan.text, amount.end)
    if scan.chinese or not told or mention.end > amount.start or not (small or amount.kind == "percent"):
        return None
    low = max(mention.end, amount.start - _BACK)
    shares = list(SHARE.finditer(scan.text, low, amount.start))
    share = shares[-1] if shares else None
    if share is None or _OF.search(scan.text, max(scan.sentence.start, share.start() - 40), share.start()):
        return None
    if any(share.end() <= m.start < amount.start for m in scan.metrics) or in_aside(scan, share.span(), amount):
        return None
    form = _TO if small else _BY
    if not form.search(scan.text, share.end(), amount.start):
        return None
    return PRICE if small else HOW_FAR

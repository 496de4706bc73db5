"""A share that English turned to behind a metric, and that moved so far, or to so much: `Profit rose, but the stock was crushed, sinking 9% to HK$72.10`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.per_share import PER
from generator.extraction.metrics.quoted_words import MOVES, SHARE
from generator.extraction.metrics.share_aside_en import in_aside

HOW_FAR = "how far shares moved"
PRICE = "a share's price, and no earnings of it"
_BY = re.compile(rf"\b{MOVES}(?: (?:by|as much as|up to|a further|another|more than))* ?{ABOUT}$")
_TO = re.compile(rf"\b{MOVES}\b[^;]{{0,60}} (?:to|at|near|below|above|around) {ABOUT}$")
# `profit available to holders of common stock`, `earnings per diluted share`: no share that moves
_OF = re.compile(r"\b(?:per|to|of|for|an?|each|every|in|on)(?: (?!(?:its|their)\b)[A-Za-z(-]+){0,3}[ (]{1,2}$")
_A_STOCK = re.compile(
    r"(?:['’]s?|\b[Tt]he|\b[Ii]ts|-listed) (?:[A-Z][\w-]+ )?(?:shares|stock)\b(?! (?:re|buy|comp|option|out|base|split|award|grant|sale|issu|offer))"
)
_FAR = 160  # characters before a percentage, within which its sentence may have turned to a share


def turned_to_a_share(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether a sentence turned to a share behind a metric, and to no other since: `Following the earnings report, AMD's stock was volatile, dropping by 4% before ending 2% down`."""
    told = list(_A_STOCK.finditer(scan.text, max(mention.end, amount.start - _FAR), amount.start))
    return bool(told) and _is_still_of(scan, told[-1], amount)


def as_shares_moved(scan: Scan, amount: Amount, mention: Mention) -> str | None:
    """Return why an amount is of no profit named before it: a share stands between, and no other metric."""
    told = mention.any_profit or any(name.endswith(("profit", "eps", "revenue")) for name in mention.metrics)
    small = amount.kind == "money" and not amount.scaled and not PER.match(scan.text, amount.end)
    if scan.chinese or not told or mention.end > amount.start or not (small or amount.kind == "percent"):
        return None
    low = max(mention.end, amount.start - _FAR)
    shares = list(SHARE.finditer(scan.text, low, amount.start))
    share = shares[-1] if shares else None
    if share is None or _OF.search(scan.text, max(scan.sentence.start, share.start() - 40), share.start()):
        return None
    if not _is_still_of(scan, share, amount):
        return None
    form = _TO if small else _BY
    if not form.search(scan.text, share.end(), amount.start):
        return None
    return PRICE if small else HOW_FAR


def _is_still_of(scan: Scan, share: re.Match[str], amount: Amount) -> bool:
    """Whether an amount behind a share is told of it: no metric is named since, and the share stands in no aside."""
    since = any(share.end() <= m.start < amount.start for m in scan.metrics)
    return not (since or in_aside(scan, share.span(), amount))

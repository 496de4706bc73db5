"""Losses and earnings that are no profit of the company's: of what it sold or held, of those whom it owns a part of, or of people."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.terms import NO_METRIC

_LOST_SALES = re.compile(r" (?:in|of) (?:[\w-]+ ){0,3}(?:revenues?|sales)\b")
# `excluding non-recurring gains and losses`, `an investment loss of $1.1 billion`
# What is lost by a cause, or of something, is no loss of the company's: `in line with the tariff loss estimates of rivals like Ford ($1.5 billion)`
_NOT_NET = (
    "gains and ", "recurring profits and ", "recurring profit and ", "gains or ", "investment ", "exchange ", "impairment ", "valuation ", "one-time ", "one-off ", "tariff ", "currency ",
    "forex ", "FX ", "credit ", "loan ", "fair value ", "fair-value ", "inventory ", "disposal ", "hedging ", "derivative ", "derivatives ",
    "translation ", "catastrophe ", "storm ", "hurricane ", "flood ", "fire ", "insurance ", "insured ", "underwriting ", "pension ", "tax ",
    "litigation ", "goodwill ", "unrealized ", "unrealised ", "paper ", "job ", "share ", "value ", "market value ", "data ", "power ", "revenue ",
    "sales ", "other ", "production ", "output ", "volume ", "customer ", "subscriber ", "trading ",
)  # fmt: skip
# `The loss on disposal of subsidiaries`, `losses from equity-method investments`, `losses of associates`
_ON_WHAT = re.compile(
    r" (?:on|from|of|in|arising from|related to) (?:the |its |our |an? )?(?:[a-z-]+ ){0,3}?(?:disposals?|sale|sales of|investments?|investees|associates|affiliates|joint ventures|derivatives|securities|revaluation|remeasurement|extinguishment|foreign exchange|currency|currencies|impairments?)\b"
)
# `a profit of 6 billion yuan for associated companies and joint ventures`
_OF_OTHERS = re.compile(
    r"(?: of [A-Z$€£¥]{0,4} ?[\d.,]+(?: ?(?:[mb]illion|trillion|bn|m))?(?: (?:yuan|won|yen|euros?|dollars|RMB|US dollars))?(?: \([^()]{1,24}\))?)? (?:for|from|of|by) (?:the |its |our )?(?:associate[sd]? (?:companies|firms)|associates|affiliates|joint ventures|investees|equity[- ]method)\b"
)
# `The share of results of equity investees was a loss of`, `Equity in earnings of affiliates was a loss of`
_OF_INVESTEES = re.compile(
    r"\b(?:[Ss]hares? (?:of|in)|[Ee]quity in) (?:the |net |its )*(?:results?|losses|loss|profits?|earnings|income)(?: ?(?:/|and|or|,) ?\(?(?:loss(?:es)?|profits?|earnings)\)?)? (?:of|from|in) [^,;.\d]{3,60}$"
)
# `The share adds to its losses of the day and is down to $178`, `extended losses`: of its price
_OF_PRICE = re.compile(
    r"\b(?:add(?:s|ed|ing)? to|extend(?:s|ed|ing)?|widen(?:s|ed|ing)?|deepen(?:s|ed|ing)?|par(?:es|ed|ing)|trim(?:s|med|ming)?|eras(?:es|ed|ing)|recoup(?:s|ed|ing)?|recover(?:s|ed|ing)?(?: from)?) (?:some |all |most )?(?:of )?(?:its |their |the |early |earlier |recent |some |those |this |[a-z]+day's )*$"
)
_OF_THE_DAY = re.compile(r" (?:of|on) (?:the (?:day|session)|(?:Mon|Tues|Wednes|Thurs|Fri)day)\b")
_STOCK = re.compile(r"\b(?:[Ss]hares?|[Ss]tocks?|ADRs?|ADSs?)\b")
# `more than 3 million content creators earning income`: what others earn
_EARNERS = re.compile(r"\b[a-z]+s (?:who (?:are|were) )?(?:now |already |actively )?$")
_SHARE_OF = ("hare of ", "hare of net ", "hares of ", "quity in ", "quity in net ")
_SET_BESIDE = re.compile(r"\b(?:compared (?:to|with)|from|versus|vs\.?|against) (?:an? |the )?$")
_BEFORE_TAX = re.compile(r"\bbefore (?:income )?tax(?:es|ation)?\b|\bpre-?tax\b", re.I)
# 前三季度财务费用转变为超过70亿元的净收益: what a company took in on its cash
_NET_GAIN = "净收益"
_ON_CASH = re.compile("(?:财务(?:费用|成本|收支)|汇兑|理财|利息)(?:(?!净利|收入|营收|公司|。).){0,40}$")
_BACK = 90  # characters before a loss, within which it is said whose results are shared


def without_other_losses(mentions: list[Mention], text: str, start: int) -> list[Mention]:
    """Leave out the loss of `an $8 billion loss in H20 revenue`; a loss on what is held, or of others, is no metric's."""
    kept = [
        m for m in mentions
        if not (m.any_profit and m.loss and (_LOST_SALES.match(text, m.end) or text.endswith(_NOT_NET, 0, m.start)))
    ]  # fmt: skip
    kept = [replace(m, metrics=(NO_METRIC,)) if _is_of_else(m, text, start) else m for m in kept]
    return [replace(m, metrics=(NO_METRIC,)) if _is_before_tax(m, kept, text, start) else m for m in kept]


def _is_before_tax(mention: Mention, mentions: list[Mention], text: str, start: int) -> bool:
    """Whether a plain profit or loss is set beside one before tax: `a profit before tax of 11.3 billion, compared to a loss of 1.4 billion`."""
    if not mention.any_profit or not _SET_BESIDE.search(text, max(start, mention.start - 30), mention.start):
        return False
    before = [m for m in mentions if m.end <= mention.start and m.metrics]
    return (
        bool(before) and before[-1].nothing and _BEFORE_TAX.search(text, before[-1].start, before[-1].end) is not None
    )


def _is_of_else(mention: Mention, text: str, start: int) -> bool:
    """Whether a profit or loss that is not said to be the company's is of those whom it owns a part of, or was made on something."""
    if text.startswith(_NET_GAIN, mention.start):
        return _ON_CASH.search(text, max(start, mention.start - _BACK), mention.start) is not None
    if not mention.any_profit or not text[mention.start].isascii():
        return False
    if mention.loss and _is_of_price(mention, text, start):
        return True
    earned = text[mention.start : mention.end] == "earning" and text.startswith(
        (" income", " money", " revenue"), mention.end
    )
    if earned and _EARNERS.search(text, max(start, mention.start - _BACK), mention.start):
        return True
    shared = text.endswith(_SHARE_OF, start, mention.start)
    low = max(start, mention.start - _BACK)
    return (
        shared
        or (mention.loss and bool(_ON_WHAT.match(text, mention.end)))
        or bool(_OF_OTHERS.match(text, mention.end))
        or bool(_OF_INVESTEES.search(text, low, mention.start))
    )


def _is_of_price(mention: Mention, text: str, start: int) -> bool:
    """Whether losses are of a share's price: what a sentence on shares says that they widened, or that they are of a day."""
    widened = _OF_PRICE.search(text, max(start, mention.start - _BACK), mention.start)
    day = _OF_THE_DAY.match(text, mention.end)
    return bool(widened or day) and bool(_STOCK.search(text, max(start, mention.start - _BACK), mention.start))

"""Prices of shares that English tells by a verb: `shares closed at $9.85`, `cut its target to HK$95`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.towards import TO
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_NEAR = 110  # characters before a price, within which it is said whose it is
# `Shares were last at HK$28.55`, `the stock traded around $306`; yesterday's close is of another day than the text's
_QUOTED = re.compile(
    r"\b(?P<word>[Ss]hares|[Ss]tock|ADRs|ADSs)\b(?: (?:of|in) [A-Z][\w.-]*)?(?: (?:were|was|have been|had been))?(?: (?:last|recently|most recently|currently))?"
    r"(?: (?:closed|ended|finished|settled|traded|trading|trade|changing hands|changed hands|opened|quoted)(?: (?:up|down|higher|lower|flat|(?:on )?[A-Z][a-z]+day)(?: (?:by )?[\d.]+ ?(?:%|per ?cent|pct))?)?)? (?:at|around|near) (?:about )?$"
)
# `shares are up 3.1% to $476.78`
_MOVED_TO = re.compile(
    r"\b(?P<word>[Ss]hares|[Ss]tock|ADRs|ADSs)\b(?: (?:of|in) [A-Z][\w.-]*(?: [A-Z][\w.-]*)?| [\[(][^\[\]()]{2,24}[\])])?(?: (?:were|was|are|is))?(?: [a-z]+){1,3},? (?:by )?(?:about |nearly |more than |over )?[\d.]+ ?(?:%|per ?cent|pct)"
    rf"{TO}$"
)
# `shares were down 6.6% after-hours, trading at $155.01`, `the stock was up 1.2% at $175.40`
_TRADING_AT = re.compile(
    r"\b(?P<word>[Ss]hares|[Ss]tock|ADRs|ADSs)\b(?: (?:of|in) [A-Z][\w.-]*(?: [A-Z][\w.-]*)?)?"
    r"(?: (?:was|were|is|are|have been|had been))?(?: (?:[a-z]+ly|[a-z]+ed|fell|rose|slid|sank|leapt|fallen|risen|up|down|higher|lower|sliding|falling|rising)){1,4}(?: by)?(?: about| nearly| more than| over| as much as)? [\d.]+ ?(?:%|per ?cent|pct)"
    r"(?: (?:in |during )?(?:(?:extended|pre-?market|after-?market|after-?hours|late|early|morning|afternoon|overnight|regular|Wednesday|Thursday|Friday|Monday|Tuesday)[ -]?)+(?:trading|trade|session)?)?"
    r"(?:,? (?:trading|to trade|changing hands|closing|ending|quoted|to close|to end|to finish|finishing)(?: the (?:day|session|week))?)? at (?:about |around )?$"
)
# `Baidu was trading down 4.6 percent at HKD82.15`, `NFLX closed Tuesday's trading at $525.42`, `compared to the current price of HKD 80.15`
_TRADED = re.compile(
    r"\b(?:was|is|were|are) (?P<word>trading|quoted|changing hands)(?: (?:up|down|higher|lower)(?: (?:by |about |nearly |more than )?[\d.]+ ?(?:%|per ?cent|pct))?)? at (?:about |around )?$"
    r"|\b(?P<word2>closed|ended|finished) (?:(?:the|[A-Z][a-z]+day(?:['’]s)?) )?(?:trading|session|day) (?:up |down |higher |lower )?at (?:about |around )?$"
    r"|\btarget price\b[^.;]{0,60}\b(?P<word3>current (?:share |stock )?price) (?:of|at) $"
)
_TARGET = re.compile(
    r"\b(?:rais|lift|lower|cut|trim|slash|hik|boost|reduc|adjust|increas|set|maintain|reiterat|keep|kept)\w* (?:its|their|the|his|her|a)(?: (?!price)\w+)? (?P<word>target)(?: (?:on|for) [^,;.\d]{2,40})? (?:to|at|of) $"
)

# `Baidu's US-listed stock has climbed 38% in 2025, valuing it at about $40 billion`
_VALUES = re.compile(
    r"\b(?:[Ss]hares?|[Ss]tock|ADRs?|ADSs?)\b[^.;]{0,90}\b(?P<word>(?:valuing|values|giving|gives|leaving|puts|putting|lifting|taking) (?:it|the (?:company|group|firm|[a-z]*maker|retailer)|[A-Z]\w+) (?:at|(?:(?:with )?an? |to an? )?(?:market )?(?:value|valuation|capitali[sz]ation) of)) (?:about |around |roughly |nearly |over |more than |some |just |under )*$"
)
# `repurchased 2 million shares at an average price of HK$18.20`
_SHARES_AT = re.compile(r"\b(?:[Ss]hares?|ADSs?|ADRs?|stock)\b[^.;]{0,40} (?:at|for) an? (?:[a-z]+ )?$")


def values_shares(scan: Scan, amount: Amount) -> re.Match[str] | None:
    """Return the words that say what all shares are worth: `Its stock has climbed 38%, valuing it at about $40 billion`."""
    return _VALUES.search(scan.text, max(scan.sentence.start, amount.start - _NEAR), amount.start)


def of_shares(scan: Scan, mention: Mention) -> bool:
    """Whether an average price is what shares were bought or sold at, and no product's."""
    low = max(scan.sentence.start, mention.start - 60)
    return mention.metrics[:1] == ("asp",) and bool(_SHARES_AT.search(scan.text, low, mention.start))


def priced(scan: Scan, amount: Amount) -> tuple[str, Mention] | None:
    """Return the price of a share, or what a broker thinks it worth, where a verb says so and no metric."""
    low = max(scan.sentence.start, amount.start - _NEAR)
    if amount.kind == "money" and amount.scaled:
        values = values_shares(scan, amount)
        return ("market_cap", Mention(*values.span("word"), ("market_cap",))) if values else None
    if amount.kind != "money" or amount.scaled:
        return None
    for metric, form in (
        ("share_price", _QUOTED),
        ("share_price", _MOVED_TO),
        ("share_price", _TRADING_AT),
        ("target_price", _TARGET),
    ):
        if said := form.search(scan.text, low, amount.start):
            return metric, Mention(*said.span("word"), (metric,))
    if traded := _TRADED.search(scan.text, low, amount.start):
        return "share_price", Mention(*traded.span(traded.lastgroup or 0), ("share_price",))
    return None

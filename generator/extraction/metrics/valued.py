"""What all shares of a company are worth, where no metric says so: `which values the company at HK$154.8 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.quoted import quoted

_NEAR = 110  # characters before a value, within which it is said whose it is
# `Baidu's US-listed stock has climbed 38% in 2025, valuing it at about $40 billion`, `At Tuesday's close, Li Auto is worth HK$150 billion`
_VALUES = re.compile(
    r"\b(?P<word>(?:valuing|values?|valued|giv(?:ing|es?)|gave|leav(?:ing|es)|left|puts?|putting|lift(?:ing|s|ed)|tak(?:ing|es)|push(?:ing|es|ed)) (?:it|the (?:(?:[A-Z]\w+|[a-z]+)(?:-based)? )?(?:company|group|firm|[a-z]*maker|retailer|giant|bank)|[A-Z][\w.]*(?: [A-Z][\w.]*)?) (?:at|worth|(?:(?:with )?an? |to an? )?(?:stock )?(?:market )?(?:value|valuation|capitali[sz]ation) of)"
    r"|(?:taking|takes|took|lift(?:ing|s|ed)|push(?:ing|es|ed)|bring(?:ing|s)|brought|cut(?:ting|s)?|reduc(?:ing|es|ed)) (?:its|the (?:company|group|firm|[a-z]*maker)['’]s|[A-Z][\w.]*['’]s) (?:market |stock market )?(?:value|valuation|worth) to"
    r"|(?P<is>(?:is|was|are|were)(?: now| currently| still| thus)? (?:valued at|worth)))(?: (?:about|around|roughly|approximately|nearly|almost|close to|over|more than|some|just|under|less than|well))* $"
)
# what makes a value the market's
_MARKET = re.compile(r"\b(?:[Ss]hares?|[Ss]tock|ADRs?|ADSs?|[Cc]lose|[Mm]arket|bourse)\b")
_ON_EXCHANGE = re.compile(r" (?:on|in|by) (?:the )?(?:stock (?:exchange|market)|bourse|market|Nasdaq|Wall Street)\b")
# `The rise left the company worth HK$1.2 trillion`, `At that price, Li Auto is worth`: behind a price
_BY_A_MOVE = re.compile(
    r"\s*(?:(?:The|That|This) (?:[a-z'’-]+ ){0,2}?(?:rise|fall|move|gain|drop|decline|jump|rally|climb|surge|slide|slump|sell-?off|rout|advance|increase|decrease|loss|plunge|tumble|rebound)s? |(?:[Aa]t|[Oo]n) (?:that|this|the (?:current|latest|closing)) (?:price|level|close|rate)s?, )"
)
# `That takes the company's value to`, behind how far its shares moved
_BY_THAT = re.compile(
    r"\s*(?:That|This|It|Which|The [a-z]+) (?:has |had |would )?(?:now )?(?:tak|took|lift|push|br|cut|reduc|valu|giv|gave|leav|left|put)"
)
# and what makes it none of a market's: `a tender offer valued it at $500 billion`
_OF_DEAL = re.compile(
    r"\b(?:deals?|offers?|bids?|takeovers?|buyouts?|funding|rounds?|IPO|listings?|flotation|float|financing|investments?|acquisitions?|acquire|spin-?off|mergers?|tender|privat\w+|stake|could|would|might|if)\b"
)
_COMPANY = re.compile(r"\b(?:[Ii]t|company|group|firm|[a-z]*maker|giant|retailer|bank) $")


def valued(scan: Scan, amount: Amount) -> Mention | None:
    """Return the words that make an amount a market value."""
    said = values_shares(scan, amount)
    return Mention(*said.span("word"), ("market_cap",)) if said else None


def values_shares(scan: Scan, amount: Amount) -> re.Match[str] | None:
    """Return the words that say what all shares are worth: `Its stock has climbed 38%, valuing it at about $40 billion`."""
    start = scan.sentence.start
    said = _VALUES.search(scan.text, max(start, amount.start - _NEAR), amount.start)
    if said is None or _OF_DEAL.search(scan.text, start, said.start()):
        return None
    if said["is"] and not _is_of_company(scan, said.start()):
        return None  # `The contract is worth $2.1 billion`
    by_market = _MARKET.search(scan.text, max(start, said.start() - _NEAR), said.end())
    if _BY_THAT.match(scan.text, start):
        before = (max(0, start - _NEAR), start)
        if _OF_DEAL.search(scan.text, *before):
            return None  # `A funding round closed on Monday. That values the company at`
        by_market = by_market or _MARKET.search(scan.text, *before)
    by_market = by_market or _ON_EXCHANGE.match(scan.text, amount.end) or _BY_A_MOVE.match(scan.text, start)
    return said if by_market or any(quoted(scan, a) for a in scan.amounts if a.end <= said.start()) else None


def _is_of_company(scan: Scan, at: int) -> bool:
    """Whether a company stands right before an offset."""
    named = any(e.end + 1 == at for e in scan.entities)
    return named or bool(_COMPANY.search(scan.text, scan.sentence.start, at))

"""What a broker thinks a share is worth, told by no more than who, and how much: `Goldman Sachs went to $140 from $182`, `Nomura goes to Neutral and HK$38`."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.led_to_price import MOVE, TRADE
from generator.extraction.vocabulary import words
from generator.settings.catalogue import Catalogue

_NEAR = 90  # characters between a broker and its price
_SPOKEN = 320  # characters before a sentence, within which the text speaks of price targets
# No verb decides: one word that may be any, among those that name nothing.
_WORDS = (
    r"(?:analysts?|also|now|still|only|then|again|even|meanwhile|up|down|back|it|them|its|their|the|shares?|stock|fair|value|valuation|rating|call|view|target|price|number"
    r"|from|to|at|on|with|of|and|for|is|are|has|have|had|was|were|been|a|an|at|new|old|good|worth|most|more|bullish|bearish|optimistic|pessimistic|cautious|of them|by contrast|[a-z]+ly)"
)
_LEADS = re.compile(r"(?:[ ,:)](?:to|at|on|with|and|has|have|had|of|for|is|was|worth|by)|[,:)]) $")
_ASIDE = r"(?:, (?:which|who|at|still|long|now|among|more|less|one) [^,;\d]{3,60},)?"
# `from $182`, `(HK$54)`, `, up from`: what stands behind a price and says nothing of what it is
_ENDS = re.compile(
    r"[.,;)]|$| (?:\(|from|and|but|while|previously|on (?:the|its)|for (?:the|its) (?:stock|share)|a share|per share|before|earlier)"
)
_TARGETS = re.compile(
    r"\b(?:targets(?! (?:of )?(?-i:[\d$€£¥A-Z]))|price (?:target|objective)|target price|TP\b|target (?:to|of|at) [A-Z]{0,3}[$€£¥]|fair value)",
    re.I,
)
# `looks for $1.41`: earnings by the share are of about that size
_BY_SHARE = re.compile(r"\b(?:EPS|dividends?|earnings|(?:per|a) share|tariffs?|subscription|fees?)\b")
# `The boost to $28 from $20 comes after`: what a broker did with the target that the text spoke of last
_MOVED_IT = re.compile(
    r"\s*(?:The|That|This) (?:[a-z]+ ){0,2}(?P<what>boost|increase|raise|hike|lift|cut|reduction|trim|change|revision|adjustment|move)(?: from (?:[A-Z]{0,3} ?[$€£¥])[\d,.]+)? to $"
)
_OF_WHAT = re.compile(r"(?: from [A-Z]{0,3} ?[$€£¥][\d,.]+)? (?:(?:in|of) |(?:a|per) (?!share\b))")
_DEALS = re.compile(
    r"\b(?:buys?|bought|sells?|sold|pa(?:ys|id)|charg\w+|owns?|owned|hold(?:s|ing)?|held|earn\w+|lost|invest\w+)\b(?! (?:rating|call)\b)"
)

# `raised its target on Dec. 12, a day after Cantor had gone to $225`: on a day that is not told
_ANOTHER_DAY = re.compile(r"\b(?:days?|weeks?|months?) (?:after|before|earlier than) $")


def is_old_price(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is the target that a broker moved from, told by the noun: `The boost to $28 from $20`."""
    to = scan.preceding(amount)
    at_once = to is not None and scan.text[to.end : amount.start] == " from "
    return bool(at_once and to and _MOVED_IT.fullmatch(scan.text, scan.sentence.start, to.start))


def put_by_broker(scan: Scan, amount: Amount, catalogue: Catalogue) -> Mention | None:
    """Return a broker's price for a share as a mention right before it, in a text that speaks of such prices."""
    if moved := _moved_to(scan, amount):
        return moved
    house = next((e for e in reversed(scan.entities) if e.end <= amount.start), None)
    if house is None or catalogue.company_kind(house.entity) != "broker" or amount.start - house.end > _NEAR:
        return None
    between = scan.text[house.end : amount.start]
    if _ANOTHER_DAY.search(scan.text, max(scan.sentence.start, house.start - 30), house.start):
        return None
    if not (_says().fullmatch(between) and _LEADS.search(between) and _ENDS.match(scan.text, amount.end)):
        return None
    if _DEALS.search(between) or MOVE.search(between) or TRADE.search(between):
        return None  # `UBS closed at 24.10 francs`
    rated = _rating().search(between)
    return (
        Mention(amount.start - 1, amount.start, ("target_price",))
        if rated or _speaks_of_targets(scan, house.end)
        else None
    )


def _moved_to(scan: Scan, amount: Amount) -> Mention | None:
    """Return what a sentence opens with, where it goes on with the target that the text spoke of last."""
    moved = _MOVED_IT.fullmatch(scan.text, scan.sentence.start, amount.start)
    if moved is None or _OF_WHAT.match(scan.text, amount.end) or not _speaks_of_targets(scan, scan.sentence.start):
        return None
    return Mention(*moved.span("what"), ("target_price",))


def _speaks_of_targets(scan: Scan, at: int) -> bool:
    """Whether the text before an offset speaks of price targets, and of nothing else by the share since."""
    before = scan.text[max(0, scan.sentence.start - _SPOKEN) : at]
    spoken = [found.end() for found in _TARGETS.finditer(before)]
    return bool(spoken) and not _BY_SHARE.search(before, spoken[-1])


@cache
def _rating() -> re.Pattern[str]:
    """Return the pattern of brokers' ratings: `Overweight`, `at underperform`."""
    forms = sorted((form for kind in words("speech")["ratings"].values() for form in kind["en"]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b")


@cache
def _says() -> re.Pattern[str]:
    """Return the pattern of what stands between a broker and its price: one verb, a rating, and words that name nothing."""
    word = rf"[,:]? \(?(?:{_rating().pattern}|{_WORDS})\)?(?=[ ,:)])"
    return re.compile(
        rf"(?:['’]s?)?(?:{_ASIDE}|, (?:which|who)(?= ))(?>(?:{word})*)(?: [a-z]+(?=[ ,:]))?(?>(?:{word})*)[,:]? "
    )

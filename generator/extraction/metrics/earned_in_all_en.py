"""What an English company or line of business is told to have earned or lost, with no metric's name: `The retailer earned 3.16 billion yuan in the quarter`."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.adjusted_names import ADJUSTED_EN
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.terms import ANY_PROFIT
from generator.extraction.metrics.lost_on_en import is_lost_on_something, line_lost_on
from generator.extraction.metrics.operating_level_en import opens_operating
from generator.extraction.metrics.per_share import PER_SHARE, is_without_items

# `The company earned 3.16 billion yuan in the quarter`
_EARNED_IN_ALL = re.compile(
    rf"(?:\bearned|\b(?:[Ii]t|[Tt]hey|[Ww]e|company|group|firm|[a-z]*maker|giant|unit|division|business|segment|arm|operations?|brand|[A-Z][\w.]*|(?<=[a-z]),|having)(?: (?:has|had|also|still|again|nevertheless|nonetheless|only|[a-z]+ly))* lost) (?P<adjusted>(?:an? )?{ADJUSTED_EN} )?(?:a net |net )?(?:about |around |nearly |over |more than |just |only |a record )*$"
)
_LOST = re.compile(
    rf"(?:,? (?:together|alone|meanwhile|still|again|also|nevertheless|[a-z]+ly),?)? lost (?P<adjusted>(?:an? )?{ADJUSTED_EN} )?(?:a net |net )?(?:about |around |nearly |over |more than |just |only |a record |another )*$"
)
_LOST_IT = re.compile(r"\b(?:lost|loses|losing) [a-z ]{0,24}$")
_NO_THINGS = re.compile(
    r"[.,;:)]|$|\n| (?:in|from|on|during|before|after|last|this|for|as|while|and|but|over|between)\b"
)
# `grew 65% to $3.3 billion but lost $36 million`: who took in so much lost so much
_GREW_BUT = re.compile(r"\d[^,;.]{0,24},? (?:but|yet|though)(?: still| also)?$")
# `has yet to turn an annual profit, and lost 5.79 billion yuan in 2024`: who made none lost, and that is no profit
_AND_LOST = re.compile(
    r"(?:\b(?:yet|never|not|no)|n't)\b[^,;.\d]{0,40}\b(?:profit|profitable|money|br(?:eak|oken) even),? (?:and|but) (?:has |had |have )?lost (?:about |around |nearly |over |more than |just |only |a record |another )*$"
)
_BEFORE_TAX = re.compile(
    r"(?: \([^()]*\))? before (?:interest(?: and|,|/) ?tax(?:es|ation)?)\b(?!,? (?:depreciation|and depreciation))"
)
# `Developers have now earned more than $550 billion on our platform`: no profit of the company's
_EARNERS = 40  # characters before the verb, within which those stand who earned
_OTHERS_EARN = re.compile(
    r"\b(?:developers|creators|sellers|merchants|drivers|couriers|riders|hosts|partners|artists|authors|publishers|streamers|influencers|workers|employees|staff|investors|shareholders|users|members|customers|farmers|traders|suppliers|dealers|franchisees|people) (?:(?:have|has|had|who|now|already|together|also|collectively) )*(?:earned|made|pocketed|netted)\b",
    re.I,
)
# `made $1.9 billion, or $1.91 a share`: what is told by the share as well was earned
_MADE = re.compile(
    r"\b(?:made|mak(?:es|ing)|netted|cleared|turned an? (?:net )?profit of|booked|pocketed) (?:a net |net )?(?:about |around |nearly |over |more than |just |only |a record )*$"
)
_AND_EACH = re.compile(
    r"(?: \([^()]*\))?,? or (?:about |around |nearly )?(?:[A-Z]{0,3}[$€£¥]?[\d.]+ ?[a-z]*) (?:per|a) (?:diluted )?share\b"
    r"|(?: \([^()]*\))? on (?:(?:total|record|net) )?(?:revenues?|sales|turnover) of\b"
)
# `The carmaker made $1.4bn between July and September`
_IN_A_TIME = re.compile(r"(?: \([^()]*\))? (?:in|between|during|for|over|from) (?:the |its )?(?!(?:net|total|gross)\b)")
_THEN = 22  # characters behind an amount, within which a period says when it was made
# `lost $40 billion in market value`, `in a day`
_NO_LOSS = re.compile(
    r"[^,;.]{0,24}\b(?:value|valuation|market|cap|wealth|fortune|fraud|day|week|month|hours|trading)\b"
)
_OF_WHAT = re.compile(
    r"(?: \([^()]*\))? (?:in|of) (?:(?:Q[1-4]|[1-4]Q|[a-z]+-quarter|quarterly|annual|total|net) )*(?:revenues?|sales|turnover)\b|(?: \([^()]*\))? (?:in|of|from|through|as) (?!(?:the|its|fiscal|first|second|third|fourth|Q\d|\d|(?:19|20)\d\d|[A-Z]|net|profit|after)\b)|(?: \([^()]*\))? (?:from|for|by|through|selling) "
)


def earned_in_all(scan: Scan, amount: Amount, profit_of: Callable[[Mention], str]) -> tuple[str, Mention] | None:
    """Return the profit that a company is said to have earned: `The retailer earned 3.16 billion yuan in the quarter`."""
    if not amount.scaled or not (amount.kind == "money" or _is_sum(scan, amount)):
        return None
    if _OF_WHAT.match(scan.text, amount.end) and not _lost_from_a_line(scan, amount):
        return None
    low = max(scan.clause(amount.start)[0] - 1, amount.start - 40)  # with the comma that an aside ends with
    said = _EARNED_IN_ALL.search(scan.text, low, amount.start)
    then = any(0 < p.start - amount.end <= _THEN for p in scan.periods) and _IN_A_TIME.match(scan.text, amount.end)
    if said is None and (
        then
        or opens_operating(scan, amount.start, amount.end)
        or _AND_EACH.match(scan.text, amount.end)
        or line_lost_on(scan, amount)
    ):
        said = _MADE.search(scan.text, low, amount.start)
    said = said or _lost_by_a_line(scan, amount, low)
    said = said or _AND_LOST.search(scan.text, max(scan.sentence.start, amount.start - 80), amount.start)
    loss = said is not None and " lost " in said[0]
    if said is None or (loss and _NO_LOSS.match(scan.text, amount.end)) or is_lost_on_something(scan, amount):
        return None
    if _OTHERS_EARN.search(scan.text, max(scan.sentence.start, said.start() - _EARNERS), said.end()):
        return None
    # who earned it stands before the verb: `Xiaomi's EV business lost 500 million yuan`
    verb = next((at for at in (said[0].find(f" {word} ") for word in ("lost", "earned")) if at >= 0), -1) + 1
    earned = Mention(said.start() + verb, said.end(), (ANY_PROFIT,), loss=loss)
    of_line = _BEFORE_TAX.match(scan.text, amount.end) or line_lost_on(scan, amount)
    profit = "operating_profit" if of_line else profit_of(earned)
    if said.groupdict().get("adjusted"):  # `the unit lost an adjusted 1.5 billion yuan`
        return f"adjusted_{profit}", earned
    without = is_without_items(scan, amount, amount.end)
    twin = without and profit in PER_SHARE and not profit.startswith("adjusted_")
    return (f"adjusted_{profit}" if twin else profit), earned


def _is_sum(scan: Scan, amount: Amount) -> bool:
    """Whether a number of no currency can only be money: `It lost 11.2 billion.`, and not `lost 1.2 million users`."""
    return amount.kind == "bare" and _NO_THINGS.match(scan.text, amount.end) is not None


def _lost_from_a_line(scan: Scan, amount: Amount) -> bool:
    """Whether money was lost from a line of business: what is `made` from it may be revenue."""
    return bool(_LOST_IT.search(scan.text, amount.start - 40, amount.start) and line_lost_on(scan, amount))


def _lost_by_a_line(scan: Scan, amount: Amount, low: int) -> re.Match[str] | None:
    """Return the words that say of a line of business right before them that it lost so much: `New initiatives lost 1.3 billion yuan`."""
    said = _LOST.search(scan.text, low, amount.start)
    if said is None:
        return None
    at_once = any(m.end == said.start() for m in scan.segments)
    return said if at_once or _GREW_BUT.search(scan.text, scan.sentence.start, said.start()) else None

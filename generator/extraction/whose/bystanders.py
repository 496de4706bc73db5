"""Amounts that only stand beside a metric: what is left to spend, what something cost, a mark that was passed, who goes or comes."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.come_and_gone import are_leaving, why_not_all
from generator.extraction.whose.only_marks import is_only_a_mark, passed_in_a_row

# `ended the year with $58.5 billion remaining under its share repurchase authorization`: what may still be spent.
_LEFT = re.compile(
    r" (?:(?:was|were|is|are|still|that) )*(?:remaining|remained|left|remains|available|authori[sz]ed) (?:under|in|on|for|of) ",
    re.I,
)
# `despite $900 million in tariffs`, `a stock buyback authorization of $60 billion`
_OF_COSTS = re.compile(
    r" (?:in|of) (?:[a-z-]+ ){0,2}(?:tariffs?|tariff[- ](?:related )?(?:costs?|charges?|impacts?)|charges|fines?|penalties|taxes|duties|subsidies|bonds|loans|restructuring|impairments?|write-?downs?|opportunit(?:y|ies))\b| (?:impact|hit|headwind|drag)s? (?:from|of|due|related|linked)\b"
)
# `a $50 billion revenue opportunity in China`: of a market, and nobody's
_OPPORTUNITY = re.compile(
    r"(?:-a-year)? (?:[a-z-]+ ){0,2}(?:revenues?|sales|profits?|earnings) (?:opportunit(?:y|ies)|pools?)\b"
)
# `four groups exceeding annual sales of 3 million`, `each exceeding 1 million units`
_SEVERAL = sought(
    r"\b(?:each|(?:two|three|four|five|six|seven|several|many) (?:[a-z]+ ){0,2}(?:groups|companies|automakers|carmakers|brands|makers)) (?:exceeding|surpassing|topping|crossing|exceeded|surpassed|topped|crossed|sold|selling|delivering|delivered) [^,;\d]{0,40}$",
    re.I,
)
_ANNUALIZED = re.compile(r"\bannuali[sz](?:ing|ed|es)(?: to| at| rate of)? (?:about |around |nearly |over )?$")


def bystander(scan: Scan, amount: Amount, floor: int) -> str | None:
    """Return why an amount is no level of the metric beside it; `floor` is where its own words begin."""
    if amount.kind == "money" and _LEFT.match(scan.text, amount.end):
        return "what is left to spend, not what was spent"
    if amount.kind == "money" and _OF_COSTS.match(scan.text, amount.end):
        return "of costs that no metric names"
    if amount.kind == "money" and _OPPORTUNITY.match(scan.text, amount.end):
        return "of a market that somebody hopes for"
    if _SEVERAL.search(scan.text, scan.clause(amount.start)[0], amount.start) or passed_in_a_row(scan, amount):
        return "a mark that several passed"
    if _ANNUALIZED.search(scan.text, floor, amount.start):
        return "what a year would come to at that rate"
    if are_leaving(scan, amount, floor):
        return "who goes or comes, not who is there"
    if is_only_a_mark(scan, amount):
        return "a mark that was passed, not what was reached"
    return why_not_all(scan, amount, floor) if amount.kind in ("count", "bare") else None

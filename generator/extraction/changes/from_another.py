"""A change of the same thing from another time, told with the verb of the one before it: `up 40.8% from Q3 2024 and 20.8% from the second quarter`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

_FROM = re.compile(
    r" (?:from|over|compared (?:to|with)|versus) (?:the |that of )?(?:[a-z]+[ -]quarter|Q[1-4]|[1-4]Q|(?:same|previous|prior|preceding|corresponding) )"
)
_FROM_AND = re.compile(rf"{_FROM.pattern}[^,;.%]{{0,30}},? and (?:by )?")
# `a rise of 159 percent year-on-year and about 41 percent from the first quarter`
_BASE_AND = re.compile(
    rf" (?:year[- ]o(?:n|ver)[- ]year|YoY|y/y|quarter[- ]o(?:n|ver)[- ]quarter|QoQ|q/q|(?:from|on|over) (?:a|the) year (?:ago|earlier|before))(?: [a-z]+){{0,3}},? and (?:by |also )?{ABOUT}"
)
_SLASH = re.compile(r" ?(?:YoY|QoQ|yoy|qoq|[yqYQ][/-][yqYQ]) ?(?:/|,? and) ?")
# `up 173% from 28,217 in July and 74% from 44,264 in the same month last year`
_FROM_LEVEL = re.compile(
    r"(?: [a-z/-]+){0,3} (?:from|over|on|versus|compared (?:with|to)) (?:about |just |only |the |around )?"
)
_AND_ALSO = re.compile(r"[^,;.%]{0,44},? and (?:by |also )?")


def from_another(scan: Scan, amount: Amount) -> Amount | None:
    """Return the change that another of the same level follows, from another period."""
    before = scan.preceding(amount)
    if before is not None and (change := _from_level(scan, before, amount)):
        return change
    if before is not None and before.kind == amount.kind and _SLASH.fullmatch(scan.text, before.end, amount.start):
        return before  # `fell 30% YoY/31% QoQ`
    if before is None or before.kind != amount.kind or not _FROM.match(scan.text, amount.end):
        return None
    joined = (form.fullmatch(scan.text, before.end, amount.start) for form in (_FROM_AND, _BASE_AND))
    return before if any(joined) else None


def _from_level(scan: Scan, level: Amount, amount: Amount) -> Amount | None:
    """Return the change from one level that another is joined to, from another level, or from another period: `by 91% from 8.8 billion in Q2 2023 and by 69% from the first quarter`."""
    change, origin = scan.preceding(level), scan.following(amount)
    if change is None or change.kind != amount.kind or amount.kind == level.kind:
        return None
    joined = _FROM_LEVEL.fullmatch(scan.text, change.end, level.start) and _AND_ALSO.fullmatch(
        scan.text, level.end, amount.start
    )
    if joined and _FROM.match(scan.text, amount.end):
        return change
    beside = origin is not None and origin.kind != amount.kind
    return (
        change if joined and origin and beside and _FROM_LEVEL.fullmatch(scan.text, amount.end, origin.start) else None
    )

"""What is said behind an amount that makes its metric a narrower one: `340 million users a month`, `cash of $3 billion from operations`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount

_PEOPLE = r"(?: (?:[a-z]+ )?(?:users|people|customers|visitors|accounts))?"
_MONTHLY = re.compile(rf"{_PEOPLE} (?:(?:a|per|every|each) month|monthly)\b")
_DAILY = re.compile(rf"{_PEOPLE} (?:(?:a|per|every|each) day|daily)\b")
_FROM_OPERATIONS = re.compile(
    r"(?: \([^()]*\))? from (?:its |the |our |continuing |ongoing )?operat(?:ions|ing activities)\b"
)
_SET_BESIDE = re.compile(
    r"[^;.\d]{0,60}\b(?:compared (?:with|to)|against|versus|up from|down from|from) (?:about |around |some )?\$?"
)
_NARROWER = {
    "users": ((_MONTHLY, "monthly_active_users"), (_DAILY, "daily_active_users")),
    "cash": ((_FROM_OPERATIONS, "operating_cash_flow"),),
}


def narrowed(text: str, metric: str | None, amount: Amount) -> str | None:
    """Return the metric that one is by what stands behind its amount."""
    named = (name for said, name in _NARROWER.get(metric or "", ()) if said.match(text, amount.end))
    return next(named, metric)


def narrowed_as(text: str, metric: str | None, amount: Amount, before: Amount | None) -> str | None:
    """Return the metric that one is by what stands behind its amount, or behind the one that it is set beside: `340 million users a month, compared with 300 million`."""
    own = narrowed(text, metric, amount)
    beside = before is not None and own == metric and _SET_BESIDE.fullmatch(text, before.end, amount.start)
    return narrowed(text, metric, before) if beside and before is not None else own

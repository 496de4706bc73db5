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
_NARROWER = {
    "users": ((_MONTHLY, "monthly_active_users"), (_DAILY, "daily_active_users")),
    "cash": ((_FROM_OPERATIONS, "operating_cash_flow"),),
}


def narrowed(text: str, metric: str | None, amount: Amount) -> str | None:
    """Return the metric that one is by what stands behind its amount."""
    named = (name for said, name in _NARROWER.get(metric or "", ()) if said.match(text, amount.end))
    return next(named, metric)

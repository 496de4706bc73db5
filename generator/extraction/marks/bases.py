"""How English says right behind an amount what it is measured against: `year on year`, `from the same period last year`, `sequentially`."""

from __future__ import annotations

YEARLY = r"(?:[Yy]ear[- ][Oo](?:n|ver)[- ][Yy]ear|[Yy][Oo][Yy]|[yY]/[yY]|y-o-y|on[- ](?:the )?year|annually)"
QUARTERLY = r"(?:[Qq]uarter[- ](?:[Oo](?:n|ver)|to)[- ][Qq]uarter|[Qq][Oo][Qq]|[qQ]/[qQ]|q-o-q|on[- ](?:the )?quarter|sequentially)"
BESIDE = r"(?:on|over|from|than|versus|vs\.?|(?:as )?(?:against|compared (?:with|to))|relative to)"
# `from a year earlier`, `compared with the same quarter of last year`: no amount stands in it
_BEFORE = rf"{BESIDE} (?!about |around |nearly |just |only |an? (?!year|quarter|month))(?:in |that (?:of|in) )?[a-z][a-z' -]{{2,42}}?"
FROM_THEN = rf"(?:{YEARLY}|{QUARTERLY}|{_BEFORE})"

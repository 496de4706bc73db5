"""Profits and losses told by colour: `it was 620 million yuan in the red`, `still 1.1 billion yuan in the black`."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.terms import ANY_PROFIT

_COLOUR = re.compile(r" (?P<said>in(?:to)? the (?P<colour>red|black))\b")
_WAS = re.compile(
    r"\b(?:was|were|is|are|been|be|ended(?: up)?|finished|closed|slid|slipped|fell|went|remained|stayed|put it|left it) (?:the [a-z -]{3,24} )?(?:still |already |even |again |only |just |back |some |about |around |nearly |almost |over |more than )*$"
)
_BACK = 60  # characters before an amount, within which a verb says who was


def by_colour(scan: Scan, amount: Amount, profit_of: Callable[[Mention], str]) -> tuple[str, Mention] | None:
    """Return the profit of `it was still 1.1 billion yuan in the black`."""
    if amount.kind != "money" or not amount.scaled:
        return None
    colour = _COLOUR.match(scan.text, amount.end)
    low = max(scan.clause(amount.start)[0], amount.start - _BACK)
    if colour is None or not _WAS.search(scan.text, low, amount.start):
        return None
    earned = Mention(*colour.span("said"), (ANY_PROFIT,), loss=colour["colour"] == "red")
    return profit_of(earned), earned

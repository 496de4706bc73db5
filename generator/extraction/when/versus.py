"""Periods that brokers' notes set before what was so then, in brackets behind what came: 毛利率21.8%(vs. 2Q22 21.5%), (vs 1Q23 1.5%/2Q22 13.0%)."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_OPENS = re.compile(r"\((?:[Vv][Ss]\.?|对比|相比|相较|较|比)\s?")
# no more than what is measured, and how it moved, stands between a period and its own amount
_OWN = re.compile(
    r"\s?(?:的|则|为|是|:)?\s?(?:[Nn]on-?(?:GAAP|IFRS) ?)?[一-鿿A-Za-z&]{0,14}?\s?(?:人民币|RMB ?|US\$|HK\$|\$)?[+-]?"
)


def told_in_versus(around: Surroundings, amount: Amount) -> Period | None:
    """Return the period right before an amount in brackets that set it beside what came."""
    scan = around.scan
    inner = scan.brackets_around(amount.start)
    if inner is None or _OPENS.match(scan.text, inner.start) is None:
        return None
    named = [(m, p) for m, p in around.resolved if inner.start < m.start and m.end <= amount.start]
    return named[-1][1] if named and _OWN.fullmatch(scan.text, named[-1][0].end, amount.start) else None

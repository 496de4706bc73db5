"""What a part is said to have contributed to a profit: `The smartphone business contributed 3.1 trillion won to Samsung's operating profit`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.links.link import Link
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.meaning import Meanings
from generator.extraction.whose.only_some import UNKNOWN_LINE

_CONTRIBUTED = re.compile(rf"\bcontribut(?:ed|es|ing|e) {ABOUT}$")
_TO = re.compile(r" (?:to|towards) (?:the |its |their )?(?:(?:[\w.&-]+ ){0,3}[\w.&-]+['’]s? )?(?:[a-z-]+ ){0,3}")
# `contributed 3 trillion won to the improvement in operating profit`: how much more that is
_MORE = re.compile(
    r"\b(?:improvement|growth|rise|increase|gain|jump|uplift|recovery|decline|drop|fall|decrease|change)s? (?:in|of) "
)
_MORE_BEHIND = re.compile(
    r" (?:improvement|growth|rise|increase|gain|jump|uplift|recovery|decline|drop|fall|decrease|change)s?\b"
)
_OF_GROWTH = "how much something grew by, in absolute terms"
_LEAD = 40  # characters before an amount
_PROFITS = ("_profit", "ebitda")  # how the names end of what a part contributes to and is no revenue


def contributed_to(scan: Scan, meanings: Meanings, amount: Amount) -> Link | None:
    """Return the link of money that a part contributed to a profit: it is the profit of that part."""
    if scan.chinese or amount.kind != "money":
        return None
    said = _CONTRIBUTED.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start)
    behind = next((m for m in scan.metrics if said and _TO.fullmatch(scan.text, amount.end, m.start)), None)
    metric = meanings.metric(behind, amount) if behind else None
    if said is None or behind is None or metric is None or not metric.endswith(_PROFITS):
        return None
    if _MORE.search(scan.text, amount.end, behind.start) or _MORE_BEHIND.match(scan.text, behind.end):
        return Link(doubt=_OF_GROWTH)
    low = scan.clause(said.start())[0]
    kinds = meanings.catalogue.segments
    parts = [m for m in scan.segments if low <= m.start and m.end <= said.start()]
    parts = [m for m in parts if kinds[m.segment or ""].kind == "business"]
    # `A tax refund contributed 300 million yuan to net profit`: no part of the business
    return Link(metric, replace(behind, part=parts[-1].segment)) if parts else Link(doubt=UNKNOWN_LINE)

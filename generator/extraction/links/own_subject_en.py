"""English clauses that are about something that no metric names: `Revenue was 97 billion yuan, while capital commitments were 53 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

# what stands for the figure told before, or for a part of it, and names nothing by itself
_FIGURE = r"(?:figures?|numbers?|totals?|amounts?|results?|sums?|growth|increases?|gains?|rises?|declines?|consensus|estimates?|forecasts?|guidance|outlook|expectations?|predictions?|projections?|averages?|targets?|ranges?|midpoint|records?|marks?|levels?|tally|shares?|rest|remainder|bulk|majority|most|half|analysts?|market|street|company|group|firm|it|this|that|these|those|they|one|ones|latter|former|quarter|year|period|months?|base|pace|rate|value|volume|volumes|units?|part|portion|contribution|segment|division|business|unit|arm|others?)"
_SUBJECT = re.compile(
    rf"\s*(?:while|and|but|whereas|with) (?:(?:its|the|their) )?(?P<name>(?!(?:[a-z-]+ ){{0,4}}{_FIGURE} (?:was|were|came|stood|tot|amounted|reached))[a-z][a-z-]+(?: (?:from|of|to|for|and|in|on) [a-z-]+| [a-z][a-z-]+){{0,4}}) (?:was|were|came to|came in at|stood at|totall?ed|amounted to|reached)(?: (?:about|around|nearly|almost|roughly|some))?(?: (?:HK|US|NT|R)?[$€£¥]?)?\s*"
)
# `Cash and cash equivalents, restricted cash, and short-term investments totaled RMB33.71 billion`: the last of what is cash
_IN_CASH = r"(?:[a-z-]+ ){0,3}(?:deposits?|investments?|securities|cash|equivalents|instruments|assets|products)"
_OF_CASH = re.compile(_IN_CASH)
_ALSO_CASH = re.compile(rf"(?:, {_IN_CASH})*,?\s*")


def has_own_subject_en(scan: Scan, start: int, amount: Amount) -> bool:
    """Whether an English clause opens with a subject of which nothing in it is a name that the catalogue has, and tells its amount."""
    said = _SUBJECT.fullmatch(scan.text, start, amount.start) if not scan.chinese else None
    if said is None or scan.is_marked(*said.span("name")):
        return False
    first = scan.amount_before(amount.start) <= scan.sentence.start
    cash = first and any(
        "cash" in m.metrics and m.end <= start and _ALSO_CASH.fullmatch(scan.text, m.end, start) for m in scan.metrics
    )
    return not (cash and _OF_CASH.fullmatch(said["name"]))

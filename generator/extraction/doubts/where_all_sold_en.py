"""What was sold of a kind of goods in a place where a company is only then said to have done something: `In China, where EV sales fell 3%, Tesla sold 17,000 cars`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

_KIND = r"(?:(?:new[- ]energy|electric|passenger|plug-in)[- ](?:cars?|vehicles?)|NEVs?|EVs?|cars?|vehicles?|smartphones?|phones?|handsets?|PCs?|tablets?|laptops?)"
_WHERE = re.compile(
    r"(?:[^,;.]{0,40}\b)?[Ii]n (?:the )?[A-Z][\w.]*(?: [A-Z]\w+)?(?: markets?)?, where (?:(?:overall|total|retail|wholesale|all|new) )?"
    rf"(?:(?:sales|shipments|registrations) of (?:new )?{_KIND}|{_KIND} (?:sales|shipments|registrations|demand))\b"
)
_THEN = re.compile(r"[^,;.]{0,40}, (?:the )?$")


def is_sold_where(around: Surroundings, mention: Mention, amount: Amount) -> bool:
    """Whether a clause with `where` tells how a kind of goods sold in a place, by nobody, before its sentence names a company."""
    scan = around.scan
    if scan.chinese or amount.kind not in ("percent", "count", "bare"):
        return False
    where = _WHERE.match(scan.text, scan.sentence.start)
    if where is None or not where.start() <= mention.start < where.end():
        return False
    first = next((e for e in scan.entities if around.is_subject(e)), None)
    return first is not None and bool(_THEN.search(scan.text, amount.end, first.start))

"""What English says that money was lost or made on: `JD.com lost 15.7 billion yuan on food delivery` is no loss of all of JD.com."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# `lost $1.4 billion in the third quarter on its EV business`: when, before what
_WHEN = r"(?: \([^()]*\))?(?: (?:in|during|over|for) (?:(?:the|its) )?[^,;.\d]{0,24}?(?:quarter|year|half|months|period|Q[1-4]|20\d\d))?"
# not `earned $3 billion on higher prices`, `made $1.9 billion on revenue of $9.6 billion`, `on a net basis`, `on every car`, `on Tuesday`
_ON = (
    r" on (?!(?:[\w%.-]+ ){0,5}(?:revenues?|sales|turnover|income|bas[ei]s|volumes?|average|paper|measures?|standards?|count|reckoning|strength|demand|growth|momentum|costs?|spending|boom|orders|credits?|prices|weakness|gains)\b"
    r"|(?:higher|lower|strong|stronger|weak|weaker|better|solid|robust|[a-z]+ing)\b"
    rf"|(?:each|every|the (?:year|quarter|period|day|month|whole|back|heels|strength)|top|track|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_MONTH})\b|\d|[A-Z]{{0,3}}[$€£¥])"
)
_ON_SOMETHING = re.compile(rf"{_WHEN}{_ON}(?! )")
_ON_LINE = re.compile(
    rf"{_WHEN} (?:on|at|in|with|from) (?:(?:the|its|their|[A-Z][\w&.-]*(?:['’]s)?) )?(?:(?!and\b)[a-z][a-z-]* ){{0,2}}"
)
# `earned $33 billion on cloud strength`: why, not on what
_WHY = re.compile(
    r" (?:[a-z]+ )?(?:strength|demand|growth|gains?|sales|momentum|weakness|costs?|spending|boom|orders|credits?)\b"
)


def is_lost_on_something(scan: Scan, amount: Amount) -> bool:
    """Whether money was lost or made on something that is no line of business which the catalogue has."""
    on = _ON_SOMETHING.match(scan.text, amount.end, scan.sentence.end)
    return on is not None and line_lost_on(scan, amount) is None


def line_lost_on(scan: Scan, amount: Amount) -> Mention | None:
    """Return the line of business that money was lost or made on, which stands behind the amount."""
    for line in scan.segments:
        if 0 < line.start - amount.end < 90 and _ON_LINE.fullmatch(scan.text, amount.end, line.start):
            return None if _WHY.match(scan.text, line.end) else line
    return None

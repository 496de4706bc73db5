"""What is expected by the share, of no metric that is named: `against consensus of $0.75 per share and $12.98 billion in revenue`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.market import MARKET
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

# `Analysts polled by FactSet had expected 92 cents a share`
_LOOKED_FOR = re.compile(
    rf"\b(?:{MARKET}|FactSet|LSEG|Refinitiv|Bloomberg)\b[^,;$€£¥\d]{{0,40}}?\b(?P<verb>expect(?:ed|ing|s)?|forecast|predicted|project(?:ed|s)|estimated?|anticipat(?:ed|e|ing)|look(?:ed|ing|s)? for|call(?:ed|ing|s)? for) (?:about |around |just )?$"
)
_VIEW_OF = re.compile(
    r"\b(?P<verb>consensus(?: (?:estimate|forecast|view|expectation))?|estimates?|expectations?|forecasts?|predictions?|projections?|calls)"
    r"(?: (?:was|were|is|had been|is now|stood at|stands at|came to))?(?: (?:of|for|at|calling for))? (?:about |around |just |an? )?$"
)
# `a dividend forecast of 5.35 euros per share`, `a price estimate of $75 per share`
_OF_ELSE = re.compile(
    r"\b(?:dividends?|pay-?outs?|price|prices|target|targets|book|value|values|cash flow|offer|fair|fund)\b[^;.]{0,60}$",
    re.I,
)
_ONE = re.compile(
    r"\b(?:an|its|his|her|own) (?:[a-z]+ ){0,2}$"
)  # `below the market with an estimate of 76 cents a share`: a house's own
_LEAD = 80  # characters before an amount


def expected_by_share(scan: Scan, amount: Amount) -> Mention | None:
    """Return the words that say of an amount by the share, behind them, that it is expected: of earnings, unless they name something else."""
    low = max(scan.sentence.start, amount.start - _LEAD)
    if looked := _LOOKED_FOR.search(scan.text, low, amount.start):
        return Mention(*looked.span("verb"), ("eps",))
    view = _VIEW_OF.search(scan.text, max(low, scan.amount_before(amount.start)), amount.start)
    if view is None or _OF_ELSE.search(scan.text, low, view.start()) or _ONE.search(scan.text, low, view.start()):
        return None
    if any(scan.amount_before(amount.start) <= m.start < amount.start and not m.any_profit for m in scan.metrics):
        return None  # it says what is expected
    return Mention(*view.span("verb"), ("eps",))

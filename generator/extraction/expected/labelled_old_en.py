"""What English labels as a forecast of before: `sales of 12,610 billion yen (April forecast: 12,310 billion yen)`, `above its May outlook of 280 billion yen`."""

from __future__ import annotations

import re

from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_FORECAST = r"(?:forecasts?|guidance|outlook|projections?|plan|target)"
_LABEL = re.compile(
    rf"\((?:(?:the|its|our|from|vs\.?|versus|against|compared with) )*(?:previous|prior|earlier|former|old|original|initial|last|{MONTHS}) (?:[a-z]+ )?{_FORECAST}(?: (?:was|of|at|range))*:? {ABOUT}(?:between )?"
)
_ABOVE_IT = re.compile(
    rf"\b(?:above|below|higher than|lower than|better than|from|than|versus|against|compared with) (?:its|their|our|the) (?:{MONTHS}) (?:[a-z]+ )?{_FORECAST}(?: range)?(?: of)? {ABOUT}(?:between )?$"
)
_OF_FORECAST = re.compile(r"(?: [a-z]+)? (?:forecasts?|guidance|outlook|projections?)\b")


def is_labelled_old(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is such a forecast, or ends its range."""
    first = scan.first_of_range(amount)
    inner = scan.brackets_around(first.start)
    if inner is not None and _LABEL.fullmatch(scan.text, inner.start, first.start):
        return True
    return _ABOVE_IT.search(scan.text, max(scan.sentence.start, first.start - 60), first.start) is not None


def dates_a_forecast(text: str, period: PeriodMention) -> bool:
    """Whether a month only says when a forecast was made: `its April forecast`."""
    return period.scope == "month" and not period.year and _OF_FORECAST.match(text, period.end) is not None

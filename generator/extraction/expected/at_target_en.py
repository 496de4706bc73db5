"""What all shares would be worth at the price that a broker sets for one: `a target price of HK$205, which implies a market value of US$160 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_IMPLIES = re.compile(
    r"\b(?:impl(?:ies|ied|ying)|suggest(?:s|ed|ing)|translat(?:es|ed|ing) (?:in)?to|correspond(?:s|ed|ing) to|amount(?:s|ed|ing) to|equat(?:es|ed|ing) to|equivalent to|mean(?:s|t|ing)?)\b[^;\d]{0,60}$"
)
_HAS = re.compile(r"(?:['’]s|\bits|\btheir|\bthe current|\btoday['’]s) (?:current |present |own )?market (?:value|cap)")
_NOW = ("share_price",)
_LEAD = 80  # characters before a value, within which a verb says that the price implies it


def is_worth_at_target(scan: Scan, metric: str, amount: Amount) -> bool:
    """Whether a market value is only what an English sentence takes a target price to imply."""
    if metric != "market_cap" or scan.chinese:
        return False
    implied = _IMPLIES.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start)
    if implied is None or _HAS.search(implied[0]):
        return False  # `HK$65, meaning Xiaomi's market value of HK$1.4 trillion has room to rise 20%`
    told = [m.metrics for m in scan.metrics if m.start < implied.start()]
    return any("target_price" in names for names in told) and not any(names[:1] == _NOW for names in told)

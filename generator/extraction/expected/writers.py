"""What a broker who writes had expected itself, beside what came: `GPM of 22.9%, vs our estimate of 22.5%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

_ESTIMATE = r"(?:est(?:imate)?s?|forecasts?|projections?|expectations?|model|numbers?|call)\b"
_OURS = re.compile(rf"\b(?:our|my) (?:own )?(?:[\w.&]+ ){{0,2}}?{_ESTIMATE}", re.I)
_OUR = re.compile(r"\b(?:our|my) (?:own )?$", re.I)  # `above our RMB0.40 forecast`
# `beat our RMB10.3bn`, `vs our 22.4%`
_SET_BESIDE_OURS = re.compile(
    r"\b(?:beat|beats|beating|topp(?:ed|ing)|missed|missing|exceed(?:ed|ing|s)|above|below|vs\.?|versus|ahead of|short of|shy of|in line with|against|than|compared (?:with|to)) our (?:own )?(?:c\.|~)?$"
)
# `vs. CMBIe 11.0%`, `JPMe of RMB9bn`: a house's name with an e for estimate
_HOUSE_E = re.compile(
    r"\b(?:CMBI|CMBIS|JPM|MS|GS|GSCS|UBS|DB|BofA|BAML|HSBC|CLSA|Citi|CICC|CITICS?|HTSC|Nomura|NMR|BNP|BOCI|BOCOM|ICBCI|DBS|Macq|Jef|JEF)e:? (?:of |at )?$"
)
# `1Q net profit of RMB50bn; we had RMB43bn, consensus RMB43.3bn`
_WE = re.compile(rf"\b[Ww]e (?:had|were at|were looking for|have) {ABOUT}$")
# `EPS of $0.81 compares with our $0.76 and consensus of $0.75`: nothing behind says what else is ours
_OURS_AT_ONCE = re.compile(r"\bour (?:own )?(?:c\.|~)?$")
_NO_MORE = re.compile(r"(?: \([^()]*\))?(?:[,.;:)]|$| (?:and|but|versus|vs|while|with|for|which|on|in)\b)")
_OF_IT = re.compile(rf"(?: [a-z]+)? {_ESTIMATE}")
_PRICE = re.compile(r" (?:target|TP|PT|price|fair value)\b")
# `our forecasts are 310,000 for 2025 and 460,000 for 2026`: so is the next year's
_NEXT_YEARS = re.compile(
    rf"(?: [a-z]+)? (?:for|in) (?:FY)?(?:20)?\d\dE?(?:,| and|, and) {ABOUT}(?:[A-Z]{{2,3}} ?)?[$€£¥]?"
)
_LEAD = 48  # characters before an amount, within which it is said whose it is


def is_writers(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what whoever writes expected of what came."""
    before = scan.preceding(amount)
    if before is not None and _NEXT_YEARS.fullmatch(scan.text, before.end, amount.start):
        return is_writers(scan, before)
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start), amount.start - _LEAD)
    own = _OURS.search(scan.text, floor, amount.start) or _WE.search(scan.text, floor, amount.start)
    if own or _HOUSE_E.search(scan.text, floor, amount.start):
        return True
    if _OURS_AT_ONCE.search(scan.text, floor, amount.start) and _NO_MORE.match(scan.text, amount.end):
        return True
    if _SET_BESIDE_OURS.search(scan.text, floor, amount.start):
        return not _PRICE.match(scan.text, amount.end)
    return bool(_OUR.search(scan.text, floor, amount.start) and _OF_IT.match(scan.text, amount.end))

"""Amounts that a Chinese clause only gives as a cause: 净利润因159亿美元的一次性税费而下降83%至27亿美元."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.causes import THEREUPON
from generator.extraction.marks.scanning import Scan

CAUSE = "what something did to a figure, not the figure"
_OPENS = re.compile("因(?![此应素])[^,;。]{0,50}$")
_CLOSES = re.compile(rf"[^,;。]{{0,40}}?{THEREUPON}")
# 预计关税造成1.45万亿日元损失
_BROUGHT = re.compile("(?:带来|造成|导致|引致|产生|构成)(?:了|约|近|逾|超过?|高达)*$")
_HARM = re.compile("(?:左右)?的?(?:负面|额外|不利|潜在|直接|间接)*(?:损失|冲击|影响|成本|开支|费用)(?![是为])")


def is_cause(scan: Scan, amount: Amount) -> bool:
    """Whether an amount stands between 因 and 而, before what it led to, or is the harm that something did."""
    if scan.chinese and amount.kind == "money" and _HARM.match(scan.text, amount.end):
        low = max(scan.sentence.start, amount.start - 12)
        if _BROUGHT.search(scan.text, low, amount.start):
            return True
    opens = _OPENS.search(scan.text, max(scan.sentence.start, amount.start - 52), amount.start)
    return opens is not None and bool(_CLOSES.match(scan.text, amount.end, scan.sentence.end))

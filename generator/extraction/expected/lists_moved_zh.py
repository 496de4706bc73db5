"""Lists of years that a Chinese house moved from, of a metric told without a word for expecting: 净利润由401/512/625亿元下调至120/188/389亿元."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_FROM = re.compile(
    r"(?:由|从|自)(?:原来?的?|此前的?|人民币|约)*(?P<first>-?[\d.,]+[万亿]*元?(?:\s?[/、]\s?-?[\d.,]+[万亿]*元?){1,5})"
)
_MOVED = re.compile(
    r"[万亿]*(?:人民币|[美港]?元)?(?:分别|各|大幅|小幅|进一步)*(?:[上下][调修]|调[高低升降整]|修[正订]|收窄|扩大|提[高升]|降低|微[调升降])(?:[至到为]|各?[至到])\s?-?\d"
)


def is_moved_from_list(scan: Scan, amount: Amount) -> bool:
    """Whether an amount stands in a list that was moved to another one."""
    if not scan.chinese:
        return False
    start, end = scan.clause(amount.start)
    for found in _FROM.finditer(scan.text, start, end):
        if found.start("first") <= amount.start < found.end("first"):
            return _MOVED.match(scan.text, found.end("first"), end) is not None
    return False

"""Numbers whose point was lost on the way, in a text that does not tell which: of 709 4亿元 nobody knows whether it is 709.4 or 7094."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

TORN = "a number behind another one, as where a point was lost"
# but 2025 1131亿元, Q3 1131亿元, 小米17 4499元: a year, a quarter or a model stands before it
_NUMBER_BEFORE = re.compile(r"(?<![\dA-Za-z.,/:(~-])(?<![\u4e00-\u9fff]{2}第)(?!(?:19|20)\d\d )\d{1,4} \Z")
# `RMB 30 35 billion`: a range, or 30.35
_MONEY_BEFORE = re.compile(r"(?<![A-Za-z])(?:RMB|CNY|HK\$|HKD|US\$|USD|[$€£¥]) ?\d{1,4} \Z")
# 交付20, 976辆: the comma of thousands; but 分别售出320, 450辆 is a list
_THOUSANDS = re.compile(r"(?<![\d.,A-Za-z])\d{1,3}, \Z")
_IN_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_LISTED = re.compile("分别|依次|各")
_BACK = 8  # characters


def is_torn(scan: Scan, amount: Amount) -> bool:
    """Whether an amount stands behind another number, with a blank between; in English, behind a sum of money."""
    if not scan.chinese:
        low = max(scan.sentence.start, amount.start - 2 * _BACK)
        return amount.scaled and bool(_MONEY_BEFORE.search(scan.text, low, amount.start))
    if amount.kind not in ("money", "count", "bare") or not scan.text[amount.start].isdigit():
        return False
    low = max(scan.sentence.start, amount.start - _BACK)
    if _THOUSANDS.search(scan.text, low, amount.start) and _IN_THOUSANDS.match(scan.text, amount.start):
        return not _LISTED.search(scan.text, scan.sentence.start, amount.start)
    return amount.kind != "bare" and bool(_NUMBER_BEFORE.search(scan.text, low, amount.start))

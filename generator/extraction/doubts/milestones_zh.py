"""Milestones that Chinese notes call by a nickname: 长期实现“双亿(1亿台)”里程碑 is of no named time, and no price."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

MILESTONE = "a long-term aim, of no named time"
_IN_TIME = re.compile(r"(?:中?长期|长线|长远|远期|最终|终极|未来)[^,;。“\"「『]{0,14}[“\"「『][^,;。”\"」』]{0,16}$")
_NICKNAME = re.compile(r"[^,;。]{0,12}[”\"」』][^,;。]{0,4}(?:里程碑|俱乐部|愿景|目标|关口|大关|时代|规模)")
_LEAD = 40  # characters before an amount, within which it is said


def of_milestone(scan: Scan, amount: Amount) -> str | None:
    """Return why an amount within a nickname in quotation marks is no figure of the time spoken of."""
    if not scan.chinese:
        return None
    said = _IN_TIME.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start)
    return MILESTONE if said and _NICKNAME.match(scan.text, amount.end, scan.sentence.end) else None

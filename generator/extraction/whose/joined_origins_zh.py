"""Times that Chinese joins to one that something is set beside or came from: 由2023年同期的1.7%及第四季度的6.2%升至12.9%."""

from __future__ import annotations

import re

from generator.extraction.changes.two_times_zh import is_one_of_two_times
from generator.extraction.marks.scanning import Scan, once_each
from generator.extraction.periods.mention import PeriodMention

_AND = re.compile(r"(?:人民币)?[元台辆部]?(?:以?及|和|与|、)")
_SET = r"(?:由|从|自|[相对]?比|较|[高低优逊]于|超过|不及)"
_BESIDE = re.compile(rf"{_SET}\Z")
_OF_THEN = re.compile(r"(?:同期)?的?(?:约|近|逾)?(?:人民币)?")
# 低于去年同期的16.6%及上季度的12.1%
_BEFORE = re.compile(
    rf"{_SET}(?:(?:去年|上年|前一年|上一年)(?:同期|同季)?|一年前|[上前]一?个?季度?)的?(?:约|近|逾)?(?:人民币)?\Z"
)


@once_each
def joins_an_origin(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a time stands right behind another one that something is set beside, with its amount or as the second of two."""
    if scan.chinese and is_one_of_two_times(scan.text, scan.sentence.start, mention.start, mention.end):
        return True
    before = next((a for a in reversed(scan.amounts) if a.end <= mention.start), None) if scan.chinese else None
    if before is None or not _AND.fullmatch(scan.text, before.end, mention.start):
        return False
    if _BEFORE.search(scan.text, max(scan.sentence.start, before.start - 14), before.start):
        return True
    then = next((p for p in scan.periods if _OF_THEN.fullmatch(scan.text, p.end, before.start)), None)
    return then is not None and bool(_BESIDE.search(scan.text, max(0, then.start - 3), then.start))

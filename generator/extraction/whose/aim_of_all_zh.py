"""The aim of the year behind one of the parts of what was sold: 总销量31万辆,其中新能源18.8万辆,完成全年300万辆目标的93% tells the company's own."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_AIM = re.compile(r"[辆台]?(?:的|这一)?(?:年度|全年|全年度|年|年初|销量|销售|交付|既定|原定|总)*目标(?!价)")
_OF_THE_YEAR = re.compile(
    r"(?:完成|达成|实现|达到?|兑现|相当于|占|距离?|对应)了?(?:公司|集团|其|约|已)*(?:20\d\d年|今年|本年)?(?:全年|年度|年初)?[^,;。\d]{0,8}$"
)
_OF_WHICH = re.compile("其中|当中")
_OF_A_PART = re.compile("新能源|电动|纯电|插电|混动|燃油|出口|海外|国内|乘用|商用|品牌|车型|系列")


def is_aim_of_all(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether a Chinese amount is the year's aim of all, in a clause that names no part, behind parts of what was told."""
    if not scan.chinese or amount.kind not in ("count", "bare") or not _AIM.match(scan.text, amount.end):
        return False
    low, high = scan.clause(amount.start)
    if not (mention.end < low and _OF_WHICH.search(scan.text, scan.sentence.start, low)):
        return False
    named = any(low <= m.start < high for m in scan.segments) or _OF_A_PART.search(scan.text, low, high)
    return not named and _OF_THE_YEAR.search(scan.text, low, amount.start) is not None

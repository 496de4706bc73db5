"""Cars that an association or an office counted of all makers: `According to the China Association of Automobile Manufacturers, China sold 160,000`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.whose.context import Surroundings

# `According to the China Association of Automobile Manufacturers, China sold 160,000`, and behind it `Among them, the sales of`
_COUNTERS = re.compile(
    r"\b(?:China Association of Automobile Manufacturers|CAAM|China Passenger Car Association|CPCA|National Bureau of Statistics|European Automobile Manufacturers|ACEA|Federation of Automobile Dealers|VAHAN|JADA)\b"
)
# 中汽协预计,全年新能源汽车销量将达1150万辆; no 据乘联会数据,公司10月销量
_COUNTERS_ZH = re.compile(
    r"(?:中汽协|汽车工业协会|乘联分?会|乘用车市场信息联席会|汽车流通协会|公安部|工信部|统计局|业内|业界)[^;。]{0,20}?(?:显示|数据|统计|表示|指出|[预估]计|预测|预期|预判|认为|称|披露|公布|发布)(?![^;]*(?:公司|集团|该(?:品牌|车企)|其))"
)
_AMONG_THEM = re.compile(
    r"\s*(?:Among (?:them|these|those)|Of (?:them|these|those|the total)), (?:the |sales |production |exports )"
)
_BEFORE = 500  # characters before a sentence, within which the sum stands whose parts it tells


def is_of_counters(around: Surroundings, mention: Mention) -> bool:
    """Whether cars are those that an association or an office counted of all makers, or a part of what the sentence before told so."""
    scan, cars = around.scan, any(name in OF_CARS for name in mention.metrics)
    if not cars or around.subject_before(mention.end) is not None:
        return False
    counters = _COUNTERS_ZH if scan.chinese else _COUNTERS
    if counters.search(scan.text, scan.sentence.start, mention.end):
        return True
    part = _AMONG_THEM.match(scan.text, scan.sentence.start)
    before = scan.text.rfind("\n", 0, max(scan.sentence.start - 2, 0))
    return part is not None and bool(
        _COUNTERS.search(scan.text, max(before, scan.sentence.start - _BEFORE), scan.sentence.start)
    )

"""Parts of a revenue that a Chinese sentence lists by how much they grew: 分地区看,美洲增长6%至442亿美元,欧洲增长15%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

# 分业务看, 按地区划分, 从区域来看; 其中 says so only behind a whole
BY_PARTS = re.compile(
    r"[\s•·]*[一-鿿]{0,3},?(?:(?:分|按|从)(?:业务|部门|产品|地区|区域|市场|板块|渠道|分部)(?:来?看|划分|计|而言)?),?"
)
_OPENS = (",", "、", ";", "和", "及", "与", "中", "看", "而", ":", " ")
_GREW = re.compile(
    r"(?:地区|市场|业务|板块|分部|区)?(?:则|也|亦|均|都)?(?:(?:同比|按年|环比|按季|年)?(?:大幅|强劲|小幅|微|逆势|快速|高速|仅)*(?:增长|增加|上升|提升|下降|下滑|减少|下跌|增|升|降|跌|\+)|(?:同比|按年|环比|按季)-?)(?:了|约|近|超过?|逾)*"
)
# 汽车业务32.5%的增速高于公司整体营收增速
_AT = re.compile(r"(?:业务|板块|分部|市场|地区)?(?:则|也)?(?:以|实现|录得)?(?:同比|按年)?")
_RATE = re.compile("的?(?:同比|按年)?(?:增速|增幅|增长率|增长(?!额|点|到|至))")


def parts_that_grew_zh(marks: Scan, told: tuple[str, str | None] | None) -> Scan:
    """Return a sentence's marks with each part that only grew as a mention of the revenue told before."""
    if not (marks.chinese and marks.segments) or told != ("revenue", None):
        return marks
    by_parts = BY_PARTS.match(marks.text, marks.sentence.start, marks.sentence.end)
    found = [
        Mention(part.start, part.end, ("revenue",), part=part.segment)
        for part in marks.segments
        if marks.text[part.start - 1] in _OPENS or part.start == marks.sentence.start
        if any((by_parts and _moved(marks, part, a)) or _grew_at(marks, part, a) for a in marks.amounts)
    ]
    return marks.with_metrics(found)


def _moved(marks: Scan, part: Mention, amount: Amount) -> bool:
    """Whether a part is said to have moved by a percentage, and nothing of it is named."""
    named = any(part.start < m.end and m.start < amount.start for m in marks.metrics)
    return amount.kind == "percent" and not named and bool(_GREW.fullmatch(marks.text, part.end, amount.start))


def _grew_at(marks: Scan, part: Mention, amount: Amount) -> bool:
    """Whether a part is said to have a rate of growth."""
    at = amount.kind == "percent" and _AT.fullmatch(marks.text, part.end, amount.start)
    return bool(at and _RATE.match(marks.text, amount.end))

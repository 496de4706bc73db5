"""Cars that were sold in a week, of which no report tells: 零跑9月最后一周的销量来到1.6万, 理想第39周销量1.03万辆."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD

_SOLD = (*CARS_SOLD, "unit_sales")
OF_A_WEEK = "of a week"
_WEEK = re.compile(
    r"(?:第\d{1,2}|[首末单每双]|[上本当这那][一]?|前[一两三]|最[后近]一|过去一|近一)(?:个)?周(?!年|[一二三四五六日末期]|刊|报|转)|周(?=销|交付|度)"
)
# what was told in a week, or is told of a longer time again
_ELSE = re.compile("公布|发布|宣布|表示|披露|显示|称|累计|累积|[全当单]月|[全当]季|全年")

_DATED_WEEK = re.compile(
    r"第\d{1,2}周(?:\([^()]{3,24}\))?[^,;。\d]{0,10}(?:销量|上险量?|交付量?|榜单?|数据|排行榜?|排名)|周销量?榜单?|周榜|单周销量"
)
_LONGER = re.compile(r"(?<!\d)\d{1,2}月(?!\d{1,2}日|\d)|[全当单本]月|[一二三四]季度|全年|累计")
_NEAR = 400  # characters before a sentence, within which a week is told


def of_a_week(scan: Scan, amount: Amount, mention: Mention) -> str | None:
    """Return a doubt where a Chinese sentence counts the cars of a week, and names no other time behind it."""
    if (
        not scan.chinese
        or not any(m in _SOLD for m in mention.metrics)
        or amount.kind not in ("count", "bare", "percent", "times")
    ):
        return None
    weeks = list(_WEEK.finditer(scan.text, scan.sentence.start, amount.start))
    if not weeks:
        return OF_A_WEEK if _goes_on(scan, amount) else None
    at = weeks[-1].end()
    again = any(at <= p.start < amount.start for p in scan.periods) or _ELSE.search(scan.text, at, amount.start)
    return None if again else OF_A_WEEK


def _goes_on(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence without a time goes on with a week whose dates the text told before: 第43周(10月21日至27日)的销量数据."""
    if any(p.start < amount.end for p in scan.periods) or _ELSE.search(scan.text, scan.sentence.start, amount.start):
        return False
    low = max(0, scan.sentence.start - _NEAR)
    told = [m.end() for m in _DATED_WEEK.finditer(scan.text, low, scan.sentence.start)]
    return bool(told) and not _LONGER.search(scan.text, told[-1], scan.sentence.start)

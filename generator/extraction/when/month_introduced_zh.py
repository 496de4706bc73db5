"""The month whose figures a Chinese sentence without any introduces: 从各公司披露的10月数据看,差距已拉开。零跑单月交付7万辆."""

from __future__ import annotations

import re

from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_ITS_RESULTS = re.compile(
    r"份?的?(?:[一-鿿]{0,4}?)(?:数据|数字|业绩|成绩|战[报绩]|销情|车市|榜单|排名|销量|交付|交车|营收|财报|营运|出货)"
)
# 将于10月公布业绩, 10月中公布数据: when they come out
_COMES_OUT = re.compile(r"份?[初中底末]|份?[^,;。\d]{0,6}(?:公布|公告|披露|发布|放榜|揭晓|出炉|举行|召开)")


def month_introduced(around: Surroundings) -> Period | None:
    """Return the only month that a sentence names, where it tells no amount and speaks of what came in it."""
    scan = around.scan
    if not scan.chinese or scan.amounts or len(around.resolved) != 1:
        return None
    mention, period = around.resolved[0]
    if period.kind != "month" or mention.scope != "month" or not around.calendar.is_over(period):
        return None
    if _COMES_OUT.match(scan.text, mention.end, scan.sentence.end):
        return None
    return period if _ITS_RESULTS.match(scan.text, mention.end, scan.sentence.end) else None

"""Changes of which Chinese names the metric only in the next clause: 腾势则同比减少17.2%,只卖出9980辆."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan

_LEADS = re.compile("(?:而|但|其中|此外|另外|同时|至于|当中)?")
# behind who, or what part, it is that moved
_MOVED = re.compile(
    "(?:品牌|汽车|业务|集团)?(?:则|也|亦|却|同样|更|仍)*(?:同比|环比|按年|按季)?(?:大幅|小幅|强劲|微幅?|略微?|猛|骤|大|暴)?"
    "(?:增长|成长|增加|上升|提升|下降|下滑|减少|下跌|回升|回落|增|升|降|跌|减)(?:了|约|近|逾|超过?)*"
)
# 小米跌2%,手机出货4330万台; 蔚来升3%: shares do so as well, where nothing says against when
_AS_SHARES_DO = re.compile("(?:上升|下跌|回升|回落|下滑|[升跌涨]|(?<!减)降)(?:了|约|近|逾|超过?)*$")
_SAYS_WHEN = re.compile("同比|环比|按年|按季")
_NEXT = re.compile("(?:仅|只|共|合计|累计|单月|当月|当季|季内|则|也|其|的|总)*")
_IS = re.compile("(?:了|为|是|达到?|共|约|近|逾|超过?|仅|只有?|有|出)*")
_FAR = 8  # characters into the next clause, within which its metric stands


def told_next(scan: Scan, amount: Amount) -> Mention | None:
    """Return the metric that the clause behind a change opens with, where that one names nothing but who moved."""
    start, end = scan.clause(amount.start)
    level = scan.following(amount)
    if not scan.chinese or level is None or level.kind not in ("count", "money") or scan.text[end : end + 1] != ",":
        return None
    names: list[Mention | EntityMention] = [*scan.entities, *scan.segments]
    named = [m for m in names if start <= m.start and m.end <= amount.start]
    who = next((m for m in named if _LEADS.fullmatch(scan.text, start, m.start)), None)
    if who is None or not _MOVED.fullmatch(scan.text, who.end, amount.start):
        return None
    unsaid = isinstance(who, EntityMention) and not _SAYS_WHEN.search(scan.text, who.end, amount.start)
    if unsaid and _AS_SHARES_DO.search(scan.text, who.end, amount.start):
        return None
    metric = next((m for m in scan.metrics if end < m.start <= end + _FAR and not m.nothing), None)
    if metric is None or not _NEXT.fullmatch(scan.text, end + 1, metric.start):
        return None
    return metric if _IS.fullmatch(scan.text, metric.end, level.start) else None

"""Stock that only heads what was set aside for it: 存货:三季度计提存货跌价准备15亿元 tells of no stock."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.terms import NO_METRIC

_STOCK = "inventory"
# no number, no stop and no stock of its own stands between the label and what was set aside
_SET_ASIDE = re.compile(
    r"[^。;\n\d]{0,16}?(?:(?:20\d\d年?|Q[1-4]|[1-4]Q|[1-4]季|\d{1,2}月)[^。;\n\d]{0,8}?){0,2}"
    r"(?:(?:计提|提列|认列|提取|拨备|增提|回冲|冲回|转回|确认)[^。;\n\d]{0,12}?(?:跌价|减值|呆滞|报废|减损|撇减|拨备|备抵|损失|准备)"
    r"|(?:跌价|减值|呆滞|报废|减损|撇减)[^,。;\n\d]{0,6}?(?:损失|准备|备抵|拨备))[^。;\n\d余存]{0,10}\d"
    # 存货:本季计提7.02亿美元存货准备
    r"|[^。;\n\d]{0,12}?(?:计提|提列|认列|提取|拨备|增提)[^。;\n\d]{0,4}\d[\d.,]*[^,。;\n\d]{0,6}?(?:存货|库存)?(?:跌价|减值|呆滞)?(?:准备|拨备|备抵|损失)"
)


def without_provisions(mentions: list[Mention], text: str) -> list[Mention]:
    """Return the mentions of a stretch, stock that only heads a provision as of no metric."""
    return [
        replace(m, metrics=(NO_METRIC,)) if m.metrics == (_STOCK,) and _SET_ASIDE.match(text, m.end) else m
        for m in mentions
    ]

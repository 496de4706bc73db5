"""Chinese clauses whose subject no name of the catalogue is, and that only say how far it grew: 淘宝闪购增长60%,飞猪增长10%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

# words that tell of nothing new, but how, when or against what something grew
_NO_NAME = (
    "同比|环比|按年|按季|按月|年比|季比|较|比|去年|上年|前年|今年|本年|当年|全年|上季|本季|当季|单季|季度|季|半年|月|期内|同期|期间|累计|合计|共计|总计|平均|其中|分别|各自|双双|均|都|也|则|亦|更|仍|还|又|再|就|已|可|会|将|料|预|约|近|逾|超"
    "|大幅|小幅|显著|明显|稳步|稳健|持续|连续|继续|快速|高速|迅速|强劲|逆势|略|微|轻微|温和|急|骤|猛|实际|实现|录得|取得|保持|维持|出现|呈现|获得|达到?|达成|净|总|整体|总体|结果|最终|最后|合共|合并|综合|名义|有机|内生|固定汇率|不变汇率|口径|剔除|扣除|不计|若|如|按|以|因|由|从|至|到|在|对|令|使|让|带动|推动|拉动|贡献"
    "|增长|增速|增幅|升幅|降幅|跌幅|涨幅|幅度|增加|减少|变动|变化|公司|集团|该公司|业绩|这一|该|此|前者|后者|两者|三者|数字|数据|指标|金额|规模|总额|总量|数量|销量|销售|收入|营收|利润|净利|盈利|毛利|成本|费用|支出|开支|价格|均价|单价|股价|需求|市场|行业|大盘|[一二三四五六七八九十\\d]"
)
_GREW = re.compile(
    r"(?:其中|而|但|且|及|和|、)?(?P<name>[一-鿿A-Za-z·]{2,10}?)(?:业务|板块|品类|产品)?(?:亦|也|则|更|同比|按年|年|大幅|显著|强劲|快速|微|略)*(?:增长|成长|上升|提升|下降|下滑|下跌|减少|[增升降跌涨])(?:了|约|近|逾|超|达)*"
)
_HAS_NO_NAME = re.compile(_NO_NAME)


def is_unknowns_growth(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether a percentage says how far something grew that no name of the catalogue is, behind a clause that told a metric."""
    start = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    if not scan.chinese or amount.kind != "percent" or mention.end > start:
        return False
    grew = _GREW.fullmatch(scan.text, start, amount.start)
    if grew is None or _HAS_NO_NAME.search(grew["name"]):
        return False
    low, high = grew.span("name")
    marks: tuple[Sequence[Any], ...] = (scan.segments, scan.entities, scan.periods, scan.metrics, scan.cues)
    return not any(low < mark.end and mark.start < high for listed in marks for mark in listed)

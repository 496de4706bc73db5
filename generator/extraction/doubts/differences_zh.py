"""Amounts of a Chinese sentence that say by how much something differs, or what another figure is set beside: 距离…还差, 比特斯拉多卖出近39万辆, 远超手机业务的11.5%."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.more_zh import DONE
from generator.extraction.marks.scanning import Scan

_GAP = re.compile(
    r"(?:差距|差额|缺口|价差|相差)[一-鿿]{0,8}\s?$|(?:还|只|仅|尚|就|仍|也)[差缺](?:了|约|近|不到|将近)?$|[超高多]出(?:了)?(?:[去上]一?年|上一?个?季度?)?(?:同期|同季|同月)?(?:约|近|逾)?$|(?:距离?|离)[^,;。]{2,16}[差缺](?:了|约|近|不到|将近)?$"
)
# 以2万多辆之差输给对手, 以120万台的差距领先
_GAP_BEHIND = re.compile(
    "多?[辆台部件支个名人家]?(?:之[差遥]|的?(?:微弱|些微|极小|微小|较大|巨大)?的?(?:差[距额]|领先幅度|优势))"
)
_MORE_THAN = re.compile(
    rf"(?<![同环相])比(?!亚迪)[^,;。\d]{{1,10}}(?:多|(?<!期减)(?<!季减)(?<!度减)(?<!年减)(?<!月减)少){DONE}?出?(?:了|近|约|逾|超|\s)*$"
)  # 比特斯拉多卖出近39万辆
# 单车均价比三季度高0.7万元, 净利润比市场预期高8亿元; no 比去年同期高5%
_HIGHER_THAN = re.compile(r"(?<![同环相])比(?!亚迪)[^,;。\d]{1,10}[高低](?:出|了|近|约|逾|超|\s)*$")
# 四季度多交付超4万辆: more than before; no 大多, 许多, 更多, 很多
_SO_MANY_MORE = re.compile(
    r"(?<![大许更很最众不至差较诸繁太好])多(?:交付|卖出?|售出?|销售|出货|开出?|赚)了?(?:出)?(?:约|近|逾|超过?|\s)*$"
)
# `远超手机业务的11.5%`, `超越特斯拉Model Y的4.12万辆`: what a figure is set beside
_SURPASSED = re.compile(r"(?:超(?:过|越|出)?|高于|低于|碾压|领先于?|优于|逼近|接近|不及|逊于)[^,;。\d]{0,16}$")
# `(+3%),好于上季度下降1.8%趋势`: the rate of a period before, which one is set beside
_RATE_BEFORE = re.compile(
    r"(?:[好优差逊快慢高低大小强弱]于|[好优差高低快慢强弱]过|不及|不如|超过)了?(?:在)?(?:上一?个?季度?|前一?个?季度?|[去上]年|[去上]年同期|上个?月|此前)(?:同期|同季)?(?:的|时|录得的?)?(?:(?:同比|环比)?[一-鿿]{0,2}(?:[增升涨降跌减]|增长|上升|上涨|下降|下滑|下跌|减少)(?:幅|速)?(?:的|了)?)(?:约|近)?[-+]?$"
)
_SLOWER = re.compile(
    r"(?:增速|增幅|降幅|跌幅|增长率|涨幅)[^,;。\d]{0,6}(?:[好优差逊快慢高低大小强弱]于|不及|不如|超过)(?:上一?个?季度?|前一?个?季度?|[去上]年)(?:同期|同季)?的?$"
)
_OF_ANOTHER = re.compile(r"(?:业务|分部|板块|车型|系列)?(?:的(?:约|近)?|\()$")
_PRICED = re.compile(r"\((?:不?含税|税[前后]|指导|官方|建议)[一-鿿]{0,5}$")  # 平均单价25.4万元(含税价28.7万元)
# `毛利率达36%,超越市场预期4%`: by how much; 34.5% there would be what was expected
_BEYOND = re.compile(
    r"(?:超[越出过]|高于|低于|优于|好于|不及|胜过|逊于)[一-鿿]{0,10}(?:预期|预估|共识)(?:约|近|逾|达)?$"
)
_OF_VIEW = re.compile(
    r"的(?:市场|分析师|机构|一致|平均|彭博|此前)*(?:预期|预估|预测|共识|目标|指引)"
)  # 超出1125亿元的市场预估
_LIKE = Decimal("0.65")  # of the margin that came: what was expected is no smaller


def is_difference(scan: Scan, amount: Amount, start: int) -> bool:
    """Whether an amount says by how much something differs, not what it is."""
    text = scan.text
    if is_of_a_view(scan, amount):
        return False
    more = amount.kind != "percent" and _MORE_THAN.search(text, max(start, amount.start - 20), amount.start)
    more = more or (amount.kind == "money" and _HIGHER_THAN.search(text, max(start, amount.start - 20), amount.start))
    more = more or (
        amount.kind != "percent" and _SO_MANY_MORE.search(text, max(start, amount.start - 10), amount.start)
    )
    return (
        bool(more)
        or _is_how_far_beyond(scan, amount, start)
        or _GAP.search(text, max(start, amount.start - 14), amount.start) is not None
        or _GAP_BEHIND.match(text, amount.end) is not None
    )


def is_of_a_view(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what somebody expected, as is said behind it: 超出1125亿元的市场预估."""
    return _OF_VIEW.match(scan.text, amount.end) is not None


def is_set_beside(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is only what another figure is set beside: a part's, a rate's of the time before, a price with taxes."""
    return (
        _is_of_a_part_surpassed(scan, amount)
        or _is_rate_before(scan, amount)
        or _PRICED.search(scan.text, max(scan.sentence.start, amount.start - 10), amount.start) is not None
    )


def _is_how_far_beyond(scan: Scan, amount: Amount, start: int) -> bool:
    """Whether what stands behind an expectation is by how much a level beat it, being far from the level itself: 毛利率达36%,超越市场预期4%; 收入1131亿元,超出市场预期6亿元."""
    if amount.kind not in ("percent", "money") or not _BEYOND.search(
        scan.text, max(start, amount.start - 20), amount.start
    ):
        return False
    came = [a.value for a in scan.amounts if a.end <= amount.start and a.kind == amount.kind]
    return bool(came) and amount.value < _LIKE * came[-1]


def _is_of_a_part_surpassed(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is that of a part right before it, which a figure surpassed."""
    for part in scan.segments:
        if any(e.start <= part.start and part.end <= e.end for e in scan.entities):
            continue  # 超过小米汽车的8022辆 is that company's
        if part.end <= amount.start and _OF_ANOTHER.fullmatch(scan.text, part.end, amount.start):
            low = max(scan.sentence.start, part.start - 20)
            return bool(_SURPASSED.search(scan.text, low, part.start))
    return False


def _is_rate_before(scan: Scan, amount: Amount) -> bool:
    """Whether a rate is that of the period before, which the one told is better or worse than."""
    low = max(scan.sentence.start, amount.start - 28)
    return amount.kind in ("percent", "points") and bool(
        _RATE_BEFORE.search(scan.text, low, amount.start) or _SLOWER.search(scan.text, low, amount.start)
    )

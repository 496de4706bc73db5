"""Amounts of a Chinese sentence that are of no period's whole: a rate, one of several, what would have to be or would be were something left out."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.conditions_zh import is_supposed
from generator.extraction.doubts.hearsay_zh import hearsay
from generator.extraction.doubts.qualifiers import WITHOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

WITHOUT_ITEMS = ("adjusted_", "net_profit_recurring")
# `11月和12月需保持月均3.98万至4.23万台`: a rate, and only what would have to be
_EACH_MONTH = re.compile(
    r"(?:[月日周年]均|平均每[月天日周年]|(?:每|一)(?:天|小时|分钟)[一-鿿]{0,4}?)(?:约|近|超过?|逾|达)?(?:[\d.]+万?[-~至到])?$"
)
_ON_AVERAGE = ("平均单月", "平均每月", "单月平均", "月平均")  # 11月及12月平均单月营收可能下滑
# `月交付保持在2万辆以上`, `连续4个月突破3万辆`: of each of several months
# but 月交付量首次越过四万大关,达到40397辆: of the month told
_MONTHLY = re.compile(
    r"(?<![\d一二三四五六七八九十本当单上个昨今首全整该次同按])[月周日](?:交付|销量|销售)(?!量?(?:首[次度]|再[次度创])[^,;。]{2,14},达)"
)
_ACTIVE = ("月活", "日活")  # 每月活跃用户有4.68亿户 are all of them
# 有4个月零跑的销量都在4万台上下
_RUNNING = re.compile(
    r"(?:连续(?:第?[一二两三四五六七八九十\d]+|多|数)个?(?:月|周|季度?)|(?:有|共|其中)(?:[一二两三四五六七八九十\d]+|多|数)个(?:月|季度))[^,;。]{0,16}$"
)
_NEEDED = re.compile(
    r"(?:能否|是否|可否|有无可能)[^,;。]{0,8}$|(?:仍|还)?(?:需要?|须|必须|至少要|有待)(?:再|保持|达到|完成|实现|交付|卖出|销售)[^,;。]{0,12}$|(?:至少|最少|仍|还)(?:[还仍再])?[得要需](?:再)?(?:交付?出?|卖出?|完成|实现|做到|达到)(?:约|近|逾|超过?)*$"
)
# 乐观情境下可达5500亿元, 牛市情景目标价80港元, 基本情况为540万辆: one of several that may come
_SCENARIO = re.compile(
    r"(?:基准|基本|基础|基线|乐观|悲观|牛市|熊市|中性|保守|最坏|最佳|最差|最好|极端|上行|下行)(?:的?(?:情[境景形况]|假设)(?!如下|[:：介])|下)[^,;。]{0,24}$"
)
# 新台币每升值1%,毛利率约减少0.4个百分点
_EACH_STEP = re.compile(
    r"每(?:升值?|贬值?|变[动化]|波动|上[升涨调]|下[降跌调]|增加?|减少?|提高|降低|涨|跌)(?:约|了|近)?[\d一][^;。]{0,60}$"
)
_WITHOUT = re.compile(
    r"[^;。]{0,12}?(?:若|如|假设|假如)(?:排除|剔除|扣除|撇除|撇开|不计|不考虑)[^;。]*(?:将为|将达到?|会是|应为)约?$"
)  # 若排除召回成本的影响,毛利率将为20.4%
# `剔除已处置业务后,收入同比增长15%`, `16.3%(剔除召回成本影响后为20.4%)`: what the reported figure includes
_LEFT_OUT = re.compile(
    r"(?:^|[,;。(])(?:[若如]|如果|假如|但|而|在|即便|即使)?(?:剔除|扣除(?!非)|不考虑|撇除|撇开|排除|不计入?|除去|刨除|还原)(?!一次性|非经常|特定项目|股权激励|股份支付|以股份)[^,;。()]{0,30}?"
    r"(?:(?:之?后|的?影响|的?因素|业务|收入|口径下?),?|,)[^,;。()]{0,30}(?:\([^()]*)?$"
)
# 剔除碳积分汽车毛利率12.5%: what is left out stands right before what is told without it
_LEFT_OUT_AT = re.compile("(?:剔除|扣除(?!非)|撇除|排除|不含|不计入?)[一-鿿]{2,8}的?$")
_SECOND_HAND = re.compile(r"二手|翻新机|官翻")  # 3.58亿部二手iPhone
_FEW = 100  # no maker ships so few: 每四部售出的手机中就有一部
_SHIPPED = (
    "shipments",
    "unit_sales",
    "vehicle_sales",
    "ev_deliveries",
    "smartphone_shipments",
    "smartphone_unit_sales",
)
# 每四名员工便有一人做研发
_ONE_IN = re.compile(
    r"每$|每(?:\d[\d,]*|[一二两三四五六七八九十百千]+)[名位个人台辆部家][^,;。\d]{0,10}?(?:[就便即]|[中里当])?[是有]$"
)


def why_of_some_time(scan: Scan, amount: Amount, mention: Mention, start: int) -> str | None:
    """Return why an amount is of no period's whole: a rate, one of several, one that would have to be."""
    text, lead = scan.text, scan.text[max(start, amount.start - 20) : amount.start]
    each = text.startswith("每", mention.start - 1) and not text.startswith(
        _ACTIVE, mention.start
    )  # 每卖出一台车就亏损4.5万元
    each = each or text.endswith(_ON_AVERAGE, 0, mention.start)
    each = each or (amount.kind == "count" and bool(_ONE_IN.search(text, max(start, amount.start - 20), amount.start)))
    if each or _EACH_MONTH.search(lead) or _MONTHLY.match(text, mention.start - 1):
        return "a rate, not the whole"
    if amount.kind == "count" and mention.metrics[0] in _SHIPPED:
        if amount.value < _FEW and not amount.scaled:
            return "a few of them, not the whole"
        if _SECOND_HAND.search(text, start, scan.clause(amount.end)[1]):
            return "of what was sold before"
    if _RUNNING.search(text, max(start, amount.start - 28), amount.start):
        return "of each of several months"
    return _supposed(scan, amount, mention, lead)


def _supposed(scan: Scan, amount: Amount, mention: Mention, lead: str) -> str | None:
    """Return why an amount is only what would be, were something left out or something else needed."""
    if why := hearsay(scan, amount):
        return why
    if _SCENARIO.search(scan.text, max(scan.sentence.start, amount.start - 40), amount.start):
        return "what would be in one of several scenarios"
    if _EACH_STEP.search(scan.text, max(scan.sentence.start, amount.start - 70), amount.start):
        return "what would be for each step of something else"
    if (
        is_supposed(scan, amount)
        or _NEEDED.search(lead)
        or _WITHOUT.match(scan.text, scan.sentence.start, amount.start)
    ):
        return "what would have to be, not what was"
    if mention.metrics[0].startswith(WITHOUT_ITEMS):
        return None
    left_out = _LEFT_OUT.search(scan.text[scan.sentence.start : amount.start])
    left_out = left_out or _LEFT_OUT_AT.search(scan.text, max(scan.sentence.start, mention.start - 10), mention.start)
    return WITHOUT if left_out else None

"""What a Chinese text says loosely: about where a figure lies, what is spent and not taken in, what only some think."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import PRICES
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

# 毛利率落在中30%百分位: somewhere in the thirties
_SOMEWHERE = re.compile(r"(?:的)?(?:百分位|区间|区段|段|位数)")
# 年增30%中段, 成长约30%中位数, 30%的中间值: mid-thirties, and no 30%
_TENS = re.compile(r"(?:的)?(?:[前中后高低]段|中高段|中低段|中位数?|中间值|中间|中值)")

# 云收入增34%,预告投资将超3800亿元: what is to be spent or raised, and no takings
_SPENT = re.compile(
    r"(?:投资|投入|融资|募资|斥资|耗资|注资|出资|加码)(?:总?额|总?规模|计划|力度)?(?:(?:未来|今后)[一两二三四五\d]年)?"
    r"(?:将|会|拟|预计|预期|料|至少|或|再|累计|合计|共|了)*(?:超过?|达到?|逾|近|约|为|至|高达|不少于|不低于|人民币|\s)*$"
)
_TAKEN = ("revenue", "profit", "sales", "ebitda")

# 低于部分分析师约90亿美元的乐观看法, 有机构认为可达90亿美元: no consensus, and nothing that the company says
_SOME_THINK = re.compile(
    r"(?:部分|个别|少数|一些|若干|有的?|有些|某些?)[一-鿿]{0,4}?(?:分析师|机构|券商|投行|外资|投资[者人]|市场人士|业内人士)"
    r"(?!普遍|一致|平均|统计|数据)[^,;。\d]*$"
)


def said_loosely(scan: Scan, amount: Amount, mention: Mention) -> str | None:
    """Return why an amount is no figure of this text, None where it may be one."""
    if scan.text[amount.start - 1] in "中高低" and _SOMEWHERE.match(scan.text, amount.end):
        return "only about where it lies"
    tens = amount.kind == "percent" and amount.value > 0 and amount.value % 10 == 0 and not amount.range_end
    if tens and (_TENS.match(scan.text, amount.end) or scan.text.endswith("中段", 0, amount.start)):
        return "only about where it lies"
    priced = any(name in PRICES for name in mention.metrics)
    if not priced and _SOME_THINK.search(scan.text, max(scan.clause(amount.start)[0], amount.start - 40), amount.start):
        return "what only some expect"
    if amount.kind not in ("percent", "points", "times") and mention.metrics and mention.metrics[0].endswith(_TAKEN):
        spent = _SPENT.search(scan.text, max(scan.sentence.start, amount.start - 24), amount.start)
        if spent and mention.end <= spent.start():
            return "what is spent or raised, and no takings"
    return None

"""What a Chinese figure is told without: 剔除股权激励费用后的经营亏损, 净亏损(不计股份支付费用)为12亿元."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention

# 未扣除 says to some that it is in, to others that it is out
_OUT = r"(?<![未没])(?:剔除|扣除|撇除|剔去|减去|排除|除去|去除|扣减|不(?:计|算|含)(?:入|算|及)?|不包[括含]|未计(?:入|及)|不考虑|加回)"
_SHARES = r"(?:股权激励|股份激励|股票激励|股权奖励|股份奖励|股份支付|股份付款|股票支付|股份酬金|股权酬金|股份报酬|股权报酬|股份薪酬|股权薪酬|股票薪酬|股份补偿|股权补偿|股票补偿|期权)"
_ITEMS = rf"(?:{_SHARES}|以(?:股份|股权|股票)(?:为基础的?|支付的?|结算的?)(?:薪酬|报酬|酬金|支付|付款|补偿)|(?:SBC|sbc)(?![A-Za-z])|一次性(?:项目|损益|费用|开支|支出|收益|因素|影响|事项)|特殊项目|特定项目|非现金项目|非经营性?项目)"
_BEFORE = re.compile(rf"{_OUT}[^,;。\d]{{0,10}}?{_ITEMS}[^,;。\d]{{0,24}}(?:,[^,;。\d]{{0,6}})?$")
_BEHIND = re.compile(
    rf"[^,;。()\d]{{0,6}}(?:[\d.,]+\s?[万亿兆]*(?:[美港欧日]?元|人民币)?)?\([^()\d]{{0,6}}?{_OUT}[^()\d]{{0,10}}?{_ITEMS}[^()]{{0,20}}\)"
)
# 剔除股份酬金等项目,净利润112亿元,增幅32%,经营利润108亿元: what is left out is left out of the next profit, too
_GOES_ON = re.compile(
    rf"{_OUT}[^,;。\d]{{0,10}}?(?:{_ITEMS}|非(?:国际|公认|通用|美国|香港|IFRS|GAAP))[^,;。\d]{{0,24}},"
    r"(?!当中|其中)[^,;。]{0,6}(?:净利润?|纯利|溢利|盈利|利润|净亏损|亏损)[^,;。]{0,24},(?:[^,;。\d]{0,8}(?:增|升|减|降|跌|同比|按年)[^,;。]{0,16},){0,2}"
    r"(?:而|同时|其)?(?:经营|营业|营运)?$"
)
_FAR = 120  # characters before a metric, within which a chain of profits begins
_LEAD = 44  # characters before a metric, within which it is said what is left out


def leaves_out_zh(mention: Mention, text: str, floor: int) -> bool:
    """Whether a Chinese metric is told without what companies adjust their profits for."""
    before = _BEFORE.search(text, max(floor, mention.start - _LEAD), mention.start)
    before = before or _GOES_ON.search(text, max(floor, mention.start - _FAR), mention.start)
    return bool(before or _BEHIND.match(text, mention.end))

"""Expectations that a Chinese text says have been replaced: 此前预计全年交付38万辆,现上调至42万辆; 目标由271万辆增至300万辆."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.slashes import runs
from generator.extraction.marks.scanning import Scan

_NO_MARKET = "(?!市场|分析|华尔街|外界|机构|券商|彭博|法人)"
REVISED_FROM_ZH = re.compile(
    r"从[^,;。]{0,14}(?:预期|预估|预测|目标)的?(?:约|近|逾|超过)?$"
    rf"|[较比由](?:{_NO_MARKET}[^,;。\d]){{0,6}}(?:先前|此前|原先|之前|早前|原本|上一?季度?|上次|前次|[一二三]个月前)(?:{_NO_MARKET}[^,;。\d]){{0,4}}(?:预期|预估|预测|估计|预计|目标)的?(?:年增|季增|按年增长?|同比增长?|成长|增长)?(?:约|近|逾|超过)?$"
)  # 从两年前预期的逾300万辆下修至
_EXPECT = "(?:预计|预期|预估|预测|指引|估计|目标)"
# 该行原先估计美团今明两年盈利分别为203亿及354亿元
_HAD_EXPECTED = re.compile(
    rf"[^,;。\d]{{0,8}}(?:原先|原本|原来)(?:{_EXPECT}|料)(?:(?!现|[上下]调|[上下]修|实际)[^;。])*$"
)
# 小鹏此前预计全年交付38万辆,现上调至42万辆
_EXPECTED_BEFORE = re.compile(
    rf"(?:此前|先前|早前|之前|原先|原本|原来)(?:曾)?(?:[^,;。\d]{{0,6}})(?:{_EXPECT}|料)(?:(?![,;]\s?(?:但|而)?(?:目前|如今|最新|现|已经?|则))[^;。]){{0,120}}$"
)
_NOW = re.compile(
    r"[^;。]{0,120}?[,(](?:但|而)?(?:目前|如今|最新)?(?:现(?!金|有|货|场)|(?:已经?|则|现)?(?:上调|下调|上修|下修|调高|调低|调升|调降|调整|修正|改)[至到为])"
)
# 将全年销量目标上修10.7%,由271万辆增至300万辆
_AIM_FROM = re.compile(
    r"(?:目标(?!价)|预测|预期|预估|指引)[^;。]{0,32}?(?:由|从|自)\s?(?:原先的?|原来的?|原本的?|此前的?|大?约|近)*$"
)
_LIST_TO = re.compile(
    r"[台辆部元]?,?(?:分别)?(?:各)?(?:[上下][调修]|调[高低升降整]|修[订正改]|更新|升|降|增|减)[至到为]"
)
_AND = re.compile(r"[台辆部元]?(?:、|和|及|与)")
_AIM_TO = re.compile(
    r"\s?[台辆部元]?[^,;。\d]{0,4}(?:上调|调高|上修|提高|提升|增|升|下调|调低|下修|降|减|调)[至到为]|\s?[万亿台辆部元]*[美欧日港]?元?,?(?:再|现|则|已)?(?:改|变更?|修[订正改])[为成至到]"
)  # 目标从约35亿欧元改为35亿至40亿欧元


def had_expected(scan: Scan, amount: Amount) -> bool:
    """Whether a Chinese sentence opens with what somebody had expected, and now expects otherwise."""
    if _HAD_EXPECTED.match(scan.text, scan.sentence.start, amount.start):
        return True
    before = _EXPECTED_BEFORE.search(scan.text, scan.sentence.start, amount.start)
    return before is not None and bool(_NOW.match(scan.text, amount.end, scan.sentence.end))


def is_aim_raised(scan: Scan, amount: Amount) -> bool:
    """Whether a Chinese aim or forecast led from an amount to another: 目标由271万辆增至300万辆."""
    aimed = _AIM_FROM.search(scan.text, max(scan.sentence.start, amount.start - 44), amount.start)
    return bool(aimed and _AIM_TO.match(scan.text, amount.end)) or _is_in_list_raised(scan, amount)


def _is_in_list_raised(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is of a list that a Chinese forecast led from: 盈利预测由12亿、35亿及60亿元,下调至9亿元、18亿元及30亿元."""
    if not scan.chinese:
        return False
    run = next((r for r in runs(scan.amounts, scan.text, _AND) if amount in r), [])
    if len(run) < 2 or not _AIM_FROM.search(scan.text, max(scan.sentence.start, run[0].start - 44), run[0].start):
        return False
    return bool(_LIST_TO.match(scan.text, run[-1].end))

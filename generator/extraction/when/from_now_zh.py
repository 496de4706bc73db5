"""What a Chinese text only tells as where something moves from, without a time: 毛利率将由目前的13%升至16%, 目标价:69元→60元."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_FROM_NOW = re.compile(
    r"(?:从|由|自)(?:公司|集团)?(?:目前|现在|现时|现今|当前|现有|现行|如今|眼下|当下|现阶段|今天|今日)的?(?:每[部台辆股]|人民币|约|近|逾|超过?|不足|不到|大约|大概)*$"
)
_MOVES = re.compile(
    r"(?:人民币|[美港]?元|[台辆部家间人])?(?:左右|以上|以下|上下)?(?:的水平)?(?:\s?[-~至到]\s?[\d.,]+[%万亿]*[台辆部家元]?)?,?[^,;。\d]{0,12}?"
    r"(?:升|增|提|扩|涨|加|降|跌|减|缩|收|扩[大张充]|翻|改善|拉|推|回)[^,;。\d]{0,5}[至到为](?!今)"
)
# 目标价:90元->78.2元, 毛利率13.1%→14.5%
_ARROW = re.compile(r"(?:人民币|[美港]?元|[台辆部家人])?\s?(?:-{1,2}>|=>|[→➔⟶⇒])\s?(?:约|人民币|HK)?[$¥]?\d")
# 里昂目标价69元降至60元
_TARGET = re.compile(r"目标价?:?(?:为|约)?$")
_TARGET_MOVED = re.compile(
    r"(?:人民币|[美港]?元)?,?(?:大幅|小幅|微|再)?(?:[上下][调修]|调[高低升降]|[升降削砍增减])[至到]\d"
)


def is_moved_on(scan: Scan, amount: Amount) -> bool:
    """Whether an arrow behind an amount leads to what it became, or a target price is told with the one that it was cut or raised to."""
    if not scan.chinese:
        return False
    if _ARROW.match(scan.text, amount.end, scan.sentence.end):
        return True
    low = max(scan.sentence.start, amount.start - 6)
    told = _TARGET.search(scan.text, low, amount.start)
    return bool(told and _TARGET_MOVED.match(scan.text, amount.end, scan.sentence.end))


def is_from_now(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is where something stands that is told to move on: 计划将门店从目前的1.5万家增至2万家."""
    if not scan.chinese or not _FROM_NOW.search(scan.text, max(scan.sentence.start, amount.start - 16), amount.start):
        return False
    return _MOVES.match(scan.text, amount.end, scan.sentence.end) is not None

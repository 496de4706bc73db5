"""What goes without saying in Chinese: a sentence that opens with no more than who, when and how much is of what was told before.

市场此前的平均预期为705亿元。 去年同期为126亿元。 李斌:一季度是10.2%。
"""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Figure
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.reduced import reduced
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.measured_in import is_measured_in
from generator.extraction.unnamed.understood import LARGEST, is_near, is_of_no_time, of_told

# A sentence is reduced: E is a company, H a house, T a time, A an amount.
_OPENS = r"(?:[一-鿿]{2,4}:|答:|[^,:AESM]{0,12}汇编,|据[^,AESM]{1,20},|(?:但|而|不过|此外|另外|其中|相比之下),?)?"
_WHO = r"(?:[前首头][\d一二三四五六七八九十]{1,2}个?(?:月|季度?)|市场|分析师|机构|华尔街|外界|业界|卖方|券商|公司|集团|该公司|我们|其|它|E|H|T|此前|先前|之前|原先|原本|早前|上次|当时|年初)"
_WORDS = r"(?:的|累计|合计|此前|先前|之前|原先|原本|早前|早些时候|曾|平均|一致|普遍|共识|综合|中位数|预期|预计|预测|预估|估计|估算|估|料|预料|给出|数字|数据|数值|水平|则|也|亦|还|仍|已|均|都|约|为|是|达到?|有|近|逾|超过|超|仅|只|只有|大约|高达|就|到|至|在|于|了|会|将|可|可达|全年|单季|当季|当月|同期|合计|一共|共|录得|录|报|大概|差不多|目标|T)*"
_SAYS = re.compile(rf"{_OPENS}{_WHO}{_WORDS},?{_WORDS}")
_EXPECTS = re.compile("预|料|估|目标|共识|市场|分析师|机构|华尔街|外界|将|会|可")
_ENDS = re.compile(r"[台辆部元]?(?:左右|上下|以上)?(?:\([^()]{1,20}\))?(?:[,。;、!]|\s|$)")


# 首9个月, 前三季, 今年以来: more than a month or a quarter has
_LONGER = re.compile(
    r"(?:[前首头]|1[-至到~])[\d一二三四五六七八九十]{1,2}个?(?:月|季度?)|累计|[上下]半年|全年|今年以来|年初至今|20\d\d年|[今去]年(?:全年)?|合[计共]|第?[一二三四1-4]季度?"
)
_MONTHS = 12


def with_understood_zh(marks: Scan, told: Figure | None, names: Names) -> Scan:
    """Return a Chinese sentence's marks with the metric of the figure `told` before, where its first amount is of nothing else."""
    if not marks.chinese or not marks.amounts or told is None:
        return marks
    first = marks.amounts[0]
    said = _understood(marks, first, told, names)
    return marks.with_metrics([said]) if said else marks


def _understood(scan: Scan, amount: Amount, told: Figure, names: Names) -> Mention | None:
    """Return the metric of the figure `told` before as a mention right before an amount, where the sentence names nothing before that."""
    if told.metric in (None, "target_price", "share_price") or amount.range_end:
        return None
    if any(m.start < amount.end for m in scan.metrics) or not _ENDS.match(scan.text, amount.end):
        return None
    if not is_measured_in(names.catalogue, told.metric or "", amount) or not is_near(
        told, amount, LARGEST * _times(scan, told, amount)
    ):
        return None
    said = reduced(scan, scan.sentence.start, amount.start, names).replace(" ", "")
    if not _SAYS.fullmatch(said) or is_of_no_time(scan, told, said, _EXPECTS):
        return None
    return of_told(told, amount)


def _times(scan: Scan, told: Figure, amount: Amount) -> int:
    """Return how many times more a Chinese sentence may tell of a longer time than was told of a month or a quarter: 首9个月313196辆."""
    part = told.period is not None and told.period.kind in ("quarter", "month")
    counted = told.unit == "count" and amount.kind in ("count", "bare")
    longer = _LONGER.search(scan.text, scan.sentence.start, amount.start)
    return _MONTHS if part and counted and longer else 1

"""What the market had expected of the figure that a Chinese text told last, where it names no metric again: 这优于市场预期的6%."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.qualifiers import WITHOUT
from generator.extraction.expected.market import MARKET_ZH
from generator.extraction.figure import Figure
from generator.extraction.marks.being_zh import IS
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.only_some import UNKNOWN_LINE

_EXPECTED = r"(?:普遍|平均|一致|先前|此前|原先|原本|的)*(?:预期|预估|预测|预计|估计)"
# `这优于华尔街预期的6%`, `此一营收财测优于市场预期的10%`
_BESIDE = re.compile(
    rf"[,;]?(?:而|但)?(?:[这此该][一个项]{{0,2}})?[一-鿿]{{0,4}}?(?:财测|展望|指引|预测|数字|成绩|表现|结果|增速|增幅)?"
    rf"(?:均|皆|也|亦|都|远|略|大幅|明显|显著)*(?:优于|高于|低于|好于|不及|逊于|超过|超出|胜过|符合|未达)了?{MARKET_ZH}{_EXPECTED}(?:值|均值)?的?{IS}"
)
# `彭博访调分析师预估的平均值为1384亿美元`
_ALONE = re.compile(
    rf"(?:而|但)?(?:根据)?{MARKET_ZH}(?:访调|调查|统计|汇总|综合)?(?:的)?(?:分析师)?{_EXPECTED}的?(?:值|均值|平均值|中值|中位数)?(?![一-鿿]?\d){IS}"
)
_GROWTH = ("yoy", "qoq")
_OF_A_PART = (UNKNOWN_LINE, WITHOUT)  # what the figure is of that an expectation is set beside


def expected_of_told(scan: Scan, amount: Amount, last: Figure | None) -> Figure | None:
    """Return `last` with an amount as what had been expected of it; None where no words say so, or it is of another kind."""
    if last is None or last.metric is None or last.doubt or last.basis == "consensus":
        return None
    low = max(scan.sentence.start, scan.amount_before(amount.start))
    alone = _ALONE.fullmatch(scan.text, low, amount.start)
    if not (alone or _BESIDE.fullmatch(scan.text, low, amount.start)) or not _is_alike(amount, last):
        return None
    return replace(last, value=amount.value, basis="consensus", bound="exact", precision=amount.precision)


def beside_doubted(scan: Scan, amount: Amount, figure: Figure, before: Figure | None) -> str | None:
    """Return why the market's expectation is none of its metric: what it is set beside is not, 扣除碳权的汽车毛利率17.05%,高于分析师预估的15.1%."""
    if figure.basis != "consensus" or before is None or before.doubt not in _OF_A_PART or not scan.chinese:
        return None
    beside = _BESIDE.fullmatch(scan.text, max(scan.sentence.start, scan.amount_before(amount.start)), amount.start)
    return before.doubt if beside else None


def _is_alike(amount: Amount, last: Figure) -> bool:
    """Whether an amount is of the kind that a figure is: a growth in percent, money in its currency."""
    if amount.kind == "percent":
        return last.measure in _GROWTH or (last.measure == "level" and last.unit == "percent")
    return amount.kind == "money" and last.measure == "level" and amount.currency == last.unit

"""What the market had expected of the figure that a Chinese text told last, where it names no metric again: 这优于市场预期的6%."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.qualifiers import WITHOUT
from generator.extraction.expected.market import MARKET_ZH
from generator.extraction.expected.of_the_last_zh import BESIDE_THE_LAST
from generator.extraction.figure import Figure
from generator.extraction.marks.being_zh import IS
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.only_some import UNKNOWN_LINE
from generator.settings.period import Period

_EXPECTED = r"(?:普遍|平均|一致|先前|此前|原先|原本|的)*(?:预期|预估|预测|预计|估计)"
# `这优于华尔街预期的6%`, `此一营收财测优于市场预期的10%`
_BESIDE = re.compile(
    rf"[,;]?(?:而|但)?(?:[这此该][一个项]{{0,2}})?[一-鿿]{{0,4}}?(?:财测|展望|指引|预测|数字|成绩|表现|结果|增速|增幅)?"
    rf"(?:均|皆|也|亦|都|远|略|大幅|明显|显著)*(?:优于|高于|低于|好于|不及|逊于|超过|超出|胜过|符合|未达)了?{MARKET_ZH}{_EXPECTED}(?:值|均值)?的?{IS}"
)
# `彭博访调分析师预估的平均值为1384亿美元`
_ALONE = re.compile(
    rf"(?:而|但)?(?:根据)?(?:接受[^,;。\d]{{0,10}}?(?:调查|访调|访问|访谈)的)?{MARKET_ZH}(?:访调|调查|统计|汇总|综合)?(?:的)?(?:分析师)?{_EXPECTED}的?(?:值|均值|平均值|中值|中位数)?(?![一-鿿]?\d){IS}"
)
# 其他车型只有10394辆,还不到去年同期21551辆的一半
_OF_THE_YEAR_BEFORE = re.compile(
    r"[辆台部家]?,(?:而|也|还|仍|远|更|已|均|仅|只|约|略)*(?:不到|不及|不足|低于|少于|高于|超过|多于|接近|相当于|为|是|较|比|与|和)?(?:去年|上年|前一年)同期的?(?:则?[为是有])?(?:约|近|逾)?"
)
_PREVIOUSLY = re.compile("此前|先前|原先|原本|之前|早前")
# 若不计税费,每股盈余为7.25美元,预估6.69美元
_BARELY = re.compile(rf",(?:而|但)?(?:{MARKET_ZH})?(?:原先|此前|先前|原本)?(?:预期|预估|预测|预计)(?:值)?(?:为|是)?")
_GROWTH = ("yoy", "qoq")
_LEAST = Decimal("0.1")  # of what came, that had been expected
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


def had_expected_of_told(scan: Scan, amount: Amount, told: tuple[Figure | None, ...]) -> Figure | None:
    """Return what had been expected of the level told last, where a Chinese sentence says no more, whatever it might else be of: 营收895亿美元;分析师此前预计为892.8亿美元."""
    if not scan.chinese or scan.amount_before(amount.start) > scan.sentence.start:
        return None
    if not _PREVIOUSLY.search(scan.text, scan.sentence.start, amount.start):
        return None
    levels = (f for f in told if f is not None and f.basis == "actual" and f.measure == "level")
    return next((had for f in levels if (had := expected_of_told(scan, amount, f))), None)


def is_later(period: Period | None, than: Period | None) -> bool:
    """Whether a period ends after another."""
    return period is not None and than is not None and period.end > than.end


def beside_doubted(scan: Scan, amount: Amount, figure: Figure, before: Figure | None) -> str | None:
    """Return why what is set beside a doubted amount is none of its metric either: 扣除碳权的汽车毛利率17.05%,高于分析师预估的15.1%."""
    if before is None or not before.doubt or not scan.chinese:
        return None
    low = max(scan.sentence.start, scan.amount_before(amount.start))
    if before.metric is None and _OF_THE_YEAR_BEFORE.fullmatch(scan.text, low, amount.start):
        return before.doubt
    if figure.basis != "consensus" or before.doubt not in _OF_A_PART:
        return None
    forms = (_BESIDE, _BARELY, BESIDE_THE_LAST) if before.doubt == UNKNOWN_LINE else (_BESIDE, _BARELY)
    beside = any(form.fullmatch(scan.text, low, amount.start) for form in forms)
    return before.doubt if beside else None


def _is_alike(amount: Amount, last: Figure) -> bool:
    """Whether an amount is of the kind that a figure is: a growth in percent, money in its currency."""
    if amount.kind == "percent":
        return last.measure in _GROWTH or (last.measure == "level" and last.unit == "percent")
    near = amount.value > _LEAST * abs(last.value)  # 收入1131亿元,超出市场预期6亿元 is by how much
    return amount.kind == "money" and last.measure == "level" and amount.currency == last.unit and near

"""The period that a change is told against by name: `up 40.8% from the third quarter of 2024`, 较第二季增长33.8%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.comparand import UNITS, comparand_at
from generator.extraction.changes.compared import compared
from generator.extraction.changes.towards import TO
from generator.extraction.marks.bases import BESIDE
from generator.extraction.marks.cues import BASES
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_LED_TO = re.compile(rf"{TO}(?:between |from )?{ABOUT}")
_BESIDE_LEVEL = re.compile(
    rf"{UNITS}(?: ?\([^()]{{1,30}}\))?(?: (?:in|for|during|over) (?:the )?[\w -]{{2,40}}?)?,? {BESIDE} "
)  # between the level that a change led to and what it is compared with: ` cars in May from `
# `较2023年第二季度的62亿元减少0.9%`: the period, its amount, the growth from it.
_FROM_AMOUNT = re.compile(
    r"的?[一-鿿]{0,10}?[\d.,]+\s?[兆万亿百千\d.]*%?[一-鿿]{0,4}(?:,)?(?:同比|环比|按年|按季|大幅|[年季微略小大])?(?:增长|增加|成长|上升|减少|下降|下跌|下滑|升|跌|增|减|降)(?:了|约|达|逾|近|超)*"
)
# 比三季度的25亿元翻了一倍: a multiple is its own word of growth
_FROM_WHICH = re.compile(
    r"的?[一-鿿]{0,10}?[\d.,]+\s?[兆万亿百千]{0,2}[元辆台部人]?(?:,|又|还|更|则|大幅|几乎|接近|近|约)*"
)
# 与2022年相比,营收和净利润分别增长83%和142%; 与今年次季的22.9亿元相比,增幅为23.1%
_AGAINST_IT = re.compile(
    r"(?:的?[一-鿿]{0,6}[\d.,]+\s?[万亿兆]{0,2}(?:[美港欧日英]?元|人民币|新台币|[辆台部人]|%)?)?相比(?:之下)?,[^,;。]{0,40}$"
)


_ABOVE = re.compile("[高低优好差逊慢快强弱少多大小]于$|相[对比较]于$")
_BESIDE_IT = re.compile("相对于?$|较之$")  # 相对于2022年的11.5%下降10.1个百分点
_OPENING = re.compile(
    r"\s*(?:As )?(?:(?:[Aa]s )?[Cc]ompared (?:to|with)|Versus|Vs\.?|Relative to|Against|(?:Measured|Set|Put|Held)(?: up)? (?:against|beside)|Next to)(?: the)?\s+(?:results (?:in|of|for) (?:the )?)?"
)


def period_beside(scan: Scan, amount: Amount) -> PeriodMention | None:
    """Return the period that a change names for comparison, behind it or before it."""
    if beside := compared(scan, amount):
        return beside.than.period
    upper = _upper_of(scan, amount)
    return _period_behind_level(scan, amount, upper) or _period_before(scan, amount) or _period_opening(scan, amount)


def _period_opening(scan: Scan, amount: Amount) -> PeriodMention | None:
    """Return the period that a sentence opens with to compare all that it tells: `Compared to second quarter 2025, results represented a 6.0% increase in revenue`."""
    opening = next((p for p in scan.periods if _OPENING.fullmatch(scan.text, scan.sentence.start, p.start)), None)
    if opening is None or scan.cues_between(scan.sentence.start, scan.sentence.end, *BASES):
        return None
    return opening if scan.text.startswith(",", opening.end) and amount.start > opening.end else None


def _upper_of(scan: Scan, amount: Amount) -> Amount:
    """Return the upper end of a range that an amount begins: `7.6% to 11.4% from the second quarter`."""
    after = scan.following(amount)
    return after if after is not None and after.range_end else amount


def _period_behind_level(scan: Scan, amount: Amount, upper: Amount) -> PeriodMention | None:
    """Return the period behind the level that a change led to: `would fall 11% to 47,000 units, compared with the third quarter`."""
    level = scan.following(upper)
    if level is None or level.kind == amount.kind or not _LED_TO.fullmatch(scan.text, upper.end, level.start):
        return None
    end = _upper_of(scan, level).end
    if scan.cues_between(max(scan.clause(amount.start)[0], scan.amount_before(amount.start)), end, *BASES):
        return None  # `rose 5% year on year to 4 billion, compared with the first quarter` is its own reader's to weigh
    beside = _BESIDE_LEVEL.match(scan.text, end, scan.sentence.end)
    than = comparand_at(scan, beside.end()) if beside else None
    return than.period if than else None


def _period_before(scan: Scan, amount: Amount) -> PeriodMention | None:
    """Return the period of `较第二季增长33.8%`: set beside, right before the words of growth."""
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    for period in scan.periods:
        before = scan.text[period.start - 1]
        if before == "于" and not _ABOVE.search(scan.text, max(0, period.start - 3), period.start):
            continue  # 收入于第三季减少15.7%
        beside = floor <= period.start and 0 <= amount.start - period.end <= 10 and before in "较比与跟同于"
        beside = beside or (before in "较比与和跟同于" and bool(_AGAINST_IT.match(scan.text, period.end, amount.start)))
        own = scan.cues_between(max(floor, period.end), amount.start, *BASES) if floor > period.end else []
        if own:
            continue  # 与上季持平到季减6%,年减2%至8%
        before_it = _BESIDE_IT.search(scan.text, max(0, period.start - 3), period.start)
        if beside or (
            (before in "较比与由从" or before_it) and _FROM_AMOUNT.fullmatch(scan.text, period.end, amount.start)
        ):
            return period
        multiple = amount.noun == "multiple" and before in "较比与由从"
        if multiple and _FROM_WHICH.fullmatch(scan.text, period.end, amount.start):
            return period
    return None

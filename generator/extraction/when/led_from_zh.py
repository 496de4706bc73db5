"""What a Chinese text says something moved from, and not when: 毛利率由35%升至37% is told against the time that its paragraph goes by."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.against import AGAINST
from generator.extraction.marks.cues import Against
from generator.extraction.whose.context import Surroundings

_FROM = re.compile("(?:由|从|自)(?:每[股部台辆]|人民币|港币|亏损|大?约|[接将]?近|逾|超过?|不足|不到|高达)*$")
# 由3.9%扩阔至4.5%, 由34.2%下降12.1个百分点至22.1%; what somebody 上调 or 下修 is no figure that came
_TO = re.compile(r"(?:人民币)?,?[^,;。:\d调修]{1,8}?(?:[\d.]+(?:%|个?百分点),?)?(?:升|增|降|跌)?[至到]")
_OVER_YEARS = re.compile("年(?:间|来|内)")  # 三年间,市占率由5%升至10%
_BEFORE, _BEHIND = 8, 28  # characters around an amount, within which it is said to be moved from


def bases_told(around: Surroundings) -> tuple[Against, ...]:
    """Return against which times a paragraph set beside what it told so far, with this sentence."""
    told = [AGAINST[c.kind] for c in around.scan.cues if c.kind in AGAINST] if around.scan.chinese else []
    return tuple(sorted({*around.ground.based, *told}))


def led_from_then(around: Surroundings, amount: Amount) -> str | None:
    """Return which time before an amount is of that something moved from; None where that is not said.

    That is the year, or the quarter in the same breath, against which the paragraph told the rest; or what a whole year's
    figure is `compared` with: 2023年收入增长3%;研发开支由169亿元减少至164亿元.
    """
    scan, based = around.scan, around.ground.based
    if len(based) > 1 or not scan.chinese or any(m.scope == "span" for m in scan.periods):
        return None
    if _OVER_YEARS.search(scan.text, scan.sentence.start, amount.start):
        return None
    low, high = max(scan.sentence.start, amount.start - _BEFORE), min(scan.sentence.end, amount.end + _BEHIND)
    if not (_FROM.search(scan.text, low, amount.start) and _TO.match(scan.text, amount.end, high)):
        return None
    if not based:
        return "compared" if _is_of_a_year(around) else None
    if based[0] == "yoy":
        return "year"
    return "quarter" if based[0] == "qoq" and around.ground.joined else None


def _is_of_a_year(around: Surroundings) -> bool:
    """Whether a sentence speaks of nothing but a whole year that is over."""
    named = {p for _, p in around.resolved}
    year = next(iter(named)) if len(named) == 1 else None if named else around.ground.period
    return year is not None and year.kind == "year" and around.calendar.is_over(year)

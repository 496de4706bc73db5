"""Periods that are still to come and that a sentence names, or that one is compared with; and of what something had been expected."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Basis
from generator.extraction.when.of_the_next import is_of_the_next
from generator.extraction.when.shared_behind_en import shared_behind
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# `is expected to be $14 billion, compared with $15.3 billion in first quarter 2024`
_COMPARED = re.compile(
    r"[^;]{0,70}?\bcompared (?:with|to) (?:[^\s;]+ ){0,2}?(?:[a-z]+ ){0,4}?(?:in |for |of )?(?:the )?", re.I
)
HAD_EXPECTED = re.compile(
    r"\bhad (?:\w+ ){0,2}?(?:forecast|guided|projected|expected|predicted|anticipated|estimated)\b",
    re.I,
)


# 今年交付39.2万辆,提前完成全年38万辆目标: the whole year is the aim's
_OF_AN_AIM = re.compile("的?[^,;。]{0,16}目标(?!价)")


def names_the_whole(around: Surroundings, period: Period | None) -> bool:
    """Whether a sentence speaks of all of a year, which has not ended: 全年营收约8.3兆元."""
    text, published = around.scan.text, around.calendar.published
    if published is None or period is None or period.fiscal or period.end <= published:
        return False
    named = (m for m, p in around.resolved if p == period and text[m.start : m.end].endswith(("全年", "整年")))
    return any(not _OF_AN_AIM.match(text, m.end) for m in named)


def year_after(around: Surroundings, amount: Amount) -> Period | None:
    """Return the period a year after the quarter that an expectation is compared with, where it is later than what was spoken of."""
    text, spoken = around.scan.text, around.ground.period
    for mention, period in around.resolved:
        if mention.start >= amount.end and mention.year and period.kind == "quarter":
            later = period.years_before(-1)
            ahead = spoken is not None and spoken.kind == "quarter" and later > spoken
            return later if ahead and _COMPARED.fullmatch(text, amount.end, mention.start) else None
    return None


def awaited_by(around: Surroundings, amount: Amount) -> Period | None:
    """Return the only period that a sentence names, behind an amount, where it lies ahead."""
    later = {p for m, p in around.resolved if p.kind != "instant"}
    behind = [m for m, _ in around.resolved if m.start >= amount.end]
    only = next(iter(later)) if len(later) == 1 and behind else shared_behind(around, amount)
    if only is None or around.calendar.published is None or is_of_the_next(around, amount, only):
        return None
    if around.scan.chinese and _begins_another(around, behind[0].end):
        return None
    ahead = not around.calendar.is_over(only) if only.fiscal else only.end > around.calendar.published
    return only if ahead else None


def _begins_another(around: Surroundings, end: int) -> bool:
    """Whether a Chinese period has an amount of its own behind it: 预计收入537亿元,毛利率15%,全年交付40万辆."""
    return around.scan.amount_after(end) < around.scan.clause(end)[1]


def of_the_level_before(around: Surroundings, metric: str, amount: Amount, basis: Basis) -> Period | None:
    """Return the period of the level that the sentence before told last, where this one names none and says what had been expected of it.

    `It delivered 53,709 cars, bringing its third-quarter total to 152,831. It had guided for 145,000`
    """
    level, on = around.ground.level, around.ground.period
    if level is None or level.metric != metric or level.basis != "actual" or level.period is None:
        return None
    if around.scan.chinese or around.scan.periods or (on is not None and level.period.end < on.end):
        return None
    had = HAD_EXPECTED.search(around.scan.text, around.scan.sentence.start, amount.start)
    return level.period if had and basis in ("forecast", "consensus") and not around.ground.expects else None

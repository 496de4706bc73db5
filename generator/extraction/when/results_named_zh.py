"""The period of results that a Chinese text names by their kind, and by no time: 小米发布年度业绩, 交出半年考成绩单, 季绩公布."""

from __future__ import annotations

import re

from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.spoken import Spoken
from generator.extraction.reading import Reading
from generator.extraction.when.opening import opening
from generator.extraction.when.previews import FIRST
from generator.settings.period import Period

_PAPER = '的?[“「"]?(?:财务)?(?:业绩|财报|报告|成绩单|答卷|考卷|战报|绩(?!效|优))'
_NAMED = re.compile(
    rf"(?P<half>(?:半年度?|年中|中期|期中|半年考)考?{_PAPER}|半年报|中报)"
    rf"|(?P<year>(?<!半)(?:年度|全年|末期|年终){_PAPER}|(?<![半过拜])年报(?![价关]))"
    rf"|(?P<quarter>(?:(?<![个每两三四各])季度?|单季){_PAPER}|季报)"
)
# 年报将于3月披露, 年度业绩预告, 年度业绩说明会
_NO_RESULTS = re.compile(
    r"将|拟|即将|预计|尚未|前瞻|预告|预测|展望|预喜|预增|说明会|发布会|电话会|窗口|季节|大考|目标|考核|高峰"
)
_AROUND = 12  # characters on both sides, within which such words stand
_STALE = 150  # days after a period's end, from which on its results are no news


def results_named(reading: Reading, calendar: Calendar) -> Period | None:
    """Return the year, half or quarter that ended last, where a title or an opening says that results of such a time are told."""
    if reading.document.language == "en" or calendar.published is None:
        return None
    title = reading.title
    stretches = [(title, 0, len(title))] + [(reading.text, s.start, s.end) for s in opening(reading, FIRST)]
    for text, start, end in stretches:
        for said in _NAMED.finditer(text, start, end):
            around = text[max(start, said.start() - _AROUND) : min(end, said.end() + _AROUND)]
            period = None if _NO_RESULTS.search(around) else _last(calendar, str(said.lastgroup))
            if period and calendar.is_over(period) and 0 <= calendar.days_since(period) <= _STALE:
                return period
    return None


def _last(calendar: Calendar, kind: str) -> Period | None:
    """Return the last period of a kind that was over at publication."""
    if kind == "quarter":
        return calendar.own_quarter()
    if kind == "half":
        return calendar.resolve(PeriodMention(0, 0, "half", None, 1), Spoken())
    day, end = calendar.published, calendar.fiscal_year_end
    year = day.year - (day.month <= end) if day else 0
    return Period(str(year) if end == 12 else f"FY{year}")

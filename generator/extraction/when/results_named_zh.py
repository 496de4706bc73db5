"""The period of results that a Chinese text names by their kind, and by no time: 小米发布年度业绩, 交出半年考成绩单, 季绩公布."""

from __future__ import annotations

import re

from generator.extraction.periods.calendar import Calendar
from generator.extraction.reading import Reading
from generator.extraction.when.results_kinds import is_news, last_of, where_named
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


def results_named_zh(reading: Reading, calendar: Calendar) -> Period | None:
    """Return the year, half or quarter that ended last, where a title or an opening says that results of such a time are told."""
    if calendar.published is None:
        return None
    for text, start, end in where_named(reading):
        for said in _NAMED.finditer(text, start, end):
            around = text[max(start, said.start() - _AROUND) : min(end, said.end() + _AROUND)]
            period = None if _NO_RESULTS.search(around) else last_of(calendar, str(said.lastgroup))
            if period and is_news(period, calendar):
                return period
    return None

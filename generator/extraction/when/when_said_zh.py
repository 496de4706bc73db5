"""Months that only say when a Chinese text's guidance was given: 公司8月给出的营收指引为325亿美元, told in November."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention

_THEN = r"(?:份|[初中底末]|上旬|中旬|下旬|时|间|曾|就|已|便|在[^,;。\d]{2,14}[上中时]|的?(?:业绩会|业绩发布会|财报|财报会|电话会议?|法说会|股东会|投资者日)[上中里时]?|(?:公司|集团|管理层)){0,4}"
# 8月给出的指引, 公司5月时给的财测: it was said then, whatever month that is
_GIVEN = re.compile(
    rf"{_THEN}(?:(?:所)?(?:给出?|发[出布]|公布|提出|作出|做出|制[定订]|订下|定下|设定)了?的?[^,;。\d]{{0,14}}(?:\d[\d.,]*[万亿千]*[美港欧日]?[元辆台部%]?[至到~-]?){{0,2}}[^,;。\d]{{0,8}}(?:指引|财测|展望|预测|预估|预期|目标)|(?:表示|宣布|透露|称)[,:]?)"
)
# 公司8月预计毛利率为37%: of no month that is over is anything expected
_EXPECTED = re.compile(
    rf"{_THEN}(?:预[计期测估料]|估计|料|的?[^,;。\d]{{0,8}}(?:指引|财测|展望|预测|预估|预期)|(?:将|把)[^,;。\d]{{2,16}}(?:[上下]调|[上下]修|调[高低升降]))"
)
_OF = re.compile("[对就为把将]$")  # 公司对第四季给出的指引 is of the fourth quarter
_LONG = 8  # months back, up to which a month is the last of its name


def is_when_given(marks: Scan, mention: PeriodMention, calendar: Calendar) -> bool:
    """Whether a month or a quarter is that in which something was said to be expected, and none in which it came or will."""
    if mention.scope not in ("month", "instant", "relative", "quarter") or mention.day or mention.year:
        return False
    if _GIVEN.match(marks.text, mention.end, marks.sentence.end):
        return not _OF.search(marks.text, max(marks.sentence.start, mention.start - 2), mention.start)
    day = calendar.published
    monthly = mention.scope in ("month", "instant")
    over = monthly and day is not None and 0 < (day.month - mention.number) % 12 <= _LONG
    return over and _EXPECTED.match(marks.text, mention.end, marks.sentence.end) is not None

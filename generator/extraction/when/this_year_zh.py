"""Spans that 今年 only says again of which year they are: 前9个月,腾讯今年总营收达5574亿元; 去年三季度花掉33亿元,今年同期降到23.9亿元."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.when.years_said import Resolved
from generator.settings.period import Period

_SAME_SPAN = re.compile("(?:去年|上年|上一年)(?:同期|同季|同时)")
_AS_THEN = ("同期", "同季", "同月")
_WHOLE = ("全年", "以来", "年初")  # 今年全年 is all of it


def span_of_this_year(
    marks: Scan, mention: PeriodMention, resolved: Resolved, last: Period | None, calendar: Calendar
) -> Period | None:
    """Return the span that 今年 only says again of which year it is: 前9个月,腾讯今年总营收达5574亿元.

    So it does behind the same span of last year: 去年同期,净利润为117亿元,而今年只有53亿元. Behind an amount of the span, or one
    that has not ended, it is the year: 第三季营收约180亿元,今年每股盈余约85元.
    """
    if mention.scope != "year" or mention.shift != 0 or marks.text[mention.start].isascii():
        return None
    if marks.text.startswith(_AS_THEN, mention.end):
        return _same_of_this_year(resolved[-1][1] if resolved else last, calendar)
    if last and last.kind in REPORTED and _SAME_SPAN.search(marks.text, marks.sentence.start, mention.start):
        whole = marks.text.startswith(_WHOLE, mention.end) or marks.text.endswith(_WHOLE, mention.start, mention.end)
        return None if whole else last
    if not resolved:
        return None
    start, end = marks.clause(mention.start)
    span = resolved[-1][0]
    named = span.scope in REPORTED and not span.shift and calendar.is_over(resolved[-1][1])
    named = named and not any(span.end <= a.start < mention.start for a in marks.amounts)
    ahead = marks.cues_between(start, end, "forecast", "target", "consensus")
    return resolved[-1][1] if named and not ahead else None


def _same_of_this_year(then: Period | None, calendar: Calendar) -> Period | None:
    """Return the span of the year that runs which is told behind that of another one: 去年三季度花掉33亿元,今年同期降到23.9亿元."""
    day = calendar.published
    if then is None or day is None or then.fiscal or then.kind not in (*REPORTED, "month"):
        return None
    now = then.years_before(then.year - day.year)
    return now if calendar.is_over(now) else None

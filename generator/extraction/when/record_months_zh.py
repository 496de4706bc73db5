"""The month of a record that a Chinese text tells without naming it: 以70327辆刷新单月销量纪录, told on the first of December."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.settings.period import Period

_SET = re.compile(r"(?:刷新|打破|突破|创下?|创出|改写)[^,;。\d]{0,8}$")
_A_RECORD = re.compile(r"[^,;。\d]{0,10}(?:[纪记]录|新高|首次突破|首度突破|首破|再破)")
_ONCE = re.compile(r"曾|此前|过去|当时|历史上")
_LATE = 26  # the day of a month from which on news tell of a record in the one that runs


def month_of_record(marks: Scan, mention: PeriodMention, calendar: Calendar) -> Period | None:
    """Return the month of which 单月 tells a record, where the sentence names no other time that is over."""
    text, start, day = marks.text, marks.clause(mention.start)[0], calendar.published
    alone = mention.scope == "relative" and mention.number == 1 and mention.shift is None
    if not alone or day is None or text[mention.start : mention.end] != "单月":
        return None
    record = _SET.search(text, start, mention.start) or _A_RECORD.match(text, mention.end)
    others = any(m is not mention and (m.year is None or m.year <= day.year) for m in marks.periods)
    if not record or others or _ONCE.search(text, start, mention.start):
        return None
    return Period(f"{day.year}-{day.month:02}") if day.day >= _LATE else calendar.month_before()

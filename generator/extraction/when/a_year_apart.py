"""Times of the year before or after the one that the calendar gives them: `the third quarter` in August, 上年 in accounts of a year, `the end of the year` in March."""

from __future__ import annotations

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.spoken import Spoken
from generator.extraction.when.aims_zh import was_set_before
from generator.extraction.when.led_to_come import will_be_in
from generator.extraction.when.ordinals import ORDINALS
from generator.extraction.when.to_come import is_ahead, is_to_come
from generator.extraction.when.whole_years_zh import is_whole_year_that_runs, is_whole_year_to_come
from generator.extraction.when.year_to_come import is_year_to_come
from generator.settings.period import Period

_SEASON = 4  # the month until which the results of the year before come out
_OUT_LONG_AGO = 100  # days after a quarter's end, from which on nothing will happen in it
_LONG_OVER = 280  # days after a quarter's end, from which on its name means the next such quarter


def before_the_last(marks: Scan, mention: PeriodMention, period: Period | None, spoken: Spoken) -> Period | None:
    """Return the year that 上年 means: the one before that spoken of, in accounts of a year: 2024年亏损224亿元,上年亏损207亿元."""
    of_accounts = marks.text.startswith(("上年", "上一年"), mention.start) and mention.scope == "year"
    last = spoken.last or spoken.reported
    return period.years_before() if of_accounts and period is not None and period == last else period


def is_a_year_later(
    marks: Scan, mention: PeriodMention, period: Period, calendar: Calendar, reported: Period | None
) -> bool:
    """Whether the next such period is meant: in August, `the third quarter` is the one that runs."""
    if mention.scope == "quarter" and not (mention.year or mention.shift):
        if will_be_in(marks, mention) and calendar.days_since(period) > _OUT_LONG_AGO:
            return True
        return calendar.days_since(period) > _LONG_OVER
    if mention.scope == "month" and not mention.says_its_year and will_be_in(marks, mention):
        return calendar.is_over(period)  # `will deliver 60,000 cars in October`, told in August
    if is_whole_year_that_runs(marks, mention, period, reported):
        return True
    if is_whole_year_to_come(marks, mention, reported):
        return calendar.is_over(period)
    return is_year_to_come(marks, mention) and calendar.is_over(period)


def of_the_year_over(
    marks: Scan, mention: PeriodMention, period: Period | None, calendar: Calendar, reported: Period | None
) -> Period | None:
    """Return the half, the quarter or the end of the year that is over, which `the year` is while its results come out.

    `It had cash of 113 billion yuan at the end of the year`, in March.
    """
    day = calendar.published
    if period is None or day is None or mention.shift != 0 or day.month > _SEASON or period.end <= day:
        return period
    said = marks.text[mention.start : mention.end]
    if (
        not (
            said.endswith(("the year", "that quarter")) or said.startswith(("the year", "The year")) or said in ORDINALS
        )
        or mention.scope not in ("half", "quarter", "instant")
        or is_ahead(marks, mention, reported)
    ):
        return period
    return period if is_to_come(marks, mention) else period.years_before()


def is_last_year_in_january(marks: Scan, mention: PeriodMention, calendar: Calendar, last: Period | None) -> bool:
    """Whether 全年 or 年度, told in January, is the year that was aimed at before: 曾在年初将年度销量目标定为550万辆."""
    bare = mention.scope == "year" and not mention.year and mention.shift is None and last is None
    day = calendar.published
    return bare and day is not None and day.month == 1 and was_set_before(marks, mention)

"""The year of a period that names none: that of what was spoken of, or of the last such period that was over at publication."""

from __future__ import annotations

from generator.extraction.periods.fiscal import DECEMBER, JUST_ENDED
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.recent import Recent
from generator.settings.period import Period

_RESULTS_UNTIL = 6  # the month in which the last annual results are out
_NOT_YET_OUT = 3  # the month until which the results of the year before are still expected
_LAST = 4  # the number of a year's last quarter


def year_meant(calendar: Recent, mention: PeriodMention, current: Period | None, ahead: bool) -> int | None:
    """Return the year of a mention that names none, beside the period spoken of; None where nothing says it."""
    if mention.scope == "year" and mention.shift is None and current is not None:
        ended = mention.number and not ahead and _is_before_it(calendar, mention, current)
        if not ended:
            if not (ahead or mention.number) and _opens_its_year(calendar, current):
                return current.year - 1  # `It delivered 30,350 in January. For the full year, it delivered 190,068`
            return current.year  # `the full year` is that of the quarter spoken of; 截至12月31日止年度 is over
    if calendar.published is None:
        return _year_beside(mention, current, ahead) if current else None
    if mention.shift is not None and mention.fiscal and not mention.number:  # 截至今年3月底止年度 names its month
        return _fiscal_year(calendar, mention.shift, current)
    if mention.shift is not None:
        told = mention.shift == 0 and current is not None and current.fiscal and _is_same_part(mention, current)
        return current.year if told and current else calendar.published.year + mention.shift
    if mention.scope == "year" and mention.fiscal and mention.number and not ahead:
        return calendar.published.year - (mention.number >= calendar.published.month)  # the one that ended in March
    if mention.scope == "year":
        # In the season of annual results, a full year of which nothing is expected is the one that is over.
        # So is `the year ending Dec. 31` in January, whatever is said of it.
        over = calendar.published.month <= (
            _NOT_YET_OUT if mention.number == 12 and ahead else 0 if ahead else _RESULTS_UNTIL
        )
        return calendar.published.year - over
    if mention.fiscal or calendar.counts(mention):
        return calendar.year_of(mention)
    return _latest(calendar, mention)


def _opens_its_year(calendar: Recent, current: Period) -> bool:
    """Whether the month spoken of is one of the first in the year of publication, of which all of it can have told nothing."""
    if current.kind != "month" or calendar.published is None or current.year != calendar.published.year:
        return False
    return current.end.month <= _NOT_YET_OUT and calendar.published.month <= _NOT_YET_OUT + 1


def _is_before_it(calendar: Recent, mention: PeriodMention, current: Period) -> bool:
    """Whether the period spoken of is no reason why a year that ended on a day should be its own: it lies ahead, or long before.

    前年纯利789亿元。截至12月31日止年度收入8968亿元.
    """
    long_before = mention.number == DECEMBER and current.kind == "year" and not (current.fiscal or mention.fiscal)
    long_before = long_before and calendar.published is not None and current.year < calendar.published.year - 1
    return long_before or not calendar.is_over(current)


def _fiscal_year(calendar: Recent, shift: int, current: Period | None) -> int | None:
    """Return the fiscal year that `the previous fiscal year` means: the one before the year spoken of, else before the one that runs.

    `next fiscal year` may as well be the one that runs, where a year has just ended.
    """
    if calendar.published is None:
        return None
    if shift == -1 and current is not None and current.kind == "year":
        return current.year - 1
    ended = (calendar.published.month - calendar.fiscal_year_end) % 12
    running = calendar.published.year + (calendar.published.month > calendar.fiscal_year_end)
    return None if shift > 0 and 0 < ended <= JUST_ENDED else running + shift


def _latest(calendar: Recent, mention: PeriodMention) -> int:
    """Return the year of the latest such period that had ended; a month may run."""
    assert calendar.published is not None
    year = calendar.published.year
    if mention.scope == "month":
        return year if mention.number <= calendar.published.month else year - 1
    this_year = mention.of(year)
    return year if this_year is None or this_year.end <= calendar.published else year - 1


def _year_beside(mention: PeriodMention, current: Period, ahead: bool) -> int:
    """Return the year of a period that a text without a day names beside the one spoken of: the first quarter that is to come after a fourth is of the next."""
    if mention.scope != "quarter" or current.kind != "quarter" or mention.shift is not None:
        return current.year
    told = int(current.label[-1])
    return current.year + (ahead and told == _LAST and mention.number < told)


def _is_same_part(mention: PeriodMention, period: Period) -> bool:
    """Whether a mention is of the quarter or half that a period is: 中期业绩…今年上半年, of the fiscal year spoken of."""
    sign = {"half": "H", "quarter": "Q"}.get(mention.scope)
    return sign is not None and period.label.endswith(f"-{sign}{mention.number}")

"""Times that a sentence names and no figure is of: since when something is so, which report is meant, several years together, what a growth is told against."""

from __future__ import annotations

import re

from generator.extraction.expected.labelled_old_en import dates_a_forecast
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.asides_dated_en import only_dates_an_aside
from generator.extraction.when.circumstances_en import only_dates_circumstances
from generator.extraction.when.dividends_by_quarter_zh import pays_from
from generator.extraction.when.part_of_opened_year_zh import is_of_any_year
from generator.extraction.when.since import is_beginning, is_last_so, is_of_all_told
from generator.extraction.when.when_said import is_when_said
from generator.extraction.when.years_said import dates_quarters_report, is_of_years_together, only_describes

_ITS_BASE = re.compile(
    r"(?:同期|同季|全年)?的?(?:[较偏极很更相对比]{0,3}[高低大])?的?(?:比较)?基(?:期|数)(?!的?\d)|(?:全年|同期)?的?高?(?:基础|水平)之?上"
)
_AGAINST_LAST = re.compile("[今本]年(?:[比较]|相比于?|对比|同)(?:去年|上年)")


def names_no_time(marks: Scan, mention: PeriodMention, calendar: Calendar) -> bool:
    """Whether a mention says since when something is so, which report is meant, or stands for several years."""
    return (
        dates_a_forecast(marks.text, mention)
        or (is_beginning(marks, mention) and not pays_from(marks, mention))
        or is_last_so(marks, mention)
        or is_of_all_told(marks, mention)
        or dates_quarters_report(marks, mention)
        or only_describes(marks, mention)
        or is_of_years_together(marks, mention)
        or is_reason_or_base(marks, mention)
        or is_when_said(marks, mention, calendar)
        or is_of_any_year(marks, mention)
        or only_dates_circumstances(marks, mention)
        or only_dates_an_aside(marks, mention)
    )


def is_reason_or_base(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a Chinese year only says what a growth is told against: 受去年的高基期影响, 今年比上年少32.6%."""
    return bool(_ITS_BASE.match(marks.text, mention.end) or _AGAINST_LAST.match(marks.text, mention.start))

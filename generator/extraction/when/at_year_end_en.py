"""The day that English only calls year-end: `employed 110,000 people at year-end`, `will have 5,000 stores at year-end`."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.settings.period import Period

_YEAR_END = re.compile(r"(?:the )?year[- ]end|year['’]s end", re.I)
_WILL = re.compile(r"\b(?:will|should|would|could|may|might|plans?|aims?|intends?|hopes?|wants?|targets?)\b")
_DECEMBER = 12


def at_year_end(marks: Scan, mention: PeriodMention, period: Period | None, calendar: Calendar) -> Period | None:
    """Return the period of a mention; of `year-end` the day to come where something will be, and none where a company's year ends in another month."""
    if period is None or not _YEAR_END.fullmatch(marks.text, mention.start, mention.end):
        return period
    if calendar.fiscal_year_end != _DECEMBER:
        return None
    will = _WILL.search(marks.text, marks.clause(mention.start)[0], mention.start)
    return period.years_before(-1) if will and calendar.is_over(period) else period

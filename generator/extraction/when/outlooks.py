"""The year that an outlook is of which a company gives with its fourth quarter's results."""

from __future__ import annotations

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.spoken import Spoken
from generator.settings.period import Period

_NEXT_CLAUSE = 16  # characters behind a clause that only names a year, within which something is expected of it


def begins_another(marks: Scan, mention: PeriodMention, period: Period, spoken: Spoken, calendar: Calendar) -> bool:
    """Whether 全年 is the year that begins, as a company told its outlook with the fourth quarter's results: 从全年来看,预计云收入….

    What the market had expected is of the year that ended.
    """
    bare = mention.scope == "year" and not mention.year and mention.shift is None and period.kind == "year"
    reported = spoken.reported
    if not bare or reported is None or spoken.awaited or not marks.chinese:
        return False
    start, end = marks.clause(mention.start)
    said = [a.start for a in marks.amounts] + [m.start for m in marks.metrics]
    alone = not any(start <= at < end for at in said)
    ended = reported.fiscal == period.fiscal and reported.year == period.year and reported.label.endswith("Q4")
    if not (alone and ended and calendar.is_over(period)):
        return False
    expects = marks.cues_between(end, end + _NEXT_CLAUSE, "forecast")
    return bool(expects) and not marks.cues_between(marks.sentence.start, marks.sentence.end, "consensus", "actual")

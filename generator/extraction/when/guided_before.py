"""`The quarter` for which the market expects something, behind what the company expects of one to come: it is that one."""

from __future__ import annotations

from generator.extraction.expected.market_speaks import market_opens
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.spoken import Spoken
from generator.settings.period import Period


def quarter_guided(marks: Scan, mention: PeriodMention, calendar: Calendar, spoken: Spoken) -> Period | None:
    """Return the quarter to come of which the text told last what is expected, where the market's `the quarter` is that one.

    `It expects a margin of 15% in the second quarter. Analysts put the quarter's revenues at`, told in June.
    """
    expected = spoken.expected
    if expected is None or expected.kind != "quarter" or calendar.is_over(expected):
        return None
    is_bare = mention.relation == "this" and marks.text[mention.start : mention.end].lower() == "the quarter"
    return expected if is_bare and market_opens(marks, mention.start) else None

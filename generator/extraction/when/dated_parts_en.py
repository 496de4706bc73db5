"""Years that only say which one the part of a year told before them is of: `Fourth-quarter sales in 2022`, `first-quarter profit for this year`."""

from __future__ import annotations

import re

from generator.extraction.frozen import replace
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PARTS, PeriodMention
from generator.extraction.periods.spoken import Spoken
from generator.extraction.when.years_said import Resolved
from generator.settings.period import Period

_NAME, _AMOUNT = "~", "#"  # stand for a metric, a segment or a company, and for what is told of it
_THING = rf"(?:{_NAME}|own|total|overall|group|consolidated|quarterly|monthly|domestic|global|worldwide|international|results|figures?|performance|the|its|company)"
_GAP = re.compile(
    rf"(?:['’]s)?(?: (?:(?:at|by|of|from) )?{_THING}(?:['’]s)?){{0,6}}"
    rf"(?: of (?:about |around |nearly |over |just )?{_AMOUNT}(?: (?:units|vehicles|cars|phones|smartphones))?)?(?: (?:in|of|for|during))? ?(?:the year )?"
)
_PREPOSITION = re.compile(r"\b(?:in|of|for|during) (?:the year )?(?=20|fiscal\b|FY)", re.I)
_OF_THIS_YEAR = re.compile(r"(?: [a-z]+(?:-[a-z]+)?){1,4} (?:for |of |in )?")


def dates_the_part(marks: Scan, mention: PeriodMention, resolved: Resolved, calendar: Calendar) -> bool:
    """Whether a year only says which year the quarter, half or month before it is of, which then is so dated."""
    if mention.scope != "year" or not resolved:
        return False
    part, period = resolved[-1]
    if part.scope not in PARTS or part.year or part.shift or part.relation:
        return False
    meant = _meant(marks, mention, part, period, calendar)
    if meant is None:
        return False
    resolved[-1:] = [(part, meant), (mention, meant)]
    return True


def _meant(
    marks: Scan, mention: PeriodMention, part: PeriodMention, period: Period, calendar: Calendar
) -> Period | None:
    """Return the part of the year that one names behind it: none where more than the part's own names stand between."""
    gap = _GAP.fullmatch(_nameless(marks, part.end, mention.start))
    if mention.year:
        said = _PREPOSITION.search(marks.text, part.end, mention.end)
        fiscal = period.fiscal or mention.fiscal
        return calendar.resolve(replace(part, year=mention.year, fiscal=fiscal), Spoken()) if gap and said else None
    day = calendar.published
    if mention.shift is None or day is None:
        return None
    if part.dated:  # `the December quarter of last year`
        then = calendar.resolve(replace(part, year=day.year + mention.shift), Spoken()) if gap else None
        return (calendar.as_fiscal(then) if then and period.fiscal else None) or then
    if period.fiscal:
        return None
    of_year = part.scope != "month" and _OF_THIS_YEAR.fullmatch(marks.text, part.end, mention.start)
    return period.years_before(period.year - day.year - mention.shift) if gap or of_year else None


def _nameless(marks: Scan, start: int, end: int) -> str:
    """Return a stretch with a sign for each name and each amount in it."""
    named = [(m.start, m.end, _NAME) for m in (*marks.metrics, *marks.segments)]
    named += [(m.start, m.end, _NAME) for m in marks.entities]
    told = [(a.start, a.end, _AMOUNT) for a in marks.amounts]
    said, at = "", start
    for low, high, sign in sorted(named + told):
        if at <= low and high <= end:
            said, at = said + marks.text[at:low] + sign, high
    return said + marks.text[at:end]

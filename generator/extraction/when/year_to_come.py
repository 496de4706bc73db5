"""A whole year that is to come, or the one that runs: `it expects annual cloud revenue of`; not one whose results are still to be reported."""

from __future__ import annotations

import re

from generator.extraction.expected.market import MARKET
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, PROBABLY_DID
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.settings.period import Period

_MOVED = r"(?:raised|lifted|hiked|upped|increased|boosted|cut|lowered|reduced|slashed|trimmed|scaled back|narrowed|confirmed|reaffirmed|reiterated|kept|maintained|announced|gave|issued|unveiled)"
# `wants to sell 2.81 million for the whole year`, `lowered its target for the year to`
_AIMS_NOW = re.compile(
    r"\b(?:wants|want|aims|aim|hopes|hope|plans|intends|seeks|expects|expect|forecasts|sees|anticipates|projects|is (?:now |still |also )?(?:aiming|targeting|hoping|planning|seeking|shooting|expecting|forecasting|guiding|looking|sticking)|are (?:now |still )?(?:aiming|targeting|hoping|planning)"
    r"|(?:goals?|targets?|forecasts?|guidance|outlook)(?: for [a-z ]{3,22}?)? (?:is|are|remains|stands)"
    rf"|(?:has |have )?(?:now |also |already |again )?(?:set|{_MOVED}) (?:itself |its |their |the |an? |out )(?:[a-z]+(?:-[a-z]+)? ){{0,3}}(?:goals?|targets?|aims?|forecasts?|guidance|outlook))\b"
)
# `had set a target`, `raised its goal last summer`, `missed its goal`: of whatever year that was told of
_AIMED_THEN = re.compile(
    r"\b(?:had|originally|initially|miss(?:ed|es|ing)|beat|(?:fell|falling) short|short of|exceed(?:ed|ing)|surpass(?:ed|ing)|reached|achieved|met|(?:last|earlier in the|at the start of the|at the beginning of the) (?:year|spring|summer|autumn))\b"
)
# `Analysts see net profit of 6.5 billion yuan over the full year`, when the results of the last are out
_MARKET_NOW = re.compile(
    rf"\b{MARKET}\b[^;]{{0,40}}? (?:see|sees|predict|predicts|estimate|estimates|forecast|(?:is|are) (?:now )?(?:expecting|forecasting|looking|predicting))\b|\b(?:[Cc]onsensus|average (?:estimate|forecast))\b[^;]{{0,50}} (?:is|are|calls|stands|points)\b"
)
_RESULTS_UNTIL = 4  # the month until which a year may be the one whose results come out
# `Analysts had a consensus estimate of $6.38 billion for the quarter`: the one that is reported on
MARKET_HAD = re.compile(
    rf"\b(?:{MARKET}|[Cc]onsensus)\b[^;]{{0,60}}\b(?:expected|had|was|were|estimated|forecast|predicted|projected|anticipated|called for|looked for)\b(?! to\b)"
)
_TO_REPORT = re.compile(
    r"\b(?:expected|likely|due|set|forecast|projected|expects?|predict) (?:[A-Z]\w+ )?to (?:report|post|announce|disclose|publish|reveal)\b[^;,]{0,30}$"
)
# `expect net profit for the quarter to have risen 58%`: it is over, and its results are not out
TO_HAVE_DONE = re.compile(
    r"\bto have (?:been|risen|grown|fallen|shrunk|sunk|slid|swung|made|sold|come|lost|taken|hit|beaten|[a-z]+ed)\b"
)
# `Annual sales are estimated to have dropped 12%`: so is a year of which nobody has reported yet
_HAS_DONE = re.compile(rf"{TO_HAVE_DONE.pattern}|{PROBABLY_DID}")
# `Analysts estimate that full-year revenue rose 12%`
RECKON_IT_DID = re.compile(
    rf"\b(?:estimates?|reckons?|thinks?|believes?|calculates?|assumes?) (?!for\b|of\b|is\b|was\b)(?:that )?[^,;.\d]{{3,60}} (?:(?:{MOVED}|came to|amounted to|reached|totall?ed)\b|was (?=[A-Z$€£¥ ]*\d))"
)


def is_year_to_come(marks: Scan, mention: PeriodMention) -> bool:
    """Whether `annual` or `the full year` is the one that a company's expectations are of: `it expects annual cloud revenue of`."""
    if (
        mention.scope != "year"
        or mention.number == 12
        or mention.year
        or mention.shift is not None
        or not marks.text[mention.start].isascii()
    ):
        return False
    if MARKET_HAD.search(marks.text, marks.sentence.start, mention.start):
        return False  # `Analysts anticipated the annual net sales would be`: of the year that was told
    start, end = marks.clause(mention.start)
    if (
        is_to_be_reported(marks, mention)
        or _HAS_DONE.search(marks.text, mention.end, end)
        or RECKON_IT_DID.search(marks.text, start, end)
    ):
        return False
    return bool(marks.cues_between(start, end, "forecast")) and not marks.cues_between(start, end, "target", "actual")


def year_that_runs(marks: Scan, mention: PeriodMention, calendar: Calendar, last: Period | None) -> Period | None:
    """Return the year that runs, for a whole one without a name: what its clause aims at now is of no year that is over, of which it was told last.

    `exported 1,006,278 cars last year and has set its goal for the year at 1.07 million`; not `had set a goal of 5.5 million for the year`
    """
    day = calendar.published
    bare = mention.scope == "year" and not (mention.year or mention.fiscal or mention.number)
    if not bare or mention.shift is not None or day is None or calendar.fiscal_year_end != 12 or marks.chinese:
        return None
    if (last and last.year > day.year) or any(m.year and m.year > day.year for m in marks.periods):
        return None
    start, end = marks.clause(mention.start)
    aims = _AIMS_NOW.search(marks.text, start, end)
    if aims is None and day.month > _RESULTS_UNTIL:
        aims = _MARKET_NOW.search(marks.text, start, end)
    if (
        aims is None
        or _AIMED_THEN.search(marks.text, aims.start(), end)
        or marks.text.endswith("had ", start, aims.start())
    ):
        return None
    later = (m for m in marks.periods if m.scope == "month" and not m.year and m.start > mention.start)
    if any(m.number > day.month for m in later):
        return None  # `lowered its target for the year in September`, told in January
    return Period(f"{day.year}")


def is_to_be_reported(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a year is one whose results are still to be reported, which is over: `is expected to report full-year sales of 1.6 million`."""
    low = max(marks.sentence.start, mention.start - 60)
    return mention.scope == "year" and _TO_REPORT.search(marks.text, low, mention.start) is not None

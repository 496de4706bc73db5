"""Headings over what came in a whole year that name it as no sentence does: `2024 key figures`, `Annual results`."""

from __future__ import annotations

import re

from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_WORDS = r"(?!(?:Outlook|Guidance|Targets?|Goals?|Forecasts?)\b)[A-Za-z&'’-]+"
_MARKS = r"[\s#*•–-]*"
# `2024 key figures`, `Key figures 2024`: a year and a few words, and nothing else
_NAMED = re.compile(
    rf"{_MARKS}(?:(?P<first>20\d\d)(?: (?i:{_WORDS})){{1,5}}|(?i:{_WORDS} ){{1,5}}(?P<last>20\d\d)){_MARKS}:?\s*"
)
_ANNUAL = re.compile(
    rf"{_MARKS}(?i:annual|yearly|full[- ]year|fiscal[- ]year|(?:the )?year)(?: (?i:{_WORDS})){{1,5}}{_MARKS}:?\s*"
)


def year_headed(around: Surroundings) -> Period | None:
    """Return the year that is over of which a heading without another period is, None where it is of none."""
    sentence, text = around.scan.sentence, around.scan.text
    if named := _NAMED.fullmatch(text, sentence.start, sentence.end):
        year = Period(named["first"] or named["last"])
        return year if around.calendar.is_over(year) else None
    return _year_of(around.reported) if _ANNUAL.fullmatch(text, sentence.start, sentence.end) else None


def _year_of(reported: Period | None) -> Period | None:
    """Return the year that ended with the quarter reported on, or that is reported on itself."""
    if reported is None or not (reported.kind == "year" or reported.label.endswith("Q4")):
        return None
    return Period(f"{'FY' if reported.fiscal else ''}{reported.year}")

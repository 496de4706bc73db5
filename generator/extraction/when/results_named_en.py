"""The period of results that an English text names by their kind, or by a year alone: `Geely interim results`, `posts record 2024`, `nine-month report`."""

from __future__ import annotations

import re

from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.fiscal import DECEMBER
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.periods.spoken import Spoken
from generator.extraction.reading import Reading
from generator.extraction.when.came import tells_what_came
from generator.extraction.when.results_kinds import is_news, last_of, where_named
from generator.settings.period import Period

_PAPER = (
    r"(?: (?!guid|forecast|target|outlook)[a-z-]+){0,2} (?:results?|reports?|profits?|earnings|net|revenues?|sales|figures|numbers|loss|turnover|accounts|financials)"
    r"\b(?! (?:forecasts?|guidance|outlook|targets?|estimates?|projections?|views?|goals?|growth|warnings?|warned|day|date|season|call|meetings?|will|to\b|is due|are due|due|preview|expectations?|could|would|may|seen|expected))"
)
_NAMED = re.compile(
    rf"\b(?:(?P<half>(?:interim|half-year(?:ly)?|first-half|opening-half|six-month|mid-?year){_PAPER})"
    rf"|(?P<quarter>(?:record|strong|weak|solid|blowout|bumper|best|worst|tough|mixed|stellar|poor|difficult|good|bad|banner) quarter\b(?! (?:of|in|since)\b)|quarterly{_PAPER}|(?:in|for|during|over) (?:the|its) (?:latest|most recent|past|just-ended|reporting|reported) quarter\b|(?:in|for|during|over) the quarter (?:just|recently|most recently) (?:ended|completed|closed|finished)|quarter under review)"
    rf"|(?P<nine>(?:nine|9)-month{_PAPER})"
    rf"|(?P<year>(?:annual|full[- ]year|yearly|year-end|fiscal[- ]year|full fiscal year){_PAPER}|final results|(?:posts?|reports?|ends?|closes?|caps) (?:an? )?record (?:financial |fiscal )?year))",
    re.I,
)
# `posts record 2024`, `Geely's 2024 in numbers`, `annual report 2024`
_YEAR = re.compile(
    r"\b(?:record|good|bad|strong|weak|best|worst|tough|solid|mixed|difficult) (?P<a>20\d\d)\b|['’]s (?P<b>20\d\d) (?:in (?:numbers|figures|review|a nutshell)|at a glance|explained)|\b(?:report|results|accounts|earnings|figures|numbers) (?P<c>20\d\d)\b(?![-/])",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:expects?|expected|forecasts?|sees?|seen|set to|to (?:post|report|publish|release|see)|ahead of|before|preview|previews|awaits?|will|upcoming|outlook|guidance|targets?|aims?|hopes?|hoping|eyes|wants|plans|date of|schedules?|due|raises?|cuts?|lifts|lowers|trims|keeps|reaffirms|maintains)\b",
    re.I,
)
# `reported better results in the fiscal year to March than most had expected`
_REPORTED = re.compile(
    r"\b(?:report|post|announc|publish|unveil|record|deliver|book|earn)\w*\b[^.;]{0,40}\b(?:results?|profits?|earnings|revenues?|sales|income|loss|figures|numbers)\b",
    re.I,
)
_BEFORE = 40  # characters, within which such words stand
_SPANS = (6, 12)  # months


def results_named_en(reading: Reading, calendar: Calendar) -> Period | None:
    """Return the year, half, three quarters or quarter that ended last, where a title or an opening says that results of such a time are told."""
    if calendar.published is None:
        return None
    for text, start, end in where_named(reading):
        for said in _NAMED.finditer(text, start, end):
            ahead = _AHEAD.search(text, max(start, said.start() - _BEFORE), said.start())
            period = None if ahead else last_of(calendar, str(said.lastgroup))
            if period and is_news(period, calendar):
                return period
        if (told := _time_told(text, start, end, calendar)) is not None:
            return told
    return _year_in(reading.title, calendar)


def _time_told(text: str, start: int, end: int, calendar: Calendar) -> Period | None:
    """Return the year, half or quarter that has just ended, where an opening says that results of it were reported."""
    said = _REPORTED.search(text, start, end)
    if said is None or _AHEAD.search(text, start, said.start()):
        return None
    named = (m for m in period_mentions(text, start, end) if _is_told(text, start, m))
    told = (_over(calendar.resolve(m, Spoken()), m, calendar) for m in named)
    return next((p for p in told if p and is_news(p, calendar)), None)


def _is_told(text: str, start: int, mention: PeriodMention) -> bool:
    """Whether a mention is of a year or a part of it of which it is told what came."""
    spans = mention.scope in (*REPORTED, "year") or (mention.scope == "relative" and mention.number in _SPANS)
    return spans and tells_what_came(text, start, mention)


def _over(period: Period | None, mention: PeriodMention, calendar: Calendar) -> Period | None:
    """Return the part of the year that is over, which `the year` is while its results come out: `in the final quarter of the year`, in February."""
    runs = period is not None and mention.shift == 0 and not calendar.is_over(period)
    return period.years_before() if period and runs else period


def _year_in(title: str, calendar: Calendar) -> Period | None:
    """Return the year that a title calls by its number alone, while its results are news."""
    named = _YEAR.search(title)
    if named is None or _AHEAD.search(title, 0, named.start()) or calendar.fiscal_year_end != DECEMBER:
        return None
    period = Period(named["a"] or named["b"] or named["c"])
    return period if is_news(period, calendar) else None

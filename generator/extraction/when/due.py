"""Results that are due: what is expected of `the quarter` that a company reports on soon is of the one that has ended, as it is in the first days after its end."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.corpus.beginnings import sought
from generator.extraction.expected.market import MARKET
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.spoken import Spoken
from generator.settings.period import Period

_DAY = (
    r"(?:on (?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri)day|[A-Z][a-z]{2,8}\.? \d|\d)|(?:today|tonight|this (?:morning|afternoon|evening)|tomorrow|this week|next week|next month|soon|shortly)\b"
    r"|(?:later|early|earlier|late) (?:this|next|in the) (?:week|month)|in (?:a|an|two|three|four|\w+) (?:days?|weeks?)|(?:after|before) the (?:close|bell|market|open))"
)
_RESULTS = r"(?:results|earnings|figures|numbers|accounts|reports?|(?:first|second|third|fourth)[- ]quarter)"
# `The company reports on Thursday`, `will publish its quarterly results on July 23`, `Results are due in three weeks`
_DUE = sought(
    rf"\b(?:reports|(?:to|will|(?:is|are) (?:to|due|set|scheduled|expected) (?:to )?) ?(?:likely |probably |also |then |now |officially )?(?:report|publish|release|announce|post|present|disclose)|(?:publishes|releases|announces|posts|presents|discloses)(?= [^.;]{{0,40}}\b{_RESULTS}))\b(?:[^.;\d%]|\b20\d\d\b){{0,70}}?\b{_DAY}"
    rf"|\b{_RESULTS}\b[^.;\d%]{{0,40}}?\b(?:due|follow|follows|come|comes|out|expected|scheduled|slated)\b[^.;\d%]{{0,24}}?\b{_DAY}"
    rf"|\b(?:ahead of|before|in|with) (?:its|their|the) (?:[a-z]+[- ]){{0,2}}{_RESULTS},? (?:due )?\b{_DAY}"
    rf"|\b(?:[Bb]oth|companies|firms|and [A-Z][\w.]*) report (?:{_RESULTS} )?{_DAY}"
    r"|\b(?:soon-)?to-be-reported quarter\b|\bthe quarter (?:(?:that|which) is )?(?:yet |about |still )?to be reported\b"
)
# `Q2 results of Nvidia are due after the close`, as what a text opens with says
RESULTS_DUE = sought(
    rf"\b(?i:{_RESULTS})\b[^.;%]{{0,50}}?\b(?:(?:is|are) (?:due|out|scheduled|slated|expected)|(?:come|follow)s?(?: out)?)\b[^.;\d%]{{0,24}}?\b{_DAY}"
)
# `is expected to report a record operating profit of 6.8 trillion won for the quarter`
_TO_REPORT = re.compile(
    r"\b(?:is|are) (?:expected|forecast|seen|projected|predicted|estimated|likely|tipped) (?:to (?:report|post|announce|disclose|reveal|unveil)|(?:reporting|posting))\b"
)
_EXPECTS = re.compile(rf"\b(?:{MARKET}|[Cc]onsensus)\b")
# `is due to report results for its fiscal second quarter on May 2`
_RESULTS_FOR = re.compile(rf"\b{_RESULTS} (?:for|of|covering) (?:its |the |their )?$")
_ANNUAL = re.compile(r"\b(?:[Aa]nnual|[Ff]ull-year|[Yy]early)\b")
_JUST_ENDED = ("the quarter just", "the just-", "the just ", "the recently")
_DECEMBER = 12
_BEFORE = 220  # characters before a mention, within which it is said that results are due
_FRESH = 12  # days after a quarter's end, within which hardly any company has told what it earned


def is_of_results_due(marks: Scan, mention: PeriodMention, calendar: Calendar) -> bool:
    """Whether `the quarter` or `quarterly` is the one that has ended: its results are said to be due, or nobody can have told them yet."""
    if mention.relation not in ("this", "told") or marks.chinese:
        return False
    if mention.relation == "told":
        just = marks.text[mention.start : mention.end].lower().startswith(_JUST_ENDED)
        return just and (due_said(marks, mention.start) or _is_fresh(marks, mention, calendar))
    if marks.text[mention.start : mention.end].lower() not in ("the quarter", "quarterly"):
        return False
    return due_said(marks, mention.start) or _is_fresh(marks, mention, calendar)


def quarter_due(marks: Scan, mention: PeriodMention, calendar: Calendar, spoken: Spoken, beside: bool) -> Period | None:
    """Return the quarter that has ended, where `the quarter` is one whose results are due: no earlier one that was told, and none to come."""
    if beside or not is_of_results_due(marks, mention, calendar):
        return None
    quarter, own = calendar.resolve(mention, spoken), calendar.own_quarter()
    if quarter is None or calendar.days_since(quarter) <= 0:
        return own
    later = quarter.quarter_after()
    return later if calendar.days_since(later) > 0 else quarter


def year_due(marks: Scan, at: int, calendar: Calendar) -> Period | None:
    """Return the year that has ended, where its results are due: `publishes annual results on March 24. Analysts expect a profit of`."""
    day, low = calendar.published, _low(marks, at)
    due = _DUE.search(marks.text, low, marks.sentence.end) if day and not marks.chinese else None
    if due is None or day is None or not _ANNUAL.search(marks.text, low, due.end()):
        return None
    ended = day.year - (calendar.fiscal_year_end >= day.month)
    return Period(f"{'' if calendar.fiscal_year_end == _DECEMBER else 'FY'}{ended}")


def is_due_of(marks: Scan, mention: PeriodMention) -> bool:
    """Whether an English sentence without an amount says that the results of a period are due: what is expected next is of that."""
    if marks.chinese or marks.amounts:
        return False
    low, high = marks.sentence.start, marks.sentence.end
    named = _RESULTS_FOR.search(marks.text, max(low, mention.start - 40), mention.start)
    return named is not None and _DUE.search(marks.text, low, high) is not None


@lru_cache(maxsize=8)  # each period of a sentence asks
def is_said_due(text: str, low: int, high: int) -> bool:
    """Whether a stretch says that a company reports soon."""
    return _DUE.search(text, low, high) is not None


def due_said(marks: Scan, at: int) -> bool:
    """Whether a sentence, or its paragraph shortly before, says that results are due."""
    text, sentence = marks.text, marks.sentence
    return is_said_due(text, _low(marks, at), sentence.end) or bool(_TO_REPORT.search(text, sentence.start, at))


def _low(marks: Scan, at: int) -> int:
    """Return from where on a paragraph is near a place in it."""
    return max(marks.text.rfind("\n", 0, at) + 1, at - _BEFORE)


def _is_fresh(marks: Scan, mention: PeriodMention, calendar: Calendar) -> bool:
    """Whether the market expects something of a quarter days after one has ended: on July 2, of that to June."""
    own = calendar.own_quarter()
    expects = _EXPECTS.search(marks.text, marks.sentence.start, mention.start)
    return own is not None and bool(expects) and calendar.days_since(own) <= _FRESH

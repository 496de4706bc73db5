"""English amounts that are none of a period's: what is made in a week or a day."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.doubts.flows_en import HELD
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_USERS

RATE = "a rate, not the whole"
_WHEN = r"(?! (?:ago|earlier|later|before|after|sooner|from|in advance|ahead|when|that|in which|on which))"
_THINGS = r"(?: (?!(?:in|within|over|for|during|of|is|was|were|and|or|after|by|at|to|from|than|on)\b)[\w'’-]+){0,4}?"
# `2,270 Model 3s per week`, `8,000 cars every day`, `13,000 cars in the week to August 11`
_PER = re.compile(rf"{_THINGS} (?:per|an?|each|every) (?:single )?(?:week|day|hour|minute|shift|month)\b{_WHEN}")
_IN_A_WEEK = re.compile(
    rf"{_THINGS} (?:(?:in|for|during|over) the (?:[a-z-]+ )?(?:week|fortnight|weekend)s?\b|(?:in|for|during|over) (?:its|the) (?:first|last|past) (?:\w+ )?(?:weeks|days|hours)\b|last week\b|this week\b)"
)
_OPENS_WITH_A_WEEK = re.compile(
    r"\s*(?:In|For|During|Over) (?:the|that) (?:[a-z-]+ )?(?:week|weekend)\b|\s*(?:Last|This) week,? (?![a-z ]+ (?:said|reported))"
)
# `weekly production of the Model S was 1,913 cars`; but `record monthly sales of 300,000` are a month's
_WEEKLY = re.compile(
    r"\b(?:[Ww]eekly|[Dd]aily|[Hh]ourly) (?:[a-z]+ )?(?:production|output|sales|deliveries|shipments|rate|run[- ]rate|installations|registrations|insurance registrations|orders|revenues?|turnover)\b[^,;]{0,50}$"
)
# `up more than 26% and an annual rate of just over 900,000 units`: what a year of such months would come to
_ANNUAL = re.compile(
    rf"\b(?:annual|annuali[sz]ed|yearly) (?:(?:sales|production|delivery|revenue) )?(?:rate|pace|run[- ]?rate|clip) of {ABOUT}$"
)
# `Apple's sales fell 24 percent in the first six weeks of the year`: a change as well
_WEEKS = r"(?:first|last|past|opening|final) (?:(?:\d+|[a-z]+) )?weeks (?:of|in)\b"
_OVER_WEEKS = re.compile(rf"[^,;.]{{0,60}}? (?:in|for|during|over|within) (?:the )?{_WEEKS}")
_OPENS_WITH_WEEKS = re.compile(rf"\s*(?:In|For|During|Over) (?:the )?{_WEEKS}")


def of_a_rate(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why an English amount is none of its period, but a week's or a day's."""
    if not scan.text[mention.start].isascii() or scan.chinese:
        return None
    if amount.kind == "percent":
        weeks = _OVER_WEEKS.match(scan.text, amount.end, scan.sentence.end)
        return RATE if weeks or _OPENS_WITH_WEEKS.match(scan.text, scan.sentence.start) else None
    if mention.metrics and mention.metrics[0] in (*OF_USERS, *HELD):
        return None
    low = max(scan.sentence.start, amount.start - 90)
    if _PER.match(scan.text, amount.end) or _WEEKLY.search(scan.text, low, amount.start):
        return RATE
    if "production_capacity" not in mention.metrics and _ANNUAL.search(scan.text, low, amount.start):
        return RATE
    counts = amount.kind in ("count", "bare")
    week = counts and (
        _IN_A_WEEK.match(scan.text, amount.end) or _OPENS_WITH_A_WEEK.match(scan.text, scan.sentence.start)
    )
    return RATE if week else None

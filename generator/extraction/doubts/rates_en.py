"""English amounts that are none of a period's: what is made in a week or a day, and cash that moves rather than is there."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_USERS

RATE = "a rate, not the whole"
MOVES = "cash that moved, not what is there"
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
_FLOWS = re.compile(
    r"\b(?:burn(?:s|ed|t|ing)?|spen(?:d|ds|t|ding)|us(?:e|es|ed|ing)|consum(?:e|es|ed|ing)|(?:go|goes|going|went|run|runs|ran|running|chew(?:s|ed)?|tear|tore) through|return(?:s|ed|ing)?|hand(?:s|ed|ing)? (?:back|over)|g(?:ave|ives?|iving) back|pa(?:y|ys|id|ying)(?: out)?"
    r"|rais(?:e|es|ed|ing)|los(?:e|es|t|ing)|generat(?:e|es|ed|ing)|inject(?:s|ed|ing)?|pump(?:s|ed|ing)?|sink|sank|invest(?:s|ed|ing)?|br(?:ing|ings|ought) in|took in|receiv(?:e|es|ed|ing)|need(?:s|ed)?|sav(?:e|es|ed|ing)|free[ds]?(?: up)?|bleed(?:s|ing)?|bled|borrow(?:s|ed|ing)?|throw(?:s|n)? off|threw off|distribut(?:e|es|ed|ing)|plough(?:s|ed)?|plow(?:s|ed)?|splash(?:es|ed)? out|add(?:s|ed|ing)?)"
    r" (?:(?:more than|as much as|at least|up to|about|around|over|nearly|almost|some|roughly|another|a further|an estimated|a record|through|away) ?)*$"
)
_LEAD = 70  # characters before an amount, within which a verb says that cash moved
_CASH_DOES = re.compile(
    r" (?:burn|outflow|inflow|drain|usage|consumption|consideration|payment|injection|offer|deal|bonus|incentive)s?\b"
)


def of_a_rate(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why an English amount is none of its period: a week's or a day's, or cash that was burnt, spent or raised."""
    if amount.kind == "percent" or not scan.text[mention.start].isascii() or scan.chinese:
        return None
    if mention.metrics[:1] == ("cash",):
        return MOVES if _moves(scan, mention, amount) else None
    if mention.metrics and mention.metrics[0] in OF_USERS:
        return None
    if _PER.match(scan.text, amount.end) or _WEEKLY.search(
        scan.text, max(scan.sentence.start, amount.start - 90), amount.start
    ):
        return RATE
    counts = amount.kind in ("count", "bare")
    week = counts and (
        _IN_A_WEEK.match(scan.text, amount.end) or _OPENS_WITH_A_WEEK.match(scan.text, scan.sentence.start)
    )
    return RATE if week else None


def _moves(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether cash is what somebody burns, spends, raises or hands out: `burned about $2 billion in cash`."""
    if _CASH_DOES.match(scan.text, mention.end):
        return True
    if mention.start < amount.end:
        return False
    return bool(_FLOWS.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start))

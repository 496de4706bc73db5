"""English that says first what a change is compared with: `Compared with the fourth quarter, it sank 81%` is read as `It sank 81% from the fourth quarter`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.beginnings import sought
from generator.corpus.cleaning import Cut
from generator.corpus.months import MONTHS
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.verbs import MOVED

_EXPECTED = r"(?:consensus|guidance|outlook|guides?|forecasts?|estimates?|expect\w*|projections?|predictions?|targets?|goals?|aims?|plan\w*|budget\w*|hop\w+|promis\w+|market|street|analysts?|wall|midpoint|ranges?|rivals?|peers?|industry|average)"
# no `Versus the consensus for the quarter`, which is no time
_TIME = rf"(?![^,.;:]{{0,48}}\b{_EXPECTED}\b)(?=[^,.;:]{{0,40}}\b(?:quarter|half|months?|year|period|{MONTHS}|Q[1-4])\b)[\w'’ -]{{3,48}}?"
_NOUN = r"(?:rise|increase|gain|jump|surge|climb|improvement|fall|drop|decline|decrease|slump|plunge|dip|slide|reduction|contraction)"
_MOVED = rf"(?:(?:had |has |have )?{MOVED}(?: [a-z]+ly)?(?: by)?|(?:was|were|is|are)(?: still| also| even)? (?:up|down)(?: by)?|(?:was|were|is|are|marks|marked|represents|represented|means|meant) an? (?:[a-z]+ )?{_NOUN} of)"
_SHARE = r"\d[\d.,]*(?: ?%| per ?cent\b| percentage points?\b| pp\b)"
_FIRST = sought(
    r"(?:(?<=[.;:!?] )|(?<=\n))(?:set against|measured against|compared (?:with|to)|against|relative to|versus|from|in comparison (?:with|to)) "
    rf"(?P<time>{_TIME}),? (?P<who>it|they|that|this|these)(?: [a-z]+ly)? {_MOVED} {ABOUT}{_SHARE}(?P<next>[\s,.;:)!-])",
    re.I,
)


def said_first(text: str) -> Iterator[Cut]:
    """Yield what is read otherwise: what is compared with stands behind the change, as it mostly does."""
    for found in _FIRST.finditer(text):
        who = found.start("who")
        opens = text[found.start()].isupper()
        yield found.start(), who + 1, text[who].upper() if opens else text[who]
        yield *found.span("next"), f" from {found['time']}{found['next']}"

"""English that says the same as a commoner form, which alone rules know: `was 10% higher at $3 billion` is read as `rose 10% to $3 billion`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.beginnings import sought
from generator.corpus.cleaning import Cut

_SHARE = r"(?:\d[\d.,]*(?: ?%| per ?cent\b| percentage points?\b| points?\b| basis points?\b| ?pp\b| ?bps\b))"
_ABOUT = (
    r"(?:(?:about|around|almost|nearly|over|roughly|some|more than|less than|just|only|slightly|a|an?(?: full)?) )?"
)
_BASE = r"(?: (?:than|from|compared with|versus|year|on|a|the|in|same|period|quarter|of|last|earlier|ago|before|previous|prior|year-on-year|year-over-year|on-year|y/y|yoy|quarter-on-quarter|\d{4}|year['’]s)\b){0,9}"
_STOOD = re.compile(
    rf"\b(?P<was>(?:was|were|is|are|came in|stood|ended|finished|closed) )(?P<share>{_ABOUT}{_SHARE}) (?P<way>higher|lower|up|down)(?P<base>{_BASE}),?(?P<at> at )(?=(?:{_ABOUT})(?:[A-Z]{{0,3}}[$€£¥]|[A-Z]{{3}} ?|Rs\.? ?)?\d)"
)
_UP = ("higher", "up")
# `Overseas sales, by contrast, were 232,800`: what only joins a clause to those around it
_BETWEEN = sought(
    r",(?= (?:however|by contrast|in contrast|by comparison|meanwhile|on the other hand|in turn|too|though|moreover|instead|nevertheless|nonetheless|of course|in fact|for instance|for example|likewise|similarly|as expected|to be sure|for its part|at the same time|as a result), [a-z])"
    r" [a-z ]{3,18},"
)


def plainly(text: str) -> Iterator[Cut]:
    """Yield what is read otherwise: from where to where, and how."""
    for found in _STOOD.finditer(text):
        base = found["base"].replace(" than", " from", 1)
        yield *found.span("was"), "rose " if found["way"] in _UP else "fell "
        yield found.end("share"), found.end("at"), f"{base} to "
    for between in _BETWEEN.finditer(text):
        yield *between.span(), ""

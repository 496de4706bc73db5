"""English that moves a year's profit where it means what is expected of it: `revised up its annual operating profit to 2.5 trillion yen` is read as `its annual operating profit forecast to`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.cleaning import Cut

_MOVES = r"(?:revis(?:ed|es|ing)|rais(?:ed|es|ing)|lift(?:ed|s|ing)|upgrad(?:ed|es|ing)|hik(?:ed|es|ing)|upp(?:ed|ing)|cut|cuts|cutting|lower(?:ed|s|ing)|trim(?:med|s|ming)|slash(?:ed|es|ing)|downgrad(?:ed|es|ing))"
_TAKEN = r"(?:profits?|income|EBIT(?:DA)?|EPS|earnings|revenues?|sales|deliveries|shipments|margin)"
# not `lifted its full-year revenue to $180 billion in 2024`, which came
_UNSAID = re.compile(
    rf"\b(?P<moves>{_MOVES})(?P<way> (?:up|down|upwards?|downwards?))? (?:its|their) (?:annual|full-year|full year|whole-year|yearly)(?! (?:[a-z-]+ ){{0,4}}(?:forecast|guidance|outlook|target|estimate|projection|view|goal|plan|expectation))"
    rf" (?:[A-Za-z-]+ ){{0,3}}?(?P<taken>{_TAKEN})(?P<at> )to (?=[^\w\n]?(?:about |around |between |[A-Z]{{0,3}}[$€£¥]?)\d)"
    r"(?!(?:[^.\n]|\.\d){0,60}? (?:in|for|over|during|by) (?:19|20)\d\d\b|(?:[^.\n]|\.\d){0,80}?\b(?:last year|a year (?:earlier|ago|before)|decade|within))"
)
# `lifted its annual sales to 4.27 million, beating its target`, `, its second-highest ever`: that came
_CAME = re.compile(
    r"(?:[^.\n]|\.\d){0,40}?,? (?:(?:beating|exceeding|surpassing|topping|overtaking|smashing|its (?:[a-z]+[- ])?(?:highest|lowest|best)|(?:a|its) record|(?:up|down)(?! from (?:[^.\n]|\.\d){0,40}(?:forecast|estimate|guidance|project|expect|predict|previous)))\b|after (?:an?|its|the)\b)"
)
_DATED = re.compile(r"\b(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]ver) (?:(?:19|20)\d\d|last year)\b[^.;\n]*$")
_LEAD = 70  # characters before the verb, within which a year is named
# what is sold, or taken in, a company may well have raised by itself: `lifted its annual deliveries to`
_SOLD = ("sales", "revenue", "revenues", "deliveries", "shipments")
_DONE = ("raised", "lifted", "upped", "hiked", "trimmed", "lowered", "slashed", "cut")


def _may_have_come(unsaid: re.Match[str], text: str) -> bool:
    """Whether the year's figure may be what came of it, and no expectation."""
    if unsaid["taken"] in _SOLD and unsaid["moves"] in _DONE and not unsaid["way"]:
        return True
    start = unsaid.start()
    return bool(_CAME.match(text, unsaid.end()) or _DATED.search(text, max(0, start - _LEAD), start))


def unsaid_outlooks(text: str) -> Iterator[Cut]:
    """Yield what is read otherwise."""
    for unsaid in _UNSAID.finditer(text):
        if _may_have_come(unsaid, text):
            continue
        yield *unsaid.span("at"), " forecast "

"""English that moves a year's profit where it means what is expected of it: `revised up its annual operating profit to 2.5 trillion yen` is read as `its annual operating profit forecast to`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.cleaning import Cut

_MOVES = r"(?:revis(?:ed|es|ing)|rais(?:ed|es|ing)|lift(?:ed|s|ing)|upgrad(?:ed|es|ing)|hik(?:ed|es|ing)|upp(?:ed|ing)|cut|cuts|cutting|lower(?:ed|s|ing)|trim(?:med|s|ming)|slash(?:ed|es|ing)|downgrad(?:ed|es|ing))"
_TAKEN = r"(?:profits?|income|EBIT(?:DA)?|EPS|earnings|revenues?|sales|deliveries|shipments|margin)"
# not `lifted its full-year revenue to $180 billion in 2024`, which came
_UNSAID = re.compile(
    rf"\b{_MOVES}(?: (?:up|down|upwards?|downwards?))? (?:its|their) (?:annual|full-year|full year|whole-year|yearly)(?! (?:[a-z-]+ ){{0,4}}(?:forecast|guidance|outlook|target|estimate|projection|view|goal|plan|expectation))"
    rf" (?:[A-Za-z-]+ ){{0,3}}?{_TAKEN}(?P<at> )to (?=[^\w\n]?(?:about |around |between |[A-Z]{{0,3}}[$€£¥]?)\d)"
    r"(?!(?:[^.\n]|\.\d){0,60}? (?:in|for|over|during|by) (?:19|20)\d\d\b|(?:[^.\n]|\.\d){0,80}?\b(?:last year|a year (?:earlier|ago|before)|decade|within))"
)


def unsaid_outlooks(text: str) -> Iterator[Cut]:
    """Yield what is read otherwise."""
    for unsaid in _UNSAID.finditer(text):
        yield *unsaid.span("at"), " forecast "

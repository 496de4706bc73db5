"""English that tells what selling cars brought in: `Selling vehicles yielded revenue of` is read as `Vehicle sales yielded revenue of`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.cleaning import Cut
from generator.extraction.amounts.approximators import ABOUT

_SELLING = re.compile(
    r"\b(?P<selling>[Ss]elling|(?:[Tt]he )?[Ss]ales? of) (?P<cars>(?:electric |passenger )?(?:vehicles|cars)|EVs)(?= (?:yielded|brought|generated|contributed|earned|produced|accounted for|made|took in) )"
)
_MONEY = r"(?:[A-Z]{2,3} ?|[A-Z]{0,3}[$€£¥] ?|Rmb ?)?\d[\d,.]*\d ?(?:[mb]illion|trillion|bn|mn|m)\b(?: (?:yuan|euros|dollars|won|yen))?"
# `of which 40 billion yuan, up 34 percent, was from the sale of vehicles`: whence, told behind how far it moved
_WHENCE = re.compile(
    rf"\b(?:of which|including|of that|of it),? {ABOUT}{_MONEY}(?P<comma>,)(?P<change> (?:up|down|an? (?:[a-z]+ )?(?:increase|rise|gain|jump|surge|decline|drop|fall|decrease) of) (?:[^,.;\n]|\.\d){{2,60}})(?P<was>, (?:was|were|came|is|comes) from (?P<part>[^,.;\n]{{3,60}}))(?=[,.;])"
)


def cars_sold(text: str) -> Iterator[Cut]:
    """Yield what is read otherwise."""
    for found in _SELLING.finditer(text):
        opens = found["selling"][0].isupper()
        yield *found.span(), "Vehicle sales" if opens else "vehicle sales"
    for found in _WHENCE.finditer(text):
        yield *found.span("comma"), f" from {found['part']}, which was"
        yield *found.span("was"), ""

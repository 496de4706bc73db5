"""What is expected from one amount to another is a range: `AMD guides for revenue from $1.75B to $1.85B`; `to rise from … to …` is none."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount

_LEAD = 160  # characters before the lower end, within which it is said to be expected
_NEAR = 2  # times the lower end that the upper one is, at most
_EXPECTED = sought(
    r"\b(?:expect(?:s|ed|ing)?|guid(?:es?|ed|ing)(?: for| to)?|forecasts(?! (?:for|of)\b)|forecasting|(?:is|are|was|were) forecast(?:ed)?|project(?:s|ed|ing)|anticipat(?:es?|ed|ing)|predict(?:s|ed|ing)?|envisag(?:es?|ed)|sees?|seen|seeing|guidance:|outlook:|guidance calls for|outlook calls for)"
    r"(?P<between>(?:[^.;\n]|\.\d){0,140}?)\bfrom (?:about |around |roughly |approximately )?$"
)
# What goes from one amount to another: `expects its margin to improve from 34% to 36%`
_MOVES = re.compile(
    r"\b(?:ris(?:es?|ing)|rose|gr[eo]w(?:s|n|ing)?|increas\w+|improv\w+|expan\w+|climb\w*|jump\w*|surg\w+|accelerat\w+|recover\w*|rebound\w*|doubl\w+|tripl\w+"
    r"|fall(?:s|en|ing)?|fell|drop\w*|declin\w+|decreas\w+|shrink\w*|slip\w*|slid\w*|narrow\w*|widen\w*|ease[sd]?|slow\w*|contract\w*"
    r"|rais\w+|lift\w*|boost\w*|hik\w+|cut\w*|lower\w*|trim\w*|slash\w*|reduc\w+|revis\w+|updat\w+|chang\w+|mov\w+|went|go(?:es|ing)?|push\w*|tak\w+|bring\w*|ramp\w*|scal\w+|swing\w*|turn\w*|up|down|higher|lower|away)\b",
    re.I,
)


def is_expected_from(first: Amount, second: Amount, text: str) -> bool:
    """Whether two amounts are the ends of a range that is expected, `revenue from $12.2 billion to $13.2 billion`."""
    if not 0 < first.value < second.value <= _NEAR * first.value:
        return False
    found = _EXPECTED.search(text, max(0, first.start - _LEAD), first.start)
    return found is not None and not _MOVES.search(found["between"])

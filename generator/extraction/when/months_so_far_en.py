"""English counts behind those of the months so far: `In the first eleven months it sold 4.18 million. Overseas sales were 917,000` are of no one month."""

from __future__ import annotations

import re

from generator.corpus.months import MONTHS
from generator.extraction.whose.context import Surroundings

_TO = r"(?: ?[-–] ?| to | through | and )"
_SO_MANY = "(?:two|four|five|seven|eight|ten|eleven|2|4|5|7|8|10|11)"  # three, six and nine have a name
_NAMELESS = rf"(?!March|June|September|Mar\b|Jun\b|Sept?\b)(?:{MONTHS})"
_SO_FAR = (
    rf"(?:first|opening) {_SO_MANY} months\b|\b(?:January|Jan\.?){_TO}{_NAMELESS}|\b{_SO_MANY} months (?:to|through|ended|ending) (?:{MONTHS})"
    rf"|\b(?:year[- ]to[- ]date|so far this year|this year (?:so far|through {_NAMELESS}|to date)|since January)\b"
)
_TIMES = re.compile(rf"(?P<far>{_SO_FAR})|\b(?:{MONTHS})\b|\b(?:last|that|the same|this) month\b|\bquarter\b", re.I)
_BACK = 320  # characters before a sentence, within which its paragraph named a time


def goes_on_with_months_so_far(around: Surroundings) -> bool:
    """Whether the last time that a paragraph named before a sentence is the months so far, and the sentence names none and turns to no other company."""
    scan, at = around.scan, around.scan.sentence.start
    if scan.chinese or scan.periods or any(e.entity != around.ground.entity for e in scan.entities):
        return False
    low = scan.text.rfind("\n", 0, at) + 1
    if low == at or not scan.text[low:at].strip():  # a sentence a paragraph: behind the one above
        above = scan.text.rfind("\n", 0, max(0, low - 1)) + 1
        low = above if ". " not in scan.text[above:low].rstrip() else low
    low = max(low, at - _BACK)
    named = [time["far"] is not None for time in _TIMES.finditer(scan.text, low, at)]
    return bool(named) and named[-1]

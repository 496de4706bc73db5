"""Retail sales that are of shops and not of cars: `JD.com's retail sales rose 12%`, `Retail sales climbed 4% in April`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_RETAIL = re.compile(r"retail sales", re.I)
_ITS = re.compile(r"\b(?:its|their|it|the [a-z]*maker['’]s)\b", re.I)


def are_of_shops(scan: Scan, mention: Mention, cars: bool, counted: bool) -> bool:
    """Whether retail sales are of no cars: none are `counted` in the sentence, and in a text on `cars` it names no maker of them."""
    if counted or not _RETAIL.match(scan.text, mention.start):
        return False
    named = any(e.end <= mention.start for e in scan.entities)
    makers = cars and (named or _ITS.search(scan.text, scan.sentence.start, mention.start))
    return not makers

"""A stretch of a sentence reduced to its grammar: what it names as one capital each, all other words in small letters.

`Mac sales, a bright spot, rose 12% to $7.7 billion in the quarter` is `S M , a bright spot , rose A to A in T`.
"""

from __future__ import annotations

import re

from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan

# a company, a house that judges companies, a line of business or region, a metric, an amount, a time
COMPANY, HOUSE, LINE, METRIC, AMOUNT, TIME = "E", "H", "S", "M", "A", "T"
_TIMES = ("yoy", "qoq", "mom", "prior", "year_before", "quarter_before")  # cues that say when: `a year earlier`
_WORD = re.compile(r"[A-Za-z]+(?:[’'-][A-Za-z]+)*|[^\sA-Za-z]")


def reduced(scan: Scan, start: int, end: int, names: Names) -> str:
    """Return a stretch of a sentence reduced to its grammar, a space behind each word and mark."""
    said, at = [], start
    for low, high, letter in sorted(_marks(scan, names)):
        if low < at or high > end:
            continue
        said += [*_words(scan.text[at:low]), letter]
        at = high
    return " ".join([*said, *_words(scan.text[at:end])]) + " "


def _marks(scan: Scan, names: Names) -> list[tuple[int, int, str]]:
    """Return all that a sentence names, with the capital that stands for it."""
    kinds = names.catalogue.company_kind
    marks = [(m.start, m.end, COMPANY if kinds(m.entity) in (None, "company") else HOUSE) for m in scan.entities]
    marks += [(c.start, c.end, TIME) for c in scan.cues if c.kind in _TIMES]
    listed = ((scan.periods, TIME), (scan.segments, LINE), (scan.metrics, METRIC), (scan.amounts, AMOUNT))
    return marks + [(m.start, m.end, letter) for found, letter in listed for m in found]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]

"""English sentences that name nothing that figures are of: what was spoken of before them is so still behind them."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.ground import Ground
from generator.extraction.whose.things_shipped import things_before

_A_NAME = re.compile(r"(?<=[a-z,:;] )[A-Z]")  # a capital within a sentence
_HAN = re.compile("[一-鿿]")


def says_nothing(marks: Scan) -> bool:
    """Whether a sentence names nobody and nothing: `Shoppers were out in force despite the weather`."""
    text, (low, high) = marks.text, (marks.sentence.start, marks.sentence.end)
    marked = marks.metrics or marks.cues or marks.is_marked(low, high)
    return not (marked or _HAN.search(text, low, high) or _A_NAME.search(text, low, high))


def still_the_ground(marks: Scan, ground: Ground, names: Names) -> Ground:
    """Return what a sentence that says nothing leaves to the next: what it found, and the things it speaks of: `Phones were the exception`."""
    things = things_before(marks, names.catalogue, marks.sentence.end, ground.things)
    return ground if things == ground.things else replace(ground, things=things)


def still_expects(marks: Scan, ground: Ground, names: Names) -> bool:
    """Whether what the text expects is so still: a sentence names no metric, no line, no time, and no other company."""
    kinds = names.catalogue.segments
    lines = any(kinds[m.segment or ""].kind == "business" for m in marks.segments)
    others = any(e.entity != ground.entity for e in marks.entities)
    named = marks.metrics or marks.periods or lines or others
    return ground.expects and not (named or _HAN.search(marks.text, marks.sentence.start, marks.sentence.end))

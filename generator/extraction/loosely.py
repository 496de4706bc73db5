"""Growth that English first tells loosely, as a multiple: `sales more than doubled`, of which the text says elsewhere that they grew 112 percent."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal

from generator.extraction.figure import Figure
from generator.extraction.frozen import replace

_MULTIPLE = re.compile(r"(?:doubl|tripl|trebl|quadrupl|quintupl|sextupl|halv)[a-z]+", re.I)
_NEARLY = Decimal(35)  # points of percentage that what nearly doubled may lack
_ABOUT = Decimal(15)  # and that what doubled may differ
_TOLD_EXACTLY = "the text tells the same growth exactly"


def told_exactly(found: list[Figure], text: str) -> list[Figure]:
    """Return a document's figures; a change told as a multiple gives way to the same one told in percent."""
    exact: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    loose = [f for f in found if _is_settled(f) and _MULTIPLE.fullmatch(text, f.start, f.end)]
    if not loose:
        return found
    for figure in found:
        if _is_settled(figure) and text[figure.start : figure.end][:1].isdigit():
            exact[figure.slot].append(figure)
    gone = {id(f) for f in loose if any(_is_meant(f, told) for told in exact[f.slot])}
    return [replace(f, doubt=_TOLD_EXACTLY) if id(f) in gone else f for f in found]


def _is_settled(figure: Figure) -> bool:
    """Whether a figure is a change in percent of which nothing is in doubt."""
    known = figure.metric is not None and figure.doubt is None
    return known and figure.measure in ("yoy", "qoq") and figure.unit == "percent"


def _is_meant(loose: Figure, told: Figure) -> bool:
    """Whether a change in percent is what a multiple says of it: at least so much, nearly or about so much."""
    if told.value * loose.value <= 0:
        return False
    over = abs(told.value) - abs(loose.value)
    if loose.bound == "at_least":
        return 0 <= over < 100
    if loose.bound == "at_most":
        return -_NEARLY <= over <= 0
    return abs(over) <= _ABOUT

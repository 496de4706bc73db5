"""Where the words of a drawing stand: read back from the SVG, in points from its top left corner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree

from generator.charts.chart import Chart
from generator.charts.theme import Look

_SVG = "{http://www.w3.org/2000/svg}"
_MOVED = re.compile(r"translate\(([-\d.e]+),\s*([-\d.e]+)\)")
_ASCENT, _DESCENT = 0.74, 0.05  # of a size: digits and capitals; what hangs beneath may come near


class Word(NamedTuple):
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Word) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def words_of(drawn: Chart, seen: Look) -> list[Word]:
    return list(_within(ElementTree.fromstring(drawn.svg), 0.0, 0.0, seen))


def overlaps(words: list[Word]) -> list[tuple[str, str]]:
    return [(one.text, two.text) for one, two in combinations(words, 2) if one.meets(two)]


def outside(words: list[Word], drawn: Chart) -> list[str]:
    return [
        word.text
        for word in words
        if word.left < -0.5 or word.top < -0.5 or word.right > drawn.width + 0.5 or word.bottom > drawn.height + 0.5
    ]


def _within(part: ElementTree.Element, x: float, y: float, seen: Look) -> Iterator[Word]:
    for moved in _MOVED.finditer(part.get("transform", "")):
        x, y = x + float(moved[1]), y + float(moved[2])
    if part.tag == f"{_SVG}text" and part.text:
        size = float(part.get("font-size", "0").removesuffix("px"))
        width = seen.text_width(part.text, size, bold=part.get("font-weight") == "bold")
        left = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[part.get("text-anchor", "start")]
        yield Word(part.text, left, y - size * _ASCENT, left + width, y + size * _DESCENT)
    for child in part:
        yield from _within(child, x, y, seen)

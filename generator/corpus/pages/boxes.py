"""The words of a page with where they stand: boxes side by side, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.corpus.pages.words import joined
from generator.corpus.torn import CJK

# The sign or the bracket that stands apart from its number: `$   73,716`
_SIGN = re.compile(r"(?:US|HK|NT|A|C)?[$€£¥]|RMB|[(+−-]")
_NUMBER = re.compile(
    r"[(+−–-]{0,2}(?:US\$|HK\$|NT\$|RMB|[$€£¥])?[(+−–-]?\s?\d[\d,]*(?:\.\d+)?"
    r"\s?(?:%|pp|ppts?|pts|bps?|x|个?百分点|[亿万]?元?)?\)?(?:%| ?pts| ?pp)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NONE = re.compile(r"[–—-]{1,2}|[Nn]/?[AaMm]\.?|不适用")
# Behind a number in its cell: `%`, 月, `30 September`.
_GOES_ON = re.compile(rf"\)?%?$|[{CJK}]|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_DELTA = ("∆", "Δ")  # before `in %`, of another font
_WITHIN = 0.2  # of the height of letters: those of one word are nearer
_APART = 0.62  # of the height of letters: boxes that are nearer are words of one cell


def states(words: str) -> bool:
    """Whether words of a cell are a number, or say that there is none; a year heads a column."""
    return bool(_NUMBER.fullmatch(words) or _NONE.fullmatch(words)) and not _YEAR.fullmatch(words)


class Box(NamedTuple):
    """Words on one line of a page, and where they stand, in points from its left and from its foot."""

    left: float
    bottom: float
    right: float
    top: float
    words: str

    @property
    def middle(self) -> float:
        """How high it stands."""
        return (self.bottom + self.top) / 2

    @property
    def centre(self) -> float:
        """How far from the left it stands."""
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        """How high its letters are."""
        return self.top - self.bottom

    @property
    def states(self) -> bool:
        """Whether it holds a number, or says that there is none; a year heads a column."""
        return states(self.words)

    def beside(self, other: Box) -> bool:
        """Whether it stands on the line of another: a comma is lower than digits, a note's mark is higher."""
        return self.bottom <= other.middle <= self.top or other.bottom <= self.middle <= other.top

    def follows(self, before: Box) -> bool:
        """Whether it may be the next letter of a word."""
        height = max(before.height, self.height)
        near = self.height == 0 or before.height == 0 or abs(self.bottom - before.bottom) < height
        return near and abs(self.left - before.right) < max(_WITHIN * height, 1)


Line = list[Box]  # what stands side by side, from left to right


def box_lines(boxes: Iterable[Box]) -> list[Line]:
    """Return boxes line by line from the page's head on, words that stand near one another in one."""
    lines: list[Line] = []
    for box in sorted(boxes, key=lambda box: -box.middle):
        if lines and any(other.beside(box) for other in lines[-1]):
            lines[-1].append(box)
        else:
            lines.append([box])
    return [list(_cells(sorted(line))) for line in lines]


def one(box: Box, other: Box) -> Box:
    """Return two boxes as one; the words of the other come behind."""
    left, bottom = min(box.left, other.left), min(box.bottom, other.bottom)
    right, top = max(box.right, other.right), max(box.top, other.top)
    return Box(left, bottom, right, top, joined(box.words, other.words))


def _cells(line: Line) -> Iterator[Box]:
    held = line[0]
    for box in line[1:]:
        sign = _SIGN.fullmatch(held.words) and _NUMBER.fullmatch(box.words)
        near = (1 if held.words in _DELTA else _APART) * max(held.height, box.height)
        alone = held.states and not _GOES_ON.match(box.words)
        if sign or (box.left - held.right < near and not alone):
            both = one(held, box)
            held = both._replace(words=f"{held.words}{box.words}") if sign else both
        else:
            yield held
            held = box
    yield held

"""What stands where in a finished PDF, character by character, in points from the page's top left corner."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2

Frame = tuple[float, float, float, float]  # left, top, right, bottom


class Char(NamedTuple):
    """One visible character and its box."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def within(self, frame: Frame, slack: float = 0.0) -> bool:
        """Whether the character stands inside a frame, or beyond it by no more than the slack."""
        left, top, right, bottom = frame
        return (
            self.left >= left - slack
            and self.right <= right + slack
            and self.top >= top - slack
            and self.bottom <= bottom + slack
        )

    def on(self, other: Char) -> bool:
        """Whether two characters meet, by more than kerning brings about. Those of a ligature share one box."""
        wide, high = min(self.right - self.left, other.right - other.left), min(self.height, other.height)
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return self[1:] != other[1:] and across > max(0.4 * wide, 1.2) and down > max(0.4 * high, 1.2)

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


def pages(path: Path) -> list[list[Char]]:
    """Return the visible characters of every page, in the order in which they are drawn."""
    with pypdfium2.PdfDocument(path) as document:
        return [list(_page(page)) for page in document]


def _page(page: pypdfium2.PdfPage) -> Iterator[Char]:
    text, high = page.get_textpage(), page.get_height()
    box = [ctypes.c_double() for _ in range(4)]
    for i in range(text.count_chars()):
        code = pypdfium2.raw.FPDFText_GetUnicode(text, i)
        if code > 32 and code != 160 and pypdfium2.raw.FPDFText_GetCharBox(text, i, *box):
            left, right, bottom, top = (one.value for one in box)
            if right > left and top > bottom:
                yield Char(chr(code), left, high - top, right, high - bottom)


def on_one_another(chars: Iterable[Char]) -> list[str]:
    """Return pairs of characters that stand on each other; a comma tucked under the r before it does not."""
    cells: dict[tuple[int, int], list[Char]] = defaultdict(list)
    met = []
    last = None
    for char in chars:
        near = {(int(x // 12), int(y // 12)) for x in (char.left, char.right) for y in (char.top, char.bottom)}
        met += [
            f"{char} on {other}"
            for other in {o for cell in near for o in cells[cell]}
            if other is not last and char.on(other)
        ]
        last = char
        for cell in near:
            cells[cell].append(char)
    return met


def lines(chars: Iterable[Char]) -> list[list[Char]]:
    """Return characters gathered into lines, in the order in which they are drawn."""
    found: list[list[Char]] = []
    for char in chars:
        last = found[-1][-1] if found else None
        if last and char.left > last.left - 2 and char.top < last.bottom + 1 and char.bottom > last.top - 1:
            found[-1].append(char)
        else:
            found.append([char])
    return found


def bare(text: str) -> str:
    """Return a text without what is not seen."""
    return "".join(
        char for char in text if ord(char) > 32 and char not in "\u00a0\u200b\u2060\ufeff" and not char.isspace()
    )

"""Texts that were wrapped at a column, as wires and letters were sent: where their lines go on in the next one."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought

_NARROW, _WIDE = 48, 130  # characters of a column
_LINES = 5  # lines that go on: fewer do not tell a column
_MOST = 0.8  # of the lines that end without a stop
_OVER, _UNDER = 6, 12  # characters: programs count otherwise, and paragraphs may have been indented
_DATELINE = re.compile(r"[A-Z][A-Z .]+(?:,| \()")  # LONDON, Oct 4 (Reuters): a headline stands above
_STOPS = ".!?:;\"”'|)"
_BREAK = sought(r"(?<=[^\n])\n(?=[^\n])")


def column(text: str) -> int:
    """Return how wide the lines of a text are wrapped, 0 where they are not.

    A wrapped line is as long as its words allow: the first word of the next line would not have stood in it.
    """
    if text.count("\n") < _LINES or any(len(line) > 2 * _WIDE for line in text.split("\n", 60)[:60]):
        return 0
    ends = [match.start() for match in _BREAK.finditer(text)]
    lengths = sorted(at - text.rfind("\n", 0, at) - 1 for at in ends if text[at - 1] not in _STOPS)
    lengths = [length for length in lengths if length > _NARROW // 2]  # without front matter and labels
    if len(lengths) < _LINES:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    full = sum(goes_on(text, at, width) for at in ends)
    return width if _NARROW <= width <= _WIDE and full >= max(_LINES, _MOST * len(lengths)) else 0


def goes_on(text: str, at: int, width: int) -> bool:
    """Whether the line that ends at an offset is full, so that the next one goes on with it."""
    line = at - text.rfind("\n", 0, at) - 1
    word = "".join(text[at + 1 : at + width].split(None, 1)[:1])
    long = width // 2 < line <= width + _OVER and line + 1 + len(word) > width - _UNDER
    return long and word.isascii() and text[at - 1] not in _STOPS and not _DATELINE.match(text, at + 1)

"""Chinese heads of columns that a file's text tears over lines: 截至二零二五年, below it 六月三十日, below it 止三个月."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.extraction.periods.in_text import period_mentions
from generator.extraction.tables.columns import CHANGE_HEAD, Stretch
from generator.extraction.tables.over import Over
from generator.extraction.tables.stacked_zh import squeezed

_LONGEST = 40  # characters of a line of heads
_MOST = 12  # lines
_BETWEEN = re.compile(r"(?:截至|止|三个月|六个月|九个月|年度|未经审[核计]|经审[核计]|[\s()])*")
_TWICE = re.compile(r"([一-鿿()]{3,8}?)\1+")
_SPAN = re.compile(r"截至(?P<day>[^截止]{6,14})止(?P<span>(?:[三六九]|十二)个月|年度)")


def over_zh(text: str, lines: Sequence[Stretch], width: int) -> Over | None:
    """Return the heads of `width` columns that the Chinese lines above some rows of numbers are; None where they are none."""
    near = list[Stretch]()
    for line in reversed(lines[-_MOST:]):
        if line.end - line.start > _LONGEST or text[line.end - 1] in "。;:":
            break
        near.insert(0, line)
    if not near:
        return None
    start, end = near[0].start, near[-1].end
    said, at = squeezed(text, start, end)
    marks = [Stretch(*m.span()) for m in _SPAN.finditer(said)]
    if len(marks) < 2:
        marks = [Stretch(m.start, m.end) for m in period_mentions(said, 0, len(said))]
    marks += [Stretch(*m.span()) for m in CHANGE_HEAD.finditer(said)]
    marks.sort()
    marks, before = marks[-width:], marks[-width - 1 : -width]
    if before and not said[before[0].end : marks[0].start].strip():
        return None  # more heads than columns
    gaps = pairwise(marks)
    if len(marks) != width or not all(_BETWEEN.fullmatch(said, one.end, other.start) for one, other in gaps):
        return None
    heads = tuple((Stretch(at[m.start], at[m.end - 1] + 1), said[slice(*m)]) for m in marks)
    return Over(heads, heads[0][0].start, " | ".join(_once(text[slice(*line)]) for line in near), width, True)


def _once(line: str) -> str:
    """Return a line without what it only says again over the next column: 百万美元 百万美元."""
    return _TWICE.sub(r"\1", " ".join(dict.fromkeys(line.split())))

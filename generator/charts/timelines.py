"""Timeline: what was stated for which day, on one calendar; what lies ahead is hollow."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import altair as alt

from generator.briefing.charted import ChartBlock
from generator.charts.canvas import Canvas
from generator.charts.layout import broken, said, told
from generator.charts.theme import Look

_WIDEST = 110.0  # of a name
_STEM = 14.0
_GAP = 7.0
_ASIDE = 4.0  # of the words from their stem


class _Flag(NamedTuple):
    """What stands at one day: value and words, where on the calendar (`x`), and how wide.

    `level` counts from the line, 1 the first above it, -1 the first beneath.
    """

    told: str
    value: str
    words: str
    x: float
    width: float
    series: int
    ahead: bool
    level: int = 0

    @property
    def lines(self) -> int:
        return self.words.count("\n") + 2


def timeline(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw a flag for each value, its words to the right of its stem, on further levels where flags would meet."""
    flags = _levelled(_flags(block, look))
    above, beneath = (_depths(flags, side, look) for side in (1, -1))
    height = above[-1] + beneath[-1] + 14
    canvas, line, colours = Canvas(look, height), above[-1] + 5, look.theme.colours
    canvas.rule(0, line, canvas.width, line, colours.rule, thick=2)
    for flag in flags:
        near = line - above[flag.level - 1] if flag.level > 0 else line + beneath[-flag.level - 1]
        tall, colour = flag.lines * look.line, look.colour(flag.series)
        top, far = (near - tall, near - tall) if flag.level > 0 else (near, near + tall - 3)
        canvas.rule(flag.x, line, flag.x, far, colours.rule)
        canvas.dot(flag.x, line, colours.ground if flag.ahead else colour, colour)
        left, tone = flag.x + _ASIDE, look.legible(flag.series)
        canvas.word(left, top, flag.value, align="left", base="top", tone=tone, bold=True, told=flag.told)
        canvas.word(left, top + look.line, flag.words, align="left", base="top")
    return canvas.chart(height)


def _depths(flags: list[_Flag], side: int, look: Look) -> list[float]:
    """Return how far from the line each level begins, and where the last one ends."""
    levels = {flag.level * side for flag in flags if flag.level * side > 0}
    depths = [_STEM if levels else 0.0]
    for level in range(1, max(levels, default=0) + 1):
        lines = max((flag.lines for flag in flags if flag.level == level * side), default=0)
        depths.append(depths[-1] + lines * look.line + (_GAP if lines else 0.0))
    return depths


def _flags(block: ChartBlock, look: Look) -> list[_Flag]:
    found = [(i, series, point) for i, series in enumerate(block.series) for point in series.points]
    days = [point.day or date.min for _, _, point in found]
    first, span = min(days), max((max(days) - min(days)).days, 1)
    flags = []
    for i, series, point in found:
        words, value = f"{broken(series.name, _WIDEST, look)}\n{point.label}", said(point, look)
        wide = max(look.text_width(words), look.text_width(value, bold=True))
        flags.append(_Flag(told(series, point), value, words, 0.0, wide, i, point.basis != "actual"))
    # The last day stands where the widest words after it still have room.
    run = look.width - 12 - max(flag.width for flag in flags) - _ASIDE
    placed = [
        flag._replace(x=6 + run * (day - first).days / span) for flag, day in zip(flags, days, strict=True)
    ]  # fmt: skip
    return sorted(placed, key=lambda flag: flag.x)


def _levelled(flags: list[_Flag]) -> list[_Flag]:
    """Give each flag the nearest level on which it meets no other, from the last to the first.

    Words stand to the right of their stem: an earlier flag can always rise above those after it.
    """
    placed: list[_Flag] = []
    for number, flag in enumerate(reversed(flags)):
        sides = (1, -1) if number % 2 == 0 else (-1, 1)
        tries = (flag._replace(level=side * n) for n in range(1, len(flags) + 1) for side in sides)
        placed.append(next(one for one in tries if not any(_meet(one, other) for other in placed)))
    return placed


def _meet(one: _Flag, other: _Flag) -> bool:
    """Whether two flags on one level touch, or the stem of the farther one runs through the words of the nearer."""
    if (one.level > 0) != (other.level > 0):
        return False
    if one.level == other.level:
        return one.x - 8 < other.x + _ASIDE + other.width and other.x - 8 < one.x + _ASIDE + one.width
    near, far = sorted((one, other), key=lambda flag: abs(flag.level))
    return near.x < far.x < near.x + _ASIDE + near.width + 3

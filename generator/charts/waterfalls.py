"""Waterfalls: from one whole to another, or up to it, each step hanging where the one before it ended."""

from __future__ import annotations

from typing import NamedTuple

import altair as alt

from generator.briefing.charted import ChartBlock, Point
from generator.charts.canvas import Canvas
from generator.charts.layout import breaks_into, broken, fitting, head
from generator.charts.theme import Look

_BAR = 0.66  # of a step
_NAMES = 0.3  # of the width, where the bars lie down


class _Bar(NamedTuple):
    """A bar from where the one before it ended to where it ends itself; a whole begins at zero."""

    point: Point
    start: float
    end: float

    def colour(self, look: Look) -> str:
        """Wholes in the first colour, what adds in the third, what takes away in the fourth."""
        return look.colour(0 if self.point.whole else (2 if self.end >= self.start else 3))

    @property
    def told(self) -> str:
        return f"{self.point.label}; {self.point.printed.text}"

    @property
    def ahead(self) -> bool:
        return self.point.basis != "actual"


def waterfall(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw wholes from zero, steps between them; lying down where the words have no room side by side."""
    slot = (look.width - 4) / len(block.labels)
    size = fitting((point.printed.text for point in block.series[0].points), slot - 3, look)
    if size is None or not all(breaks_into(label, slot - 5, look, 4) for label in block.labels):
        return _lying(block, look)
    return _upright(block, look, slot, size)


def _upright(block: ChartBlock, look: Look, slot: float, size: float) -> alt.LayerChart:
    names = [broken(label, slot - 5, look) for label in block.labels]
    foot = max(name.count("\n") + 1 for name in names) * look.line + 6
    height = max(look.height, 150 + foot)
    canvas, bars = Canvas(look, height, head(block, look)), _bars(block)
    low, high = _ends(bars)
    bottom, half = canvas.height - foot, min(slot * _BAR, 64.0) / 2

    def y(value: float) -> float:
        return bottom - (value - low) / (high - low) * bottom

    for i, bar in enumerate(bars):
        middle, level, falls = (i + 0.5) * slot, y(bar.end), bar.end < bar.start
        canvas.box(middle - half, y(bar.start), middle + half, level, bar.colour(look), ahead=bar.ahead)
        if i + 1 < len(bars):
            canvas.rule(middle + half, level, middle + slot - half, level, look.theme.colours.muted, thick=0.7)
        at, base = (level + 4, "top") if falls else (level - 4, "bottom")
        canvas.word(middle, at, bar.point.printed.text, base=base, size=size, bold=bar.point.whole, told=bar.told)
        canvas.word(middle, bottom + 6, names[i], base="top", tone=look.theme.colours.muted)
    canvas.rule(0, y(0), canvas.width, y(0), look.theme.colours.rule)
    return canvas.chart(height)


def _lying(block: ChartBlock, look: Look) -> alt.LayerChart:
    names = [broken(label, look.width * _NAMES, look) for label in block.labels]
    row = max(22.0, max(name.count("\n") + 1 for name in names) * look.line + 6)
    title = head(block, look)
    height = len(names) * row + 4 + look.head(title)
    canvas, bars = Canvas(look, height, title), _bars(block)
    low, high = _ends(bars)
    room = max(look.text_width(bar.point.printed.text, bold=True) for bar in bars) + 10
    left = max(map(look.text_width, names)) + 12

    def x(value: float) -> float:
        return left + (value - low) / (high - low) * (canvas.width - room - left)

    for i, bar in enumerate(bars):
        middle, half = (i + 0.5) * row, row * 0.33
        near, far = sorted((x(bar.start), x(bar.end)))
        canvas.box(near, middle - half, far, middle + half, bar.colour(look), ahead=bar.ahead)
        if i + 1 < len(bars):
            canvas.rule(x(bar.end), middle + half, x(bar.end), middle + row - half, look.theme.colours.muted, thick=0.7)
        canvas.word(far + 5, middle, bar.point.printed.text, align="left", bold=bar.point.whole, told=bar.told)
        canvas.word(0, middle, names[i], align="left")
    return canvas.chart(height)


def _bars(block: ChartBlock) -> list[_Bar]:
    bars, level = [], 0.0
    for point in block.series[0].points:
        start = 0.0 if point.whole else level
        level = start + float(point.value)
        bars.append(_Bar(point, start, level))
    return bars


def _ends(bars: list[_Bar]) -> tuple[float, float]:
    """Return the ends of the scale, with room for a value beyond the longest bars."""
    values = [0.0, *(value for bar in bars for value in (bar.start, bar.end))]
    room = (max(values) - min(values) or 1.0) * 0.1
    return (min(values) - room if min(values) < 0 else 0.0), max(values) + room

"""Share bars: each bar the whole of a period, its parts named above the first one."""

from __future__ import annotations

from typing import NamedTuple

import altair as alt

from generator.briefing.charted import ChartBlock, Point
from generator.charts.canvas import Canvas
from generator.charts.layout import broken, fitting, head, told
from generator.charts.spreading import spread
from generator.charts.stacks import stacks
from generator.charts.theme import Look

_BAR = 34.0
_GAP = 12.0
_WIDEST = 96.0  # of a name


class _Part(NamedTuple):
    point: Point
    series: int
    told: str
    start: float
    end: float

    @property
    def room(self) -> float:
        return self.end - self.start


def shares(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw a lying bar a period, all of one length. Stacked bars where names or values find no room."""
    left = max(map(look.text_width, block.labels)) + 12
    bars = [_parts(block, label, left, look.width - 4) for label in block.labels]
    names = [broken(series.name, _WIDEST, look) for series in block.series]
    inside = all(_fits(bar, look) for bar in bars)
    if not inside and len(bars) == 1:  # a single bar's values may stand with the names
        names = [f"{part.point.printed.text}\n{name}" for name, part in zip(names, bars[0], strict=True)]
    widths = [look.text_width(name, bold=True) + 10 for name in names]
    if sum(widths) > look.width - left or (not inside and len(bars) > 1):
        return stacks(block, look)
    above, title = max(name.count("\n") + 1 for name in names) * look.line + 10, head(block, look)
    height = above + len(bars) * (_BAR + _GAP) - _GAP + 6 + look.head(title)
    canvas = Canvas(look, height, title)
    wanted = [part.start + width / 2 for part, width in zip(bars[0], widths, strict=True)]
    placed = spread(wanted, widths, left, canvas.width + 8)
    for name, part, at, width in zip(names, bars[0], placed, widths, strict=True):
        _name(canvas, name, part, at - width / 2, above)
    for number, (label, bar) in enumerate(zip(block.labels, bars, strict=True)):
        _bar(canvas, bar, label, above + number * (_BAR + _GAP), inside)
    return canvas.chart(height)


def _parts(block: ChartBlock, label: str, start: float, end: float) -> list[_Part]:
    points = [(i, told(one, p), p) for i, one in enumerate(block.series) for p in one.points if p.label == label]
    total, width = sum(float(point.value) for _, _, point in points) or 1.0, end - start
    parts = []
    for i, said, point in points:
        parts.append(_Part(point, i, said, start, start + float(point.value) / total * width))
        start = parts[-1].end
    return parts


def _fits(bar: list[_Part], look: Look) -> bool:
    """Whether every value has room inside its part."""
    return all(fitting([part.point.printed.text], part.room - 4, look) is not None for part in bar)


def _name(canvas: Canvas, name: str, part: _Part, x: float, foot: float) -> None:
    """Write the name of a part above the first bar; where it stands aside of its part, with a line to it."""
    look = canvas.look
    canvas.word(x, foot - 6, name, align="left", base="bottom", tone=look.legible(part.series), bold=True)
    if not part.start - 1 <= x < part.end:
        canvas.rule(x + 2, foot - 5, part.start + min(6, part.room / 2), foot, look.theme.colours.muted, thick=0.7)


def _bar(canvas: Canvas, bar: list[_Part], label: str, top: float, values: bool) -> None:
    look = canvas.look
    canvas.word(0, top + _BAR / 2, label, align="left", tone=look.theme.colours.muted)
    for part in bar:
        done = part.point.basis == "actual"
        canvas.box(part.start, top, part.end - 1, top + _BAR, look.colour(part.series), ahead=not done)
        if values:
            size = fitting([part.point.printed.text], part.room - 4, look)
            tone = look.on(part.series) if done else look.theme.colours.ink
            canvas.word(
                (part.start + part.end) / 2,
                top + _BAR / 2,
                part.point.printed.text,
                tone=tone,
                size=size,
                told=part.told,
            )

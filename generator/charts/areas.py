"""Areas: how much there was over time, of one thing or of parts on one another."""

from __future__ import annotations

from itertools import pairwise

import altair as alt

from generator.briefing.charted import ChartBlock, Series
from generator.charts.canvas import Canvas
from generator.charts.layout import head, told
from generator.charts.periods import name_ends, names_at_ends, period_axis
from generator.charts.stacks import stacks
from generator.charts.theme import Look

_THIN = 1.15  # of a size: how thick a part must be to hold figures of it
_HEADROOM = 1.16


def areas(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw areas from zero, what is not actual hatched. Bars where values have no room side by side; stacked bars where
    a part is too thin for its value, missing or negative somewhere.
    """
    widest = max(look.text_width(point.printed.text) for series in block.series for point in series.points)
    if widest + 6 > look.width / len(block.labels):
        return stacks(block, look)
    canvas = Canvas(look, look.height, head(block, look))
    several = len(block.series) > 1
    named = names_at_ends(block, canvas)
    if several and (not named or not _whole(block)):
        return stacks(block, look)
    first, last = (look.text_width(block.labels[i]) / 2 for i in (0, -1))
    right = canvas.width - (named or last)
    step = (right - first) / max(len(block.labels) - 1, 1)
    xs = [first + i * step for i in range(len(block.labels))]
    bottom = period_axis(canvas, block, xs, step)
    tops = _tops(block)
    scale = bottom / (max(max(level) for level in tops) * (1.02 if several else _HEADROOM) or 1.0)
    heights = [[bottom - value * scale for value in level] for level in tops]
    if (
        several
        and min(a - b for low, high in pairwise(heights) for a, b in zip(low, high, strict=True)) < look.size * _THIN
    ):
        return stacks(block, look)
    for number, series in enumerate(block.series):
        _area(canvas, series, number, xs, heights[number], heights[number + 1], several)
    if several:
        middles = [(low[-1] + high[-1]) / 2 for low, high in pairwise(heights)]
        name_ends(canvas, block, middles, right + 8)
    return canvas.chart(look.height)


def _whole(block: ChartBlock) -> bool:
    return all(
        len(series.points) == len(block.labels) and all(point.value >= 0 for point in series.points)
        for series in block.series
    )


def _tops(block: ChartBlock) -> list[list[float]]:
    """Return the levels between which areas lie: zero, then what each series adds; nothing where it is not stated."""
    levels = [[0.0] * len(block.labels)]
    for series in block.series:
        values = {point.label: float(point.value) for point in series.points}
        levels.append([below + values.get(label, 0.0) for below, label in zip(levels[-1], block.labels, strict=True)])
    return levels


def _area(
    canvas: Canvas, series: Series, number: int, xs: list[float], low: list[float], high: list[float], several: bool
) -> None:
    """Draw one series, from its last actual point on hatched, and write its values: inside a part, else above."""
    look, count = canvas.look, len(series.points)
    split = next((i for i, point in enumerate(series.points) if point.basis != "actual"), count)
    solid = 1.0 if several else 0.22
    for name, span in (("", range(split)), (" ", range(max(split - 1, 0), count))):
        if len(span) > 1:
            tops, bottoms = [(xs[i], high[i]) for i in span], [low[i] for i in span]
            canvas.area(series.name + name, tops, bottoms, look.colour(number), solid, ahead=bool(name))
            if not several:
                canvas.line(series.name + name, tops, look.colour(number), dash=(4, 3) if name else ())
    for i, point in enumerate(series.points):
        actual, text = point.basis == "actual", point.printed.text
        if not several:
            fill = look.colour(number) if actual else look.theme.colours.ground
            canvas.dot(xs[i], high[i], fill, look.colour(number), size=34)
            canvas.word(xs[i], high[i] - 7, text, base="bottom", told=told(series, point))
        elif i + 1 < count:  # the last value stands with its name
            x, align = (xs[i] + 4, "left") if i == 0 else (xs[i], "center")
            tone = look.on(number) if actual else look.theme.colours.ink
            canvas.word(x, (low[i] + high[i]) / 2, text, align=align, tone=tone, told=told(series, point))

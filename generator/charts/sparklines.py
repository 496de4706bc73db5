"""Small lines: a row a measure, where it began, how it went, where it stands; each on a scale of its own."""

from __future__ import annotations

import altair as alt

from generator.briefing.charted import ChartBlock, Point, Series
from generator.charts.canvas import Canvas
from generator.charts.layout import broken, fractions, said, told
from generator.charts.theme import Look

_NAMES = 0.34  # of the width
_HEAD = 16.0
_TALL = 9.0  # points that a line moves up and down from its middle


def sparklines(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw a row a series, with its first and its last value written out."""
    names = [broken(series.name, look.width * _NAMES, look) for series in block.series]
    row = max(29.0, max(name.count("\n") + 1 for name in names) * look.line + 8)
    height = len(names) * row + _HEAD + 6
    canvas, muted = Canvas(look, height), look.theme.colours.muted
    first, last = block.labels[0], block.labels[-1]
    firsts = [_written(series.points[0], first, look) if len(series.points) > 1 else "" for series in block.series]
    lasts = [_written(series.points[-1], last, look) for series in block.series]
    left = max(map(look.text_width, names)) + 26 + max(map(look.text_width, (*firsts, first)))
    right = canvas.width - max(look.text_width(text, bold=True) for text in (*lasts, last)) - 12
    canvas.word(left - 10, 5, first, align="right", tone=muted)
    canvas.word(canvas.width, 5, last, align="right", tone=muted)
    for i, series in enumerate(block.series):
        edge, middle = _HEAD + i * row, _HEAD + (i + 0.5) * row
        canvas.rule(0, edge, canvas.width, edge, look.theme.colours.rule, thick=0.6)
        canvas.word(0, middle, names[i], align="left")
        canvas.word(left - 10, middle, firsts[i], align="right", tone=muted, told=told(series, series.points[0]))
        canvas.word(canvas.width, middle, lasts[i], align="right", bold=True, told=told(series, series.points[-1]))
        _line(canvas, series, block.labels, (left, right), middle)
    return canvas.chart(height)


def _line(canvas: Canvas, series: Series, labels: tuple[str, ...], ends: tuple[float, float], middle: float) -> None:
    look, step = canvas.look, (ends[1] - ends[0]) / max(len(labels) - 1, 1)
    parts = fractions([float(point.value) for point in series.points])
    spots = [
        (ends[0] + labels.index(point.label) * step, middle + (0.5 - part) * 2 * _TALL)
        for point, part in zip(series.points, parts, strict=True)
    ]
    canvas.line(series.name, spots, look.colour(0), thick=1.5)
    ahead = series.points[-1].basis != "actual"
    canvas.dot(*spots[-1], look.theme.colours.ground if ahead else look.colour(1), look.colour(1), size=34)


def _written(point: Point, label: str, look: Look) -> str:
    """A value at the end of its line; with its period where that is another than the column's."""
    return said(point, look) if point.label == label else f"{said(point, look)}\n{point.label}"

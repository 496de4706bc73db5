"""Progress: a row for each thing measured, a bar for what is reached, a mark for what was promised."""

from __future__ import annotations

import altair as alt

from generator.briefing.charted import ChartBlock, Point
from generator.charts.canvas import Canvas
from generator.charts.layout import broken, said
from generator.charts.theme import Look

_NAMES = 0.3  # of the width
_ROW = 56.0
_BAR = 7.5  # points above the middle of a row and as many beneath


def bullets(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw a row a label, each on a scale of its own from zero: targets may be in unlike units."""
    height = len(block.labels) * _ROW + 8
    canvas = Canvas(look, height)
    names = [broken(label, look.width * _NAMES, look) for label in block.labels]
    left = max(map(look.text_width, names)) + 14
    for i, label in enumerate(block.labels):
        here = [point for series in block.series for point in series.points if point.label == label]
        middle = i * _ROW + 31
        canvas.word(0, middle, names[i], align="left")
        _row(canvas, here, left, middle)
    return canvas.chart(height)


def _row(canvas: Canvas, here: list[Point], left: float, middle: float) -> None:
    look, colours = canvas.look, canvas.look.theme.colours
    most = max(float(point.value) for point in here) or 1.0
    ends = [left + max(float(point.value), 0.0) / most * (canvas.width - left) * 0.94 for point in here]
    aims = [(point, end) for point, end in zip(here, ends, strict=True) if point.basis != "actual"]
    canvas.box(left, middle - _BAR, max(end for _, end in aims), middle + _BAR, colours.panel)
    for point, end in zip(here, ends, strict=True):
        if point.basis == "actual":
            canvas.box(left, middle - _BAR + 2, end, middle + _BAR - 2, look.colour(0))
            _value(canvas, point, (left, end), [at for _, at in aims], middle)
    for number, (point, end) in enumerate(aims):
        canvas.rule(end, middle - _BAR - 4, end, middle + _BAR + 4, look.colour(1), thick=3)
        text = said(point, look)
        x = min(end, canvas.width - look.text_width(text) / 2)
        # The target over its mark; a forecast or the consensus beneath.
        y, base = (middle - _BAR - 6, "bottom") if number == 0 else (middle + _BAR + 6, "top")
        canvas.word(x, y, text, base=base, told=f"{point.label}; {text}")


def _value(canvas: Canvas, point: Point, bar: tuple[float, float], marks: list[float], middle: float) -> None:
    """Write what is reached into its bar; after it where the bar is too short, or a mark stands in it."""
    look, (left, end), text = canvas.look, bar, point.printed.text
    width, told = look.text_width(text, bold=True), f"{point.label}; {text}"
    if left + width + 10 <= end and not any(mark <= left + width + 10 for mark in marks):
        canvas.word(left + 6, middle, text, align="left", tone=look.on(0), bold=True, told=told)
    else:
        x = max(end, *(mark for mark in (*marks, end) if mark - end < width + 10)) + 6
        canvas.word(x, middle, text, align="left", bold=True, told=told)

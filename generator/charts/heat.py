"""Heat table: every value in its cell, the cell the darker the higher the value."""

from __future__ import annotations

from math import sqrt

import altair as alt

from generator.briefing.charted import ChartBlock, Point, Series
from generator.charts.canvas import Canvas
from generator.charts.layout import axis_labels, bases_at, broken, fitting, said, told
from generator.charts.theme import Look, mixed

_NAMES = 0.32  # of the width
_PALE, _DARK = 0.05, 0.5  # shares of the colour in the lowest and the highest cell


def heat_table(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw a row a series. Percentages share a scale, other rows have one each; losses have their own colour."""
    names = [broken(series.name, look.width * _NAMES, look) for series in block.series]
    left = max(map(look.text_width, names)) + 12
    slot = (look.width - 4 - left) / len(block.labels)
    heads = list(axis_labels(block, slot - 4, look).values())
    head = max(text.count("\n") + 1 for text in heads) * look.line + 6
    points = [point for series in block.series for point in series.points]
    size = fitting((point.printed.text for point in points), slot - 5, look) or look.size - 1
    # What is ahead says so in its cell where the column's head does not.
    apart = {label for label in block.labels if len(bases_at(block, label)) > 1}
    texts = [said(point, look) if point.label in apart else point.printed.text for point in points]
    texts = [broken(text, slot - 5, look, size) for text in texts]
    tallest = max(text.count("\n") + 1 for text in (*names, *texts))
    row = max(23.0, tallest * look.line + 6)
    height = head + len(names) * row + 6
    canvas = Canvas(look, height)
    for column, text in enumerate(heads):
        canvas.word(left + (column + 0.5) * slot, head - 4, text, base="bottom", tone=look.theme.colours.muted)
    written = iter(texts)
    for i, series in enumerate(block.series):
        canvas.word(0, head + (i + 0.5) * row, names[i], align="left")
        cells, scale = {point.label: point for point in series.points}, _scale(block, series)
        said_here = {point.label: next(written) for point in series.points}
        for column, label in enumerate(block.labels):
            corner = (left + column * slot + 1, head + i * row + 1)
            frame = (*corner, corner[0] + slot - 2, corner[1] + row - 2)
            _cell(canvas, series, cells.get(label), scale, frame, said_here.get(label, "–"), size)
    return canvas.chart(height)


def _scale(block: ChartBlock, series: Series) -> tuple[float, float]:
    """Return the sizes in the palest and the darkest cell of a row."""
    shared = all(one.unit == "%" for one in block.series)
    rows = block.series if shared else (series,)
    values = [float(point.value) for one in rows for point in one.points]
    sizes = list(map(abs, values))
    return (0.0 if min(values) < 0 else min(sizes)), max(sizes)


def _cell(
    canvas: Canvas, series: Series, point: Point | None, scale: tuple[float, float],
    frame: tuple[float, float, float, float], text: str, size: float,
) -> None:  # fmt: skip
    """Draw a cell; one for which nothing is stated has a dash, one that is not yet actual a dashed outline."""
    look, colours = canvas.look, canvas.look.theme.colours
    middle = ((frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2)
    if point is None:
        canvas.word(*middle, text, tone=colours.muted)
        return
    low, high = scale
    # By the root: beside one that trebled, growth of ten and of fifty percent would look alike.
    part = sqrt(max(abs(float(point.value)) - low, 0.0) / (high - low)) if high > low else 0.5
    fill = mixed(colours.ground, colours.bad if point.value < 0 else look.colour(0), _PALE + part * (_DARK - _PALE))
    done = point.basis == "actual"
    canvas.box(*frame, fill, stroke="transparent" if done else colours.muted, dash=() if done else (3, 2))
    canvas.word(*middle, text, tone=look.over(fill), size=size, told=told(series, point))

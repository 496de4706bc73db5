"""Charts over periods: the axis beneath, and names at the ends of what they name rather than in a legend."""

from __future__ import annotations

from collections.abc import Sequence

from generator.briefing.charted import ChartBlock
from generator.charts.canvas import Canvas
from generator.charts.layout import axis_labels, broken, longest_piece, told
from generator.charts.spreading import spread
from generator.charts.theme import Look

_NAMES = 0.24  # of the width, for names at the right
_LEAST = 1.1  # of the widest value: how much room a period needs beside the names


def period_axis(canvas: Canvas, block: ChartBlock, xs: Sequence[float], slot: float) -> float:
    """Write the labels of periods, of many only every other; return how far down the plot may reach.

    Counted from the last, which is the one that matters.
    """
    look, every = canvas.look, 1
    while longest_piece(block.labels, look) > slot * every - 4 and every < len(block.labels):
        every += 1
    written = list(axis_labels(block, slot * every - 4, look).values())
    foot = canvas.height - max(text.count("\n") + 1 for text in written) * look.line
    for text, x in list(zip(written, xs, strict=True))[::-1][::every]:
        canvas.word(x, foot, text, base="top", tone=look.theme.colours.muted)
    return foot - 6


def ends_together(block: ChartBlock) -> bool:
    """Whether every series has a point at the last label."""
    return all(series.points and series.points[-1].label == block.labels[-1] for series in block.series)


def names_at_ends(block: ChartBlock, canvas: Canvas) -> float:
    """Return the width that names and last values take at the right; 0 where they have no room there."""
    look = canvas.look
    if len(block.series) < 2 or not ends_together(block):
        return 0.0
    names, values = _names(block, look), [series.points[-1].printed.text for series in block.series]
    height = sum((name.count("\n") + 1) * look.line + 2 for name in names)
    width = max(map(look.text_width, names)) + _widest(values, look) + 14
    printed = [point.printed.text for series in block.series for point in series.points]
    slot = (canvas.width - width) / (len(block.labels) - 0.5)
    if height > canvas.height * 0.8 or slot < max(map(look.text_width, printed)) * _LEAST:
        return 0.0
    return width


def name_ends(canvas: Canvas, block: ChartBlock, ys: Sequence[float], x: float) -> None:
    """Write value and name of each series beside its end."""
    look, names = canvas.look, _names(block, canvas.look)
    values = [series.points[-1].printed.text for series in block.series]
    lengths = [(name.count("\n") + 1) * look.line + 2 for name in names]
    placed = spread(ys, lengths, 0, canvas.height)
    for number, (series, name, y) in enumerate(zip(block.series, names, placed, strict=True)):
        canvas.word(
            x,
            y,
            values[number],
            align="left",
            tone=look.legible(number),
            bold=True,
            told=told(series, series.points[-1]),
        )
        canvas.word(x + _widest(values, look) + 6, y, name, align="left", tone=look.legible(number))


def _names(block: ChartBlock, look: Look) -> list[str]:
    return [broken(series.name, look.width * _NAMES, look) for series in block.series]


def _widest(values: Sequence[str], look: Look) -> float:
    return max(look.text_width(value, bold=True) for value in values)

"""Two years side by side: lines from one to the other, or rows with a mark for each."""

from __future__ import annotations

import altair as alt

from generator.briefing.charted import ChartBlock, Point, Series
from generator.charts.canvas import Canvas
from generator.charts.layout import broken, fractions, said, told
from generator.charts.spreading import spread
from generator.charts.theme import Look, mixed

_NAMES = 0.36  # of the width, for names at most
_RUN = 270.0  # points between the two years at most: flatter, slopes can't be told apart
_HEAD = 18.0


def slope(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw a line a series from the earlier value to the later one, with name and values at its ends."""
    names = [broken(series.name, look.width * _NAMES, look) for series in block.series]
    lengths = [(name.count("\n") + 1) * look.line + 3 for name in names]
    height = max(look.height, sum(lengths) + _HEAD + 24)
    canvas = Canvas(look, height, block.unit)
    early, late = _ends(block)
    widths = [max(look.text_width(said(p, look), bold=True) for p in some) for some in (early, late)]
    left, bottom = widths[0] + 12, canvas.height - 6
    right = min(canvas.width - max(map(look.text_width, names)) - widths[1] - 22, left + _RUN)
    ys = _heights(early, late, _HEAD + 8, bottom - 4)
    first = spread([was for was, _ in ys], [look.line] * len(ys), _HEAD, bottom)
    last = spread([now for _, now in ys], lengths, _HEAD, bottom)
    for x, label, align in ((left, block.labels[0], "right"), (right, block.labels[1], "left")):
        canvas.rule(x, _HEAD, x, bottom, look.theme.colours.rule)
        aside = 8 if align == "left" else -8
        canvas.word(x + aside, 5, label, align=align, tone=look.theme.colours.muted, bold=True)
    for i, series in enumerate(block.series):
        colour, tone = look.colour(i), look.legible(i)
        ahead = [point.basis != "actual" for point in (early[i], late[i])]
        canvas.line(series.name, [(left, ys[i][0]), (right, ys[i][1])], colour, dash=(4, 3) if any(ahead) else ())
        for x, y, hollow in zip((left, right), ys[i], ahead, strict=True):
            canvas.dot(x, y, look.theme.colours.ground if hollow else colour, colour)
        was, now = said(early[i], look), said(late[i], look)
        canvas.word(left - 8, first[i], was, align="right", tone=tone, told=told(series, early[i]))
        canvas.word(right + 8, last[i], now, align="left", tone=tone, bold=True, told=told(series, late[i]))
        canvas.word(right + 14 + widths[1], last[i], names[i], align="left")
    return canvas.chart(height)


def dumbbell(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw a row a series: the earlier value hollow, the later one solid, each with its words on its outer side.

    A later value that is not actual is pale, and says what it is.
    """
    names = [broken(series.name, look.width * _NAMES, look) for series in block.series]
    row = max(26.0, max(name.count("\n") + 1 for name in names) * look.line + 8)
    height = len(names) * row + _HEAD + 8 + look.head(block.unit)
    canvas = Canvas(look, height, block.unit)
    early, late = _ends(block)
    widest = max(look.text_width(said(p, look), bold=True) for p in (*early, *late)) + 12
    left = max(map(look.text_width, names)) + 14 + widest
    parts = fractions([float(point.value) for point in (*early, *late)])
    across = [left + part * (canvas.width - widest - left) for part in parts]
    for i, name in enumerate(names):
        y = _HEAD + (i + 0.5) * row
        canvas.word(0, y, name, align="left")
        canvas.rule(0, y + row / 2, canvas.width, y + row / 2, look.theme.colours.panel)
        _pair(canvas, block.series[i], (early[i], late[i]), (across[i], across[len(names) + i]), y)
    _key(canvas, block.labels, left - widest)
    return canvas.chart(height)


def _pair(canvas: Canvas, series: Series, points: tuple[Point, Point], at: tuple[float, float], y: float) -> None:
    look, (was, now) = canvas.look, at
    side = 1 if now >= was else -1
    outwards = ("right", "left") if side > 0 else ("left", "right")
    canvas.rule(was, y, now, y, look.theme.colours.rule, thick=4)
    pale = mixed(look.theme.colours.ground, look.colour(0), 0.35)
    canvas.dot(was, y, look.theme.colours.ground, look.colour(0), size=60)
    canvas.dot(now, y, look.colour(0) if points[1].basis == "actual" else pale, look.colour(0), size=60)
    (first, last), muted = (said(point, look) for point in points), look.theme.colours.muted
    canvas.word(was - 8 * side, y, first, align=outwards[0], tone=muted, told=told(series, points[0]))
    canvas.word(now + 8 * side, y, last, align=outwards[1], bold=True, told=told(series, points[1]))


def _ends(block: ChartBlock) -> tuple[list[Point], list[Point]]:
    early, late = block.labels
    return [_at(one, early) for one in block.series], [_at(one, late) for one in block.series]


def _at(series: Series, label: str) -> Point:
    return next(point for point in series.points if point.label == label)


def _heights(early: list[Point], late: list[Point], top: float, bottom: float) -> list[tuple[float, float]]:
    ys = [bottom - part * (bottom - top) for part in fractions([float(point.value) for point in (*early, *late)])]
    return list(zip(ys[: len(early)], ys[len(early) :], strict=True))


def _key(canvas: Canvas, labels: tuple[str, ...], x: float) -> None:
    """Say which mark is which year."""
    look = canvas.look
    for label, fill in zip(labels, (look.theme.colours.ground, look.colour(0)), strict=True):
        canvas.dot(x + 4, 6, fill, look.colour(0))
        canvas.word(x + 13, 6, label, align="left", tone=look.theme.colours.muted)
        x += look.text_width(label) + 32

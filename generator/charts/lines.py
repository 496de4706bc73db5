"""Lines: how measures moved, each point's value beside it, each line's name at its end."""

from __future__ import annotations

import altair as alt

from generator.briefing.charted import ChartBlock
from generator.charts.bars import bars
from generator.charts.beside import spots
from generator.charts.canvas import Canvas
from generator.charts.layout import Rows, head, told
from generator.charts.periods import ends_together, name_ends, names_at_ends, period_axis
from generator.charts.theme import Look

_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
_WIDEST = 1.1  # of a period's share of the width
_KEY = 56.0  # points: a taller legend makes the chart taller, and not its lines flatter
_SIDES = {1: "bottom", 0: "middle", -1: "top"}


def lines(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw a line a series, with the value of each point where it stands clear of everything else. Bars where values
    are much wider than their periods.
    """
    widest = max(look.text_width(point.printed.text) for series in block.series for point in series.points)
    if widest > look.width / len(block.labels) * _WIDEST:
        return bars(block, look)
    canvas = Canvas(look, look.height, head(block, look))
    named = names_at_ends(block, canvas)
    top = canvas.key([series.name for series in block.series]) if not named and len(block.series) > 1 else 0.0
    canvas.height += max(0.0, top - _KEY)
    # Names begin at the last point, without names half a slot of air follows it.
    slot = (canvas.width - named) / (len(block.labels) - (0.5 if named else 0))
    bottom = period_axis(canvas, block, [(i + 0.5) * slot for i in range(len(block.labels))], slot)
    data = _placed(block, slot, top, bottom)
    for number, series in enumerate(block.series):
        _line(canvas, [row for row in data if row["number"] == number], series.name, number)
    own = {i for i, row in enumerate(data) if not (named and row["last"])}  # the others stand with the names
    for i, spot in spots(data, look, own).items():
        row = data[i]
        x, y, tone = row["x"] + spot.shift, row["y"] - spot.away * spot.side, look.legible(row["number"])
        canvas.word(x, y, row["printed"], base=_SIDES[spot.side], tone=tone, told=row["told"])
    if named:
        name_ends(canvas, block, [row["y"] for row in data if row["last"]], canvas.width - named + 8)
    return canvas.chart(look.height + max(0.0, top - _KEY))


def _placed(block: ChartBlock, slot: float, top: float, bottom: float) -> Rows:
    """Return every point with where it stands: the lines fill the height."""
    values = [float(point.value) for series in block.series for point in series.points]
    room = (max(values) - min(values) or abs(max(values)) or 1.0) * 0.2
    high, low = max(values) + room, min(values) - room
    together = ends_together(block)
    return [
        {
            "series": series.name, "number": number, "printed": point.printed.text, "basis": point.basis,
            "told": told(series, point),
            "x": (block.labels.index(point.label) + 0.5) * slot,
            "y": top + (high - float(point.value)) / (high - low) * (bottom - top),
            "last": together and point is series.points[-1],
        }
        for number, series in enumerate(block.series)
        for point in series.points
    ]  # fmt: skip


def _line(canvas: Canvas, rows: Rows, name: str, number: int) -> None:
    """Draw one series: a line through what is actual, dashed from its end to what is not yet."""
    look, shape = canvas.look, _SHAPES[number % len(_SHAPES)]
    done = [row for row in rows if row["basis"] == "actual"]
    ahead = [row for row in rows if row["basis"] != "actual"]
    canvas.line(name, [(row["x"], row["y"]) for row in done], look.colour(number))
    if ahead:
        spots_ = [(row["x"], row["y"]) for row in (*done[-1:], *ahead)]
        canvas.line(f"{name} ", spots_, look.colour(number), thick=1.5, dash=(4, 3))
    for row in rows:
        fill = look.colour(number) if row["basis"] == "actual" else look.theme.colours.ground
        canvas.dot(row["x"], row["y"], fill, look.colour(number), size=34, shape=shape)

"""Donut: the parts of one whole as a ring, each with value and name beside it rather than in a legend."""

from __future__ import annotations

from math import cos, pi, sin

import altair as alt

from generator.briefing.charted import ChartBlock, Point
from generator.charts.canvas import Canvas
from generator.charts.layout import broken
from generator.charts.spreading import spread
from generator.charts.theme import Look

_OUTER = 84.0
_INNER = 0.62  # of the outer radius
_NAMES = 0.23  # of the width, on either side
_LEADER = 0.055  # of the width, from the ring to the words
_LEAST = 30.0


def donut(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw a ring, clockwise from the top; what is not actual is hatched, and says so."""
    points = block.series[0].points
    canvas = Canvas(look, look.height, block.unit)
    x, y, outer = canvas.width / 2, canvas.height / 2, _radius(canvas, points)
    total = sum(max(float(point.value), 0.0) for point in points) or 1.0
    middles, start = [], 0.0
    for i, point in enumerate(points):
        end = start + max(float(point.value), 0.0) / total * 2 * pi
        ahead = point.basis != "actual"
        canvas.slice(x, y, (start, end), (outer * _INNER, outer), look.colour(i), ahead=ahead)
        middles.append((start + end) / 2)
        start = end
    canvas.word(x, y, broken(block.series[0].name, outer, look), tone=look.theme.colours.muted, bold=True)
    for side in (1, -1):
        here = [i for i, angle in enumerate(middles) if (sin(angle) >= 0) == (side > 0)]
        _beside(canvas, points, here, [middles[i] for i in here], outer, side)
    return canvas.chart(look.height)


def _radius(canvas: Canvas, points: tuple[Point, ...]) -> float:
    """Return the ring's radius: as large as height and names allow."""
    look = canvas.look
    words = [text for point in points for text in (_name(point, look), point.printed.text)]
    beside = max(look.text_width(text, bold=True) for text in words) + canvas.width * _LEADER
    return max(_LEAST, min(_OUTER, canvas.height / 2 - 6, canvas.width / 2 - beside))


def _beside(
    canvas: Canvas, points: tuple[Point, ...], here: list[int], angles: list[float], outer: float, side: int
) -> None:
    """Write value and name of the parts on one side, and lead a line to each."""
    look, x, y = canvas.look, canvas.width / 2, canvas.height / 2
    names = [_name(points[i], look) for i in here]
    lengths = [(name.count("\n") + 2) * look.line + 5 for name in names]
    placed = spread([y - cos(angle) * outer for angle in angles], lengths, 0, canvas.height)
    leader, align = canvas.width * _LEADER, "left" if side > 0 else "right"
    edge, knee = x + side * (outer + leader), x + side * (outer + leader * 0.55)
    for i, name, angle, at, length in zip(here, names, angles, placed, lengths, strict=True):
        top = at - length / 2 + 2.5
        level = top + look.size * 0.5
        canvas.rule(x + sin(angle) * (outer + 2), y - cos(angle) * (outer + 2), knee, level, look.theme.colours.rule)
        canvas.rule(knee, level, edge - side * 4, level, look.theme.colours.rule)
        canvas.word(
            edge,
            top,
            points[i].printed.text,
            align=align,
            base="top",
            tone=look.legible(i),
            bold=True,
            told=f"{points[i].label}; {points[i].printed.text}",
        )
        canvas.word(edge, top + look.line, name, align=align, base="top")


def _name(point: Point, look: Look) -> str:
    said = point.label if point.basis == "actual" else f"{point.label} ({look.word(point.basis)})"
    return broken(said, look.width * _NAMES, look)

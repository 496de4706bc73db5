"""Lines: how measures moved, each point's value beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import altair as alt

from generator.briefing.model import ChartBlock
from generator.charts.bars import colours, scale
from generator.charts.layout import Rows, axis_labels, fitting, over, plot, rows, split_by_basis
from generator.charts.theme import Look

_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
_NEAR = 0.13  # of the scale: closer than that, two labels at one place would touch


def lines(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw a line a series. Every value is written where it stands clear; the last of each series always is."""
    slot = look.width / max(len(block.labels), 1)
    every = 1
    while fitting(axis_labels(block, slot * every - 4, look).values(), slot * every - 2, look) is None:
        every += 1
    axis = axis_labels(block, slot * every - 4, look)
    data = rows(block, axis)
    low, high = _domain([row["value"] for row in data])
    names = [series.name for series in block.series]
    frame = _Frame(look, list(axis.values()), every, [low, high], names)
    layers = [
        layer for i, name in enumerate(names) for layer in frame.line(i, [r for r in data if r["series"] == name])
    ]
    # Marks and words have a scale of colours each.
    drawing: alt.LayerChart = over(over(*layers), over(*frame.values(data, slot))).resolve_scale(color="independent")
    return drawing


class _Frame:
    """The axes that the layers of one line chart share."""

    def __init__(self, look: Look, labels: list[str], every: int, domain: list[float], names: list[str]) -> None:
        self.look, self.labels, self.domain, self.names = look, labels, domain, names
        # Counted from the last, which is the one that matters.
        self.shown = labels[::-1][::every]

    def place(self) -> dict[str, Any]:
        """Return the encoding of position."""
        axis = alt.Axis(labelExpr="split(datum.value, '\\n')", labelAngle=0, values=self.shown)
        band = alt.Scale(domain=self.labels, padding=0.5)
        return {
            "x": alt.X("label:N", sort=None, scale=band, axis=axis, title=None),
            "y": alt.Y("value:Q", axis=None, scale=alt.Scale(domain=self.domain, zero=False)),
        }

    def line(self, index: int, data: Rows) -> list[Any]:
        """Return one series: a line through what is actual, dashed from its end to what is not yet."""
        done, open_ = split_by_basis(data)
        shape = _SHAPES[index % len(_SHAPES)]
        colour = colours(self.names, self.look)
        stroke = plot(done).mark_line(strokeWidth=2).encode(**self.place(), color=colour)
        points = plot(done).mark_point(shape=shape, filled=True, size=34, opacity=1)
        layers = [stroke, points.encode(**self.place(), color=colour)]
        if open_:
            ahead = plot([*done[-1:], *open_]).mark_line(strokeWidth=1.5, strokeDash=[4, 3])
            hollow = plot(open_).mark_point(
                shape=shape, size=36, fill=self.look.theme.colours.ground, fillOpacity=1, strokeWidth=1.5, opacity=1
            )
            rim = alt.Stroke("series:N", scale=scale(self.names, self.look), legend=None)
            layers += [ahead.encode(**self.place(), color=colour), hollow.encode(**self.place(), stroke=rim)]
        return layers

    def _words(self) -> alt.Color:
        tones = [self.look.legible(i) for i in range(len(self.names))]
        return alt.Color("series:N", scale=alt.Scale(domain=self.names, range=tones), legend=None)

    def values(self, data: Rows, slot: float) -> list[Any]:
        """Return the values, each above or below its point, away from the other lines."""
        size = fitting((row["printed"] for row in data), slot - 4, self.look)
        placed = _sides(data, self.domain, self.names)
        if size is None:  # no room for all: the last of each series
            last = {row["series"]: i for i, row in enumerate(data)}
            placed = [item for item in placed if data.index(item[0]) in last.values()]
        charts = []
        for side in (1, -1):
            own = [row for row, where in placed if where == side]
            if own:
                mark = plot(own).mark_text(
                    dy=-7 * side, baseline="bottom" if side > 0 else "top", fontSize=size or self.look.size
                )
                charts.append(mark.encode(**self.place(), text="printed:N", color=self._words()))
        return charts


def _domain(values: list[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = (high - low or abs(high) or 1.0) * 0.22
    return low - room, high + room


def _sides(data: Rows, domain: list[float], names: list[str]) -> list[tuple[dict[str, Any], int]]:
    """Return the rows whose values are written, each with 1 for above its point and -1 for below."""
    near = (domain[1] - domain[0]) * _NEAR
    placed = []
    for label in dict.fromkeys(row["label"] for row in data):
        here = sorted((row for row in data if row["label"] == label), key=lambda row: -row["value"])
        if len(here) == 1:
            placed.append((here[0], _free_side(here[0], data, len(names))))
            continue
        placed += [(here[0], 1), (here[-1], -1)]
        # Between two others: above, where that leaves both labels clear.
        for upper, row in pairwise(here[:-1]):
            if upper["value"] - row["value"] > 2 * near:
                placed.append((row, 1))
    return placed


def _free_side(row: dict[str, Any], data: Rows, many: int) -> int:
    """Below in the bottom of a valley, above elsewhere."""
    own = [other for other in data if other["series"] == row["series"]]
    at = own.index(row)
    beside = [own[i]["value"] for i in (at - 1, at + 1) if 0 <= i < len(own)]
    valley = bool(beside) and all(value > row["value"] for value in beside)
    return -1 if valley and many == 1 else 1

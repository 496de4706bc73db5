"""Lines: how measures moved, each point's value beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from generator.briefing.model import ChartBlock
from generator.charts.bars import colours, scale
from generator.charts.beside import Spot, spots
from generator.charts.layout import Rows, axis_labels, longest_piece, over, plot, plot_height, rows, split_by_basis
from generator.charts.theme import Look

_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")


def lines(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw a line a series, with the value of each point where it stands clear of everything else."""
    slot = look.width / max(len(block.labels), 1)
    every = 1
    while longest_piece(block.labels, look) > slot * every - 4 and every < len(block.labels):
        every += 1
    axis = axis_labels(block, slot * every - 4, look)
    data = rows(block, axis)
    frame = _Frame(look, list(axis.values()), every, data)
    drawn = [layer for name in frame.names for layer in frame.line(name)]
    # Marks and words have a scale of colours each.
    drawing: alt.LayerChart = over(over(*drawn), over(*frame.values())).resolve_scale(color="independent")
    return drawing


class _Frame:
    """The axes that the layers of one line chart share."""

    def __init__(self, look: Look, labels: Sequence[str], every: int, data: Rows) -> None:
        self.look, self.labels, self.data = look, list(labels), data
        self.names = list(dict.fromkeys(row["series"] for row in data))
        self.domain = _domain([row["value"] for row in data])
        # Counted from the last, which is the one that matters.
        self.shown = self.labels[::-1][::every]

    def place(self) -> dict[str, Any]:
        """Return the encoding of position."""
        axis = alt.Axis(labelExpr="split(datum.value, '\\n')", labelAngle=0, values=self.shown)
        band = alt.Scale(domain=self.labels, padding=0.5)
        return {
            "x": alt.X("label:N", sort=None, scale=band, axis=axis, title=None),
            "y": alt.Y("value:Q", axis=None, scale=alt.Scale(domain=list(self.domain), zero=False)),
        }

    def line(self, name: str) -> list[Any]:
        """Return one series: a line through what is actual, dashed from its end to what is not yet."""
        done, open_ = split_by_basis([row for row in self.data if row["series"] == name])
        shape = _SHAPES[self.names.index(name) % len(_SHAPES)]
        colour = colours(self.names, self.look)
        points = plot(done).mark_point(shape=shape, filled=True, size=34, opacity=1)
        layers = [
            plot(done).mark_line(strokeWidth=2).encode(**self.place(), color=colour),
            points.encode(**self.place(), color=colour),
        ]
        if open_:
            ahead = plot([*done[-1:], *open_]).mark_line(strokeWidth=1.5, strokeDash=[4, 3])
            hollow = plot(open_).mark_point(
                shape=shape, size=36, fill=self.look.theme.colours.ground, fillOpacity=1, strokeWidth=1.5, opacity=1
            )
            rim = alt.Stroke("series:N", scale=scale(self.names, self.look), legend=None)
            layers += [ahead.encode(**self.place(), color=colour), hollow.encode(**self.place(), stroke=rim)]
        return layers

    def values(self) -> list[Any]:
        """Return the values, each where it stands clear."""
        height = plot_height(self.names, self.labels, self.look)
        found = spots(self.data, self.labels, self.domain, height, self.look)
        tones = [self.look.legible(i) for i in range(len(self.names))]
        colour = alt.Color("series:N", scale=alt.Scale(domain=self.names, range=tones), legend=None)
        layers = []
        for spot in dict.fromkeys(found.values()):
            own = [row for i, row in enumerate(self.data) if found.get(i) == spot]
            layers.append(self._words(own, spot).encode(**self.place(), text="printed:N", color=colour))
        return layers

    def _words(self, own: Rows, spot: Spot) -> Any:
        base = {1: "bottom", 0: "middle", -1: "top"}[spot.side]
        return plot(own).mark_text(dx=spot.shift, dy=-spot.away * spot.side, baseline=base, fontSize=self.look.size)


def _domain(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = (high - low or abs(high) or 1.0) * 0.22
    return low - room, high + room

"""Bars: one series or several side by side, upright where the words have room and lying down where they don't."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import altair as alt

from generator.briefing.charted import ChartBlock
from generator.charts.hatching import AHEAD, PALE
from generator.charts.layout import (
    Rows,
    axis_labels,
    broken,
    fitting,
    from_zero,
    legend_columns,
    longest_piece,
    over,
    plot,
    rows,
    split_by_basis,
)
from generator.charts.theme import Look

_NAME_SHARE = 0.26  # of the width, for the labels of lying bars
_WIDEST = 64.0  # of a bar, in points


def bars(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw bars, each with its value as printed; what is not yet actual is hatched and named."""
    abreast = _abreast(block)
    slot = look.width / max(len(block.labels), 1)
    texts = [point.printed.text for series in block.series for point in series.points]
    gap = size = None
    if longest_piece(block.labels, look) <= slot - 4:
        for gap in (0.3, 0.2, 0.12):
            # A lone bar's value may be a little wider than the bar.
            size = fitting(texts, slot * (0.95 if abreast == 1 else (1 - gap) / abreast) - 0.5, look)
            if size is not None:
                break
    if size is not None and gap is not None:
        axis = axis_labels(block, slot - 5, look)
        return _drawn(_Frame(block, look, list(axis.values()), False, gap), rows(block, axis), size)
    tall = replace(look, height=max(look.height, len(block.labels) * (abreast * look.size * 1.35 + 8) + 40))
    axis = axis_labels(block, look.width * _NAME_SHARE, tall)
    drawn = _drawn(_Frame(block, tall, list(axis.values()), True, 0.2), rows(block, axis), look.size)
    drawn.height = tall.height
    return drawn


def _drawn(frame: _Frame, data: Rows, size: float) -> alt.LayerChart:
    return over(*frame.marks(data), *frame.values(data, size), frame.zero())


def _abreast(block: ChartBlock) -> int:
    """Return how many bars stand under one label at most."""
    count = Counter(point.label for series in block.series for point in series.points)
    return max(count.values(), default=1)


class _Frame:
    """The two axes that the layers of one bar chart share."""

    def __init__(self, block: ChartBlock, look: Look, labels: list[str], lying: bool, gap: float) -> None:
        self.look, self.labels, self.lying = look, labels, lying
        self.abreast = _abreast(block)
        points = [point for series in block.series for point in series.points]
        widest = max(look.text_width(point.printed.text) for point in points)
        beyond = look.width * (1 - _NAME_SHARE) - widest - 12
        room = (widest + 8) / max(beyond, 40) if lying else 0.12
        self.domain = from_zero((float(point.value) for point in points), room)
        self.names = [series.name for series in block.series]
        beside = max(look.text_width(line) for label in labels for line in label.split("\n")) + 8 if lying else 0.0
        self.key = replace(look, width=look.width - beside)  # a legend begins where the bars do
        slot = (look.height if lying else look.width) / len(labels)
        self.gap = max(gap, 1 - _WIDEST * self.abreast / slot)

    def place(self, *, axis: bool) -> dict[str, Any]:
        """Return the encoding of position."""
        shown = alt.Axis(labelExpr="split(datum.value, '\\n')", labelAngle=0) if axis else None
        band = alt.Scale(domain=self.labels, paddingInner=self.gap, paddingOuter=self.gap / 2)
        name = {"field": "label", "type": "nominal", "sort": None, "scale": band, "axis": shown, "title": None}
        value = {"field": "value", "type": "quantitative", "axis": None, "scale": alt.Scale(domain=list(self.domain))}
        x, y = (value, name) if self.lying else (name, value)
        encoding: dict[str, Any] = {"x": alt.X(**x), "y": alt.Y(**y)}
        if self.abreast > 1:
            domain = alt.Scale(domain=self.names)
            offset: dict[str, Any] = {"field": "series", "type": "nominal", "sort": None, "scale": domain}
            encoding["yOffset" if self.lying else "xOffset"] = (
                alt.YOffset(**offset) if self.lying else alt.XOffset(**offset)
            )
        return encoding

    def marks(self, data: Rows) -> list[Any]:
        """Return the bars, solid and pale."""
        done, ahead = split_by_basis(data)
        solid = plot(done).mark_bar()
        charts = [solid.encode(**self.place(axis=True), color=colours(self.names, self.key))]
        if ahead:
            pale = plot(ahead).mark_bar(fillOpacity=PALE, strokeWidth=1).properties(name=AHEAD)
            stroke = alt.Stroke("series:N", scale=scale(self.names, self.look), legend=None)
            charts.append(pale.encode(**self.place(axis=True), color=colours(self.names, self.key), stroke=stroke))
        return charts

    def values(self, data: Rows, size: float) -> list[Any]:
        """Return the values, beyond the ends of their bars."""
        charts = []
        for rows_, beyond in (([r for r in data if r["value"] >= 0], 1), ([r for r in data if r["value"] < 0], -1)):
            if not rows_:
                continue
            if self.lying:
                look: dict[str, Any] = {"dx": 4 * beyond, "align": "left" if beyond > 0 else "right",
                                        "baseline": "middle"}  # fmt: skip
            else:
                look = {"dy": -4 * beyond, "baseline": "bottom" if beyond > 0 else "top"}
            mark = plot(rows_).mark_text(fontSize=size, **look)
            charts.append(mark.encode(**self.place(axis=True), text="printed:N"))
        return charts

    def zero(self) -> Any:
        """Return the line that bars stand on."""
        line = plot([{"zero": 0}]).mark_rule(color=self.look.theme.colours.rule)
        where = alt.Scale(domain=list(self.domain))
        if self.lying:
            return line.encode(x=alt.X("zero:Q", axis=None, scale=where))
        return line.encode(y=alt.Y("zero:Q", axis=None, scale=where))


def scale(names: list[str], look: Look) -> alt.Scale:
    """Return which series has which colour."""
    return alt.Scale(domain=names, range=[look.colour(i) for i in range(len(names))])


def colours(names: list[str], look: Look) -> alt.Color:
    """Return the encoding of series by colour, with a legend where there is more than one."""
    columns, room = legend_columns(names, look), look.width - 24
    written = {name: broken(name, room, look) for name in names}
    text = f"split({json.dumps(written)}[datum.label], '\\n')"
    legend = alt.Legend(columns=columns, symbolType="square", labelExpr=text) if len(names) > 1 else None
    return alt.Color("series:N", scale=scale(names, look), sort=None, legend=legend)

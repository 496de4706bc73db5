"""Stacked bars: parts of a whole over time, each part's value inside it."""

from __future__ import annotations

import altair as alt

from generator.briefing.model import ChartBlock
from generator.charts.bars import bars, colours
from generator.charts.layout import Rows, axis_labels, fitting, from_zero, over, plot, rows
from generator.charts.theme import Look

_PLOT_SHARE = 0.72  # of the height, what axis, unit and legend leave
_BAR_SHARE = 0.62


def stacks(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw stacked bars; side by side instead where a part is too small to hold its value."""
    slot = look.width / max(len(block.labels), 1)
    axis = axis_labels(block, slot - 5, look)
    data = _stacked(rows(block, axis))
    low, high = from_zero((row["end"] for row in data), 0.03)
    size = fitting((row["printed"] for row in data), slot * _BAR_SHARE - 4, look)
    least = min(abs(row["end"] - row["start"]) for row in data) / (high - low) * look.height * _PLOT_SHARE
    if size is None or least < size + 0.5:
        return bars(block, look)
    return _layers(block, look, axis, data, [low, high], size)


def _layers(
    block: ChartBlock, look: Look, axis: dict[str, str], data: Rows, domain: list[float], size: float
) -> alt.LayerChart:
    names = [series.name for series in block.series]
    band = alt.Scale(domain=list(axis.values()), paddingInner=1 - _BAR_SHARE, paddingOuter=0.15)
    x = alt.X(
        "label:N", sort=None, scale=band, title=None, axis=alt.Axis(labelExpr="split(datum.value, '\\n')", labelAngle=0)
    )
    scale = alt.Scale(domain=domain)
    chart = plot(data)
    layers = [
        chart.mark_bar(stroke=look.theme.colours.ground, strokeWidth=0.8).encode(
            x=x,
            y=alt.Y("start:Q", axis=None, scale=scale),
            y2="end:Q",
            color=colours(names, look),
            fillOpacity=alt.condition("datum.basis == 'actual'", alt.value(1), alt.value(0.35)),
        )
    ]
    for i, name in enumerate(names):
        own = [row for row in data if row["series"] == name]
        # On a part that is pale because it is not yet actual, ink reads best.
        tone = alt.condition("datum.basis == 'actual'", alt.value(look.on(i)), alt.value(look.theme.colours.ink))
        text = plot(own).mark_text(baseline="middle", fontSize=size)
        layers.append(text.encode(x=x, y=alt.Y("middle:Q", axis=None, scale=scale), text="printed:N", color=tone))
    return over(*layers)


def _stacked(data: Rows) -> Rows:
    """Return rows with where each part starts and ends, what is negative below zero."""
    tops: dict[tuple[str, bool], float] = {}
    stacked = []
    for row in data:
        key = (row["label"], row["value"] >= 0)
        start = tops.get(key, 0.0)
        tops[key] = end = start + row["value"]
        stacked.append({**row, "start": start, "end": end, "middle": (start + end) / 2})
    return stacked

"""Stacked bars: parts of a whole over time, each part's value inside it."""

from __future__ import annotations

from itertools import combinations

import altair as alt

from generator.briefing.charted import ChartBlock
from generator.charts.bars import bars, colours
from generator.charts.bars import scale as scale_of
from generator.charts.hatching import AHEAD, PALE
from generator.charts.layout import (
    Rows,
    axis_labels,
    fitting,
    from_zero,
    longest_piece,
    over,
    plot,
    plot_height,
    rows,
    split_by_basis,
)
from generator.charts.theme import Look

_BAR_SHARE = 0.62
_OUTER = 0.3
_HOLDS = 1.1  # of a size: how thick a part must be to hold figures of it


def stacks(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw stacked bars; a part too thin for its value has it at its side. Side by side where there is no room."""
    count = max(len(block.labels), 1)
    step = look.width / (count - (1 - _BAR_SHARE) + 2 * _OUTER)
    axis = axis_labels(block, step - 5, look)
    data = _stacked(rows(block, axis))
    low, high = from_zero((row["end"] for row in data), 0.03)
    scale = plot_height([series.name for series in block.series], axis.values(), look) / (high - low)
    size = fitting((row["printed"] for row in data), step * _BAR_SHARE - 4, look)
    if size is None or longest_piece(block.labels, look) > step - 4:
        return bars(block, look)
    for row in data:
        row["thin"] = abs(row["end"] - row["start"]) * scale < size * _HOLDS
    thin = [row for row in data if row["thin"]]
    beside = fitting((row["printed"] for row in thin), step * (1 - _BAR_SHARE) - 5, look)
    if beside is None or _touch(thin, size / scale):
        return bars(block, look)
    return _layers(look, list(axis.values()), data, (low, high), size, step)


def _touch(thin: Rows, least: float) -> bool:
    """Whether two values at the side of one bar would touch."""
    pairs = combinations(thin, 2)
    return any(a["label"] == b["label"] and abs(a["middle"] - b["middle"]) < least for a, b in pairs)


def _layers(
    look: Look, labels: list[str], data: Rows, domain: tuple[float, float], size: float, step: float
) -> alt.LayerChart:
    names = list(dict.fromkeys(row["series"] for row in data))
    band = alt.Scale(domain=labels, paddingInner=1 - _BAR_SHARE, paddingOuter=_OUTER)
    shown = alt.Axis(labelExpr="split(datum.value, '\\n')", labelAngle=0)
    x = alt.X("label:N", sort=None, scale=band, title=None, axis=shown)
    scale = alt.Scale(domain=list(domain))
    span = {"x": x, "y": alt.Y("start:Q", axis=None, scale=scale), "y2": alt.Y2("end:Q")}
    done, ahead = split_by_basis(data)
    bar = plot(done).mark_bar(stroke=look.theme.colours.ground, strokeWidth=0.8)
    layers = [bar.encode(**span, color=colours(names, look))]
    if ahead:
        pale = plot(ahead).mark_bar(fillOpacity=PALE, strokeWidth=0.8).properties(name=AHEAD)
        stroke = alt.Stroke("series:N", scale=scale_of(names, look), legend=None)
        layers.append(pale.encode(**span, color=colours(names, look), stroke=stroke))
    middle = alt.Y("middle:Q", axis=None, scale=scale)
    for i, name in enumerate(names):
        own = [row for row in data if row["series"] == name]
        inside, aside = [r for r in own if not r["thin"]], [r for r in own if r["thin"]]
        # On a part that is pale because it is not yet actual, ink reads best.
        tone = alt.condition("datum.basis == 'actual'", alt.value(look.on(i)), alt.value(look.theme.colours.ink))
        within = plot(inside).mark_text(baseline="middle", fontSize=size)
        layers.append(within.encode(x=x, y=middle, text="printed:N", color=tone))
        beside = plot(aside).mark_text(
            baseline="middle", fontSize=size, align="left", dx=step * _BAR_SHARE / 2 + 3, color=look.legible(i)
        )
        layers.append(beside.encode(x=x, y=middle, text="printed:N"))
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

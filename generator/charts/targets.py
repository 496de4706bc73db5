"""Against a target: a bar for what is reached, a mark across it for what was promised."""

from __future__ import annotations

from dataclasses import replace

import altair as alt

from generator.briefing.charted import ChartBlock
from generator.charts.bars import bars
from generator.charts.layout import Rows, broken, fitting, from_zero, over, plot, said
from generator.charts.theme import Look


def targets(block: ChartBlock, look: Look) -> alt.LayerChart:
    """Draw each label's target across its bar; plain bars where no label has both."""
    points = [point for series in block.series for point in series.points]
    done = {point.label for point in points if point.basis == "actual"}
    if not done & {point.label for point in points if point.basis != "actual"}:
        return bars(_as_one(block), look)
    slot = look.width / len(block.labels)
    axis = {label: broken(label, slot - 6, look) for label in block.labels}
    data: Rows = []
    for point in points:
        row = {"label": axis[point.label], "value": float(point.value), "basis": point.basis}
        data.append({**row, "printed": said(point, look)})
    size = fitting((row["printed"] for row in data), slot - 4, look)
    if size is None or len(data) > 2 * len(done):
        return bars(_renamed(block, look), look)
    return _layers(look, list(axis.values()), data, size)


def _layers(look: Look, labels: list[str], data: Rows, size: float) -> alt.LayerChart:
    colours = look.theme.colours
    domain = list(from_zero((row["value"] for row in data), 0.14))
    band = alt.Scale(domain=labels, paddingInner=0.4, paddingOuter=0.2)
    x = alt.X(
        "label:N", sort=None, scale=band, title=None, axis=alt.Axis(labelExpr="split(datum.value, '\\n')", labelAngle=0)
    )
    y = alt.Y("value:Q", axis=None, scale=alt.Scale(domain=domain))
    reached = [row for row in data if row["basis"] == "actual"]
    ahead = [row for row in data if row["basis"] != "actual"]
    tops = [
        {**row, "top": max(row["value"], *(other["value"] for other in reached if other["label"] == row["label"]))}
        for row in ahead
        if any(other["label"] == row["label"] for other in reached)
    ]
    lone = [{**row, "top": row["value"]} for row in ahead if all(row["label"] != top["label"] for top in tops)]
    met = {row["label"] for row in tops}
    inside = [{**row, "half": row["value"] / 2} for row in reached if row["label"] in met]
    beyond = [*tops, *lone, *({**row, "top": row["value"]} for row in reached if row["label"] not in met)]
    scaled = alt.Scale(domain=domain)
    width = look.width / len(labels) * 0.6
    bar = plot(reached).mark_bar(color=look.colour(0), size=min(width, 70))
    tick = plot(ahead).mark_tick(
        color=look.colour(1), opacity=1, thickness=3, orient="horizontal", size=min(width, 70) * 1.25
    )
    within = plot(inside).mark_text(color=look.on(0), fontSize=size)
    above = plot(beyond).mark_text(dy=-5, baseline="bottom", fontSize=size, color=colours.ink)
    return over(
        bar.encode(x=x, y=y),
        tick.encode(x=x, y=y),
        within.encode(x=x, y=alt.Y("half:Q", axis=None, scale=scaled), text="printed:N"),
        above.encode(x=x, y=alt.Y("top:Q", axis=None, scale=scaled), text="printed:N"),
    )


def _as_one(block: ChartBlock) -> ChartBlock:
    """Return the block with all its points in one series where no two share a label: the axis says which are aims."""
    points = [point for series in block.series for point in series.points]
    if len({point.label for point in points}) < len(points):
        return block
    return replace(block, series=(replace(block.series[0], points=tuple(points)),))


def _renamed(block: ChartBlock, look: Look) -> ChartBlock:
    """Return the block with a label of its own for every target, so that plain bars can show it."""
    labels: list[str] = []
    series = []
    for one in block.series:
        points = []
        for point in one.points:
            label = point.label if point.basis == "actual" else f"{point.label} {look.word(point.basis)}"
            points.append(replace(point, label=label, basis=point.basis))
            labels.append(label)
        series.append(replace(one, points=tuple(points)))
    return replace(block, labels=tuple(dict.fromkeys(labels)), series=tuple(series))

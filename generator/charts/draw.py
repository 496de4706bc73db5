"""Chart blocks into charts: specified with Altair, laid out once, and written as vector and as picture."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

from generator.briefing.charted import ChartBlock
from generator.charts.areas import areas
from generator.charts.bars import bars
from generator.charts.bullets import bullets
from generator.charts.chart import Chart
from generator.charts.donuts import donut
from generator.charts.hatching import hatched
from generator.charts.heat import heat_table
from generator.charts.layout import head
from generator.charts.lines import lines
from generator.charts.own_spec import drawn, own_spec, require_evidence
from generator.charts.shares import shares
from generator.charts.slopes import dumbbell, slope
from generator.charts.sparklines import sparklines
from generator.charts.stacks import stacks
from generator.charts.targets import targets
from generator.charts.theme import Look, config, look
from generator.charts.timelines import timeline
from generator.charts.vector import for_pages
from generator.charts.waterfalls import waterfall
from generator.settings.model import OutputLanguage
from generator.settings.theme import Theme

_KINDS: dict[str, Callable[[ChartBlock, Look], alt.LayerChart]] = {
    "bar": bars,
    "grouped_bar": bars,
    "stacked_bar": stacks,
    "line": lines,
    "target": targets,
    "area": areas,
    "donut": donut,
    "share_bar": shares,
    "bullet": bullets,
    "waterfall": waterfall,
    "slope": slope,
    "dumbbell": dumbbell,
    "sparkline": sparklines,
    "timeline": timeline,
    "heat_table": heat_table,
}

_BETWEEN = 14.0  # points between two charts side by side


def draw(
    block: ChartBlock, theme: Theme, language: OutputLanguage, half: bool = False, width: float | None = None
) -> Chart:
    """Draw a chart block over the width of a page, half of it, or a width in points.

    Raises FontMissing where the theme's fonts are not on this machine, and ChartFailed for an author's own
    specification that can't be drawn or prints numbers without evidence.
    """
    seen = look(theme, language)
    seen = replace(seen, width=(seen.width - _BETWEEN) / 2) if half else seen
    seen = replace(seen, width=width) if width else seen
    spec = _own(block, seen) if block.chart == "vega_lite" else _spec(block, seen)
    svg = drawn(block, spec, language) if block.chart == "vega_lite" else vl_convert.vegalite_to_svg(spec)
    svg = for_pages(hatched(svg), block.description)
    if block.chart == "vega_lite":
        require_evidence(block, svg)
    words = "".join(re.findall(r">([^<]+)</text>", svg))
    foreign = seen.faces.foreign(words, language)
    width, height = _extent(svg)
    return Chart(block.id, spec, svg, width, height, block.description, foreign)


def _spec(block: ChartBlock, seen: Look) -> dict[str, Any]:
    with debug_mode(False):  # checking every part against Vega-Lite's schema takes most of the time; tests do it
        chart = _KINDS[block.chart](block, seen)
        height = seen.height if chart.height is alt.Undefined else float(chart.height)  # many lying bars need more
        return {**chart.to_dict(validate=False), **_frame(block, seen, height)}


def _own(block: ChartBlock, seen: Look) -> dict[str, Any]:
    """The author's specification has the last word, but not on its data."""
    own = own_spec(block, seen)
    frame = _frame(block, seen, seen.height)
    return {**frame, **own, "config": {**config(seen), **own.get("config", {})}}


def _extent(svg: str) -> tuple[float, float]:
    """Return width and height of a drawing, in points."""
    view = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert view is not None
    return float(view[1]), float(view[2])


def _frame(block: ChartBlock, seen: Look, height: float) -> dict[str, Any]:
    """Return what every chart has around it: its size, unit, description and look."""
    words = head(block, seen)
    title = {"title": {"text": words}} if words else {}
    size = {"width": seen.width, "height": height, "autosize": {"type": "fit", "contains": "padding"}}
    return {**size, **title, "description": block.description, "config": config(seen)}

"""Chart blocks into charts: specified with Altair, laid out once, and written as vector and as picture."""

from __future__ import annotations

from collections.abc import Callable

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

from generator.briefing.model import ChartBlock
from generator.charts.bars import bars
from generator.charts.chart import Chart
from generator.charts.lines import lines
from generator.charts.stacks import stacks
from generator.charts.targets import targets
from generator.charts.theme import Look, config, look
from generator.charts.vector import for_pages
from generator.settings.model import OutputLanguage
from generator.settings.theme import Theme

_KINDS: dict[str, Callable[[ChartBlock, Look], alt.LayerChart]] = {
    "bar": bars,
    "grouped_bar": bars,
    "stacked_bar": stacks,
    "line": lines,
    "target": targets,
}


def draw(block: ChartBlock, theme: Theme, language: OutputLanguage) -> Chart:
    """Draw a chart block. Raises FontMissing where the theme's fonts are not on this machine."""
    seen = look(theme, language)
    with debug_mode(False):  # checking every part against Vega-Lite's schema takes most of the time; tests do it
        chart = _KINDS[block.chart](block, seen)
        height = seen.height if chart.height is alt.Undefined else float(chart.height)  # many lying bars need more
        chart = chart.properties(
            width=seen.width,
            height=height,
            autosize=alt.AutoSizeParams(type="fit", contains="padding"),
            title=alt.TitleParams(block.unit),
            description=block.description,
        ).configure(**config(seen))
        spec = chart.to_dict(validate=False)
    svg = for_pages(vl_convert.vegalite_to_svg(spec), block.description)
    return Chart(block.id, spec, svg, seen.width, height, block.description)

"""Pairs of charts onto slides: each in its half, both native or both pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.briefing.charted import ChartBlock
from generator.charts.chart import Chart
from generator.rendering.arranging_charts import chart_sheet, filling
from generator.rendering.fitting import fit
from generator.rendering.sheets import Layout, Sheet, TextBox
from generator.rendering.slide_text import Line
from generator.rendering.slides import ChartPairSlide, ChartSlide, PairedText
from generator.rendering.style import Style


def pair_sheet(
    slide: ChartPairSlide, blocks: Sequence[ChartBlock], charts: Mapping[str, Chart], layout: Layout, style: Style
) -> Sheet:
    """Return the sheet of two charts. Where one cannot be native, both are pictures, so that they look alike."""
    halves = [
        _half(one, block, charts.get(block.id), layout, i, style)
        for i, (one, block) in enumerate(zip(slide.charts, blocks, strict=True), start=1)
    ]
    native = all(half.drawings[0].native for half in halves)
    drawings = [replace(half.drawings[0], spot=f"Chart {i}", native=native) for i, half in enumerate(halves, start=1)]
    if not native:
        drawings = [replace(one, chart=filling(one.chart, one.block, one.frame, style)) for one in drawings]
    titles = [_title(one.title, f"Title {i}", layout, style) for i, one in enumerate(slide.charts, start=1)]
    units = [replace(box, spot=f"Unit {i}") for i, half in enumerate(halves, start=1) for box in half.texts if native]
    return Sheet(layout.name, drawings=tuple(drawings)).with_texts(*titles, *units)


def _half(one: PairedText, block: ChartBlock, chart: Chart | None, layout: Layout, number: int, style: Style) -> Sheet:
    """Arrange one chart as if its half were a slide of its own."""
    alone = ChartSlide(kind="chart", headline=one.title, chart=one.chart, unit=one.unit, description=one.description)
    spots = {"Chart": layout[f"Chart {number}"], "Picture": layout[f"Chart {number}"], "Unit": layout[f"Unit {number}"]}
    half = Layout(layout.name, spots)
    sheet, _ = chart_sheet(alone, block, chart, (half, half), style)
    return sheet


def _title(title: Line, spot: str, layout: Layout, style: Style) -> TextBox:
    return TextBox(spot, fit([style.para(title, 14, bold=True)], layout[spot].room(), style.measure)[0])

"""Charts that PowerPoint draws itself, editable, in the theme's look; or the drawn picture."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from generator.briefing.charted import ChartBlock
from generator.rendering.chart_labels import LEGEND, axis_ends
from generator.rendering.chart_pictures import place_picture
from generator.rendering.native_series import rgb, series_look
from generator.rendering.placeholders import describe, move, placeholder, require
from generator.rendering.sheets import Drawing, Layout
from generator.rendering.slide_text import printable
from generator.settings.theme import Theme

_ChartData: Any = CategoryChartData  # python-pptx has no types here

_TYPES = {
    "bar": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "grouped_bar": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked_bar": XL_CHART_TYPE.COLUMN_STACKED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "area": XL_CHART_TYPE.AREA_STACKED,
    "donut": XL_CHART_TYPE.DOUGHNUT,
    "share_bar": XL_CHART_TYPE.BAR_STACKED_100,
    "target": XL_CHART_TYPE.COLUMN_CLUSTERED,
}
_HOLE = "58"  # percent of a donut's width
_BARS = ("bar", "grouped_bar", "stacked_bar", "share_bar", "target")


def draw(slide: Any, layout: Layout, drawing: Drawing, theme: Theme) -> None:
    """Put a chart into its placeholder."""
    shape = placeholder(slide, layout[drawing.spot].index)
    if not drawing.native and drawing.chart is not None:
        require(shape, "insert_picture", layout, drawing.spot)
        place_picture(slide, shape, drawing, drawing.chart)
        return
    require(shape, "insert_chart", layout, drawing.spot)
    kind = XL_CHART_TYPE.BAR_CLUSTERED if drawing.lying else _TYPES.get(drawing.block.chart)
    frame = shape.insert_chart(kind or XL_CHART_TYPE.COLUMN_CLUSTERED, _data(drawing.block))
    frame.name = drawing.spot
    move(frame, drawing.frame)
    describe(frame, drawing.description)
    _dress(frame.chart, drawing, theme)


def _data(block: ChartBlock) -> Any:
    data: Any = _ChartData(number_format="0." + "0" * block.decimals if block.decimals else "0")
    data.categories = [printable(label) for label in block.labels]
    for series in block.series:
        values = {point.label: float(point.value) for point in series.points}
        data.add_series(printable(series.name), [values.get(label) for label in block.labels])
    return data


def _dress(chart: Any, drawing: Drawing, theme: Theme) -> None:
    block = drawing.block
    chart.has_title = False
    chart.font.size = Pt(max(11, theme.type.minimum))
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.has_legend = len(block.series) > 1 or block.chart == "donut"
    if chart.has_legend:
        right = drawing.legend == "right"
        chart.legend.position = XL_LEGEND_POSITION.RIGHT if right else XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(max(LEGEND, theme.type.minimum))
    plot = chart.plots[0]
    if block.chart == "donut":
        chart._chartSpace.find(f".//{qn('c:holeSize')}").set("val", _HOLE)
    else:
        _axes(chart, drawing, theme)
    if block.chart in _BARS:
        plot.gap_width = 45 if len(block.labels) > (2 if block.chart == "share_bar" else 4) else 80
        plot.overlap = 100 if block.chart in ("stacked_bar", "share_bar") else 0
    for number, (native, series) in enumerate(zip(plot.series, block.series, strict=True)):
        series_look(native, series, number, drawing, theme)
    _number_axes(chart)
    _asian(chart)


def _axes(chart: Any, drawing: Drawing, theme: Theme) -> None:
    value, category = chart.value_axis, chart.category_axis
    value.has_major_gridlines = False
    value.visible = False
    low, high = axis_ends(drawing.block)
    if high > low:
        value.minimum_scale, value.maximum_scale = low, high
    for between in value._element.iter(qn("c:crossBetween")):
        between.set("val", "between")  # an area's first and last label would be cut at the edges
    category.reverse_order = drawing.lying or drawing.block.chart == "share_bar"  # lying bars count from the foot
    category.major_tick_mark = XL_TICK_MARK.NONE
    category.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    category.tick_labels.font.size = Pt(drawing.axis_size)
    category._element.txPr.find(qn("a:bodyPr")).set("rot", "0")  # renderers would turn what stands close together
    category.format.line.color.rgb = rgb(theme.colours.rule)
    category.format.line.width = Pt(1)


def _number_axes(chart: Any) -> None:
    """Give axes the ids that the standard takes; python-pptx's are negative (ECMA-376, 21.2.2.9)."""
    numbers: dict[str, str] = {}
    for axis in chart._chartSpace.iter(qn("c:axId"), qn("c:crossAx")):
        axis.set("val", numbers.setdefault(axis.get("val"), str(len(numbers) + 1)))


def _asian(chart: Any) -> None:
    """Name the theme's fonts wherever the chart says how text looks: without, some renderers guess."""
    for properties in chart._chartSpace.iter(qn("a:defRPr"), qn("a:rPr")):
        for tag, face in (("a:latin", "+mn-lt"), ("a:ea", "+mn-ea")):
            if properties.find(qn(tag)) is None:
                child = properties.makeelement(qn(tag), {"typeface": face})
                properties.append(child)

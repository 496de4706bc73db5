"""Charts that PowerPoint draws itself, in the theme's look, each label exactly as printed; or the drawn picture."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from generator.briefing.model import Point, Series
from generator.rendering.chart_labels import axis_ends
from generator.rendering.chart_pictures import place_picture
from generator.rendering.placing import describe, move, placeholder, require
from generator.rendering.sheets import Drawing, Layout
from generator.rendering.slides import printable
from generator.settings.theme import Theme

_READABLE = 4.5  # contrast of text, WCAG AA
_ChartData: Any = CategoryChartData  # python-pptx has no types here
_rgb: Any = RGBColor.from_string

_TYPES = {
    "bar": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "grouped_bar": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked_bar": XL_CHART_TYPE.COLUMN_STACKED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "target": XL_CHART_TYPE.COLUMN_CLUSTERED,
}


def draw(slide: Any, layout: Layout, drawing: Drawing, theme: Theme) -> None:
    """Put a chart into its placeholder."""
    shape = placeholder(slide, layout[drawing.spot].index)
    if not drawing.native and drawing.chart is not None:
        require(shape, "insert_picture", layout, drawing.spot)
        place_picture(slide, shape, drawing, drawing.chart)
        return
    require(shape, "insert_chart", layout, drawing.spot)
    frame = shape.insert_chart(_TYPES[drawing.block.chart], _data(drawing))
    move(frame, drawing.frame)
    describe(frame, drawing.description)
    _dress(frame.chart, drawing, theme)


def _data(drawing: Drawing) -> Any:
    block = drawing.block
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
    chart.has_legend = len(block.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
    _axes(chart, drawing, theme)
    plot = chart.plots[0]
    if block.chart != "line":
        plot.gap_width = 45 if len(block.labels) > 4 else 80
        plot.overlap = 100 if block.chart == "stacked_bar" else 0
    for number, (native, series) in enumerate(zip(plot.series, block.series, strict=True)):
        _series(native, series, number, drawing, theme)
    _number_axes(chart)
    _asian(chart)


def _axes(chart: Any, drawing: Drawing, theme: Theme) -> None:
    value, category = chart.value_axis, chart.category_axis
    value.has_major_gridlines = False
    value.visible = False
    low, high = axis_ends(drawing.block)
    if high > low:
        value.minimum_scale, value.maximum_scale = low, high
    category.major_tick_mark = XL_TICK_MARK.NONE
    category.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    category.tick_labels.font.size = Pt(drawing.axis_size)
    category.format.line.color.rgb = _rgb(theme.colours.rule[1:])
    category.format.line.width = Pt(1)


def _series(native: Any, series: Series, number: int, drawing: Drawing, theme: Theme) -> None:
    kind, labels = drawing.block.chart, drawing.block.labels
    if kind == "line":
        native.smooth = False
        native.format.line.width = Pt(2.25)
        _paint(native.format.line.color, number, theme)
        native.marker.style, native.marker.size = XL_MARKER_STYLE.CIRCLE, 7
        native.marker.format.fill.solid()
        _paint(native.marker.format.fill.fore_color, number, theme)
        native.marker.format.line.fill.background()
    else:
        native.invert_if_negative = False
        native.format.fill.solid()
        _paint(native.format.fill.fore_color, number, theme)
        if kind == "stacked_bar":
            native.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
            native.format.line.width = Pt(1)
    for point in series.points:
        place = native.points[labels.index(point.label)]
        if point.basis != "actual":
            _hollow(place, number, kind, theme)
        _label(place, point, number, drawing, theme)


def _hollow(place: Any, number: int, kind: str, theme: Theme) -> None:
    """What has not come to pass is drawn in outline."""
    format_ = place.marker.format if kind == "line" else place.format
    format_.fill.solid()
    format_.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    _paint(format_.line.color, number, theme)
    format_.line.width = Pt(1.5)
    if kind != "line":
        format_.line.dash_style = MSO_LINE_DASH_STYLE.DASH


def _label(place: Any, point: Point, number: int, drawing: Drawing, theme: Theme) -> None:
    kind, label, at = drawing.block.chart, place.data_label, point.label
    frame = label.text_frame
    run = frame.paragraphs[0].add_run()
    run.text = printable(point.printed.text)
    run.font.size = Pt(drawing.label_size)
    if kind == "stacked_bar":
        ground = (
            theme.colours.ground
            if point.basis != "actual"
            else theme.colours.series[number % len(theme.colours.series)]
        )
        run.font.color.rgb = _rgb(_legible(ground, theme)[1:])
        label.position = XL_LABEL_POSITION.CENTER
    elif kind == "line":
        run.font.bold = True
        run.font.color.rgb = _rgb(_readable(theme.colours.series[number % len(theme.colours.series)], theme)[1:])
        label.position = XL_LABEL_POSITION.BELOW if (number, at) in drawing.below else XL_LABEL_POSITION.ABOVE
    else:
        label.position = XL_LABEL_POSITION.OUTSIDE_END


def _legible(ground: str, theme: Theme) -> str:
    """Return whichever of ink and ground has more contrast with a colour."""
    return max((theme.colours.ink, theme.colours.ground, "#FFFFFF"), key=lambda text: _contrast(text, ground))


def _readable(colour: str, theme: Theme) -> str:
    """Return a series' colour mixed with as much ink as text of it needs to be read on the ground."""
    for share in range(0, 11):
        mixed = _mixed(colour, theme.colours.ink, share / 10)
        if _contrast(mixed, theme.colours.ground) >= _READABLE:
            return mixed
    return theme.colours.ink


def _mixed(one: str, other: str, share: float) -> str:
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _paint(colour: Any, number: int, theme: Theme) -> None:
    """Give a colour the series' own: one of the six that the scheme holds, else as written."""
    series = theme.colours.series
    if number < min(6, len(series)):
        colour.theme_color = getattr(MSO_THEME_COLOR, f"ACCENT_{number + 1}")
    else:
        colour.rgb = _rgb(series[number % len(series)][1:])


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

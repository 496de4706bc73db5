"""The look of a native chart's series: the theme's colours, labels exactly as printed, what is ahead told apart."""

from __future__ import annotations

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN, MSO_THEME_COLOR
from pptx.util import Pt

from generator.briefing.charted import Point, Series
from generator.charts.theme import contrast, mixed
from generator.rendering.sheets import Drawing
from generator.rendering.slide_text import printable
from generator.settings.theme import Theme

_READABLE = 4.5  # contrast of text, WCAG AA
_TINT = 0.6
_STACKED = ("stacked_bar", "share_bar", "donut")  # labels stand on their series' colour
_UNPLACED = ("donut", "area")  # PowerPoint takes a file for broken that places their labels


def series_look(native: Any, series: Series, number: int, drawing: Drawing, theme: Theme) -> None:
    """Dress one series and its points."""
    kind, labels = drawing.block.chart, drawing.block.labels
    if kind == "line":
        _line(native, number, theme)
    elif kind != "donut":
        _fill(native, number, kind, theme)
    for point in series.points:
        place = native.points[labels.index(point.label)]
        own = labels.index(point.label) if kind == "donut" else number  # a donut's parts have a colour each
        if kind == "donut":
            _slice(place, own, theme)
        if point.basis != "actual" and kind != "area":
            _ahead(place, own, kind, theme)
        _label(place, point, own, drawing, theme)


def rgb(colour: str) -> Any:
    """Return a colour as python-pptx takes it."""
    written: Any = RGBColor.from_string  # no types there
    return written(colour[1:].upper())


def _line(native: Any, number: int, theme: Theme) -> None:
    native.smooth = False
    native.format.line.width = Pt(2.25)
    _paint(native.format.line.color, number, theme)
    native.marker.style, native.marker.size = XL_MARKER_STYLE.CIRCLE, 7
    native.marker.format.fill.solid()
    _paint(native.marker.format.fill.fore_color, number, theme)
    native.marker.format.line.fill.background()


def _fill(native: Any, number: int, kind: str, theme: Theme) -> None:
    if kind != "area":
        native.invert_if_negative = False
    native.format.fill.solid()
    _paint(native.format.fill.fore_color, number, theme)
    if kind == "area":  # a tint, on which ink reads: labels at both ends stand half beside the area
        native.format.fill.fore_color.brightness = _TINT
    elif kind in ("stacked_bar", "share_bar"):
        native.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        native.format.line.width = Pt(1)


def _slice(place: Any, number: int, theme: Theme) -> None:
    place.format.fill.solid()
    _paint(place.format.fill.fore_color, number, theme)
    place.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    place.format.line.width = Pt(1.5)


def _ahead(place: Any, number: int, kind: str, theme: Theme) -> None:
    """What has not come to pass is hatched, or of a line dashed up to a hollow point."""
    if kind == "line":
        _paint(place.format.line.color, number, theme)
        place.format.line.width, place.format.line.dash_style = Pt(1.75), MSO_LINE_DASH_STYLE.DASH
    format_ = place.marker.format if kind == "line" else place.format
    if kind == "line":
        format_.fill.solid()
        format_.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    else:
        format_.fill.patterned()
        format_.fill.pattern = MSO_PATTERN.LIGHT_UPWARD_DIAGONAL
        _paint(format_.fill.fore_color, number, theme)
        format_.fill.back_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    _paint(format_.line.color, number, theme)
    format_.line.width = Pt(1)


def _label(place: Any, point: Point, number: int, drawing: Drawing, theme: Theme) -> None:
    kind, label, colour = drawing.block.chart, place.data_label, _colour(number, theme)
    run = label.text_frame.paragraphs[0].add_run()
    run.text = printable(point.printed.text)
    run.font.size = Pt(drawing.label_size)
    if kind in _STACKED:
        ground = colour if point.basis == "actual" else theme.colours.ground
        run.font.color.rgb = rgb(
            max((theme.colours.ink, theme.colours.ground, "#FFFFFF"), key=lambda c: contrast(c, ground))
        )
    if kind == "line":
        run.font.bold = True
        run.font.color.rgb = rgb(_readable(colour, theme))
        under = (number, point.label) in drawing.below
        label.position = XL_LABEL_POSITION.BELOW if under else XL_LABEL_POSITION.ABOVE
    elif kind not in _UNPLACED:
        label.position = XL_LABEL_POSITION.CENTER if kind in _STACKED else XL_LABEL_POSITION.OUTSIDE_END


def _readable(colour: str, theme: Theme) -> str:
    """Return a series' colour mixed with as much ink as text of it needs to be read on the ground."""
    shades = (mixed(colour, theme.colours.ink, share / 10) for share in range(11))
    return next((shade for shade in shades if contrast(shade, theme.colours.ground) >= _READABLE), theme.colours.ink)


def _colour(number: int, theme: Theme) -> str:
    return theme.colours.series[number % len(theme.colours.series)]


def _paint(colour: Any, number: int, theme: Theme) -> None:
    """Give a colour the series' own: one of the six that the scheme holds, else as written."""
    if number < min(6, len(theme.colours.series)):
        colour.theme_color = getattr(MSO_THEME_COLOR, f"ACCENT_{number + 1}")
    else:
        colour.rgb = rgb(_colour(number, theme))

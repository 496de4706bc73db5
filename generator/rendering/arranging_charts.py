"""Charts onto slides: a native chart where PowerPoint has the kind and the labels find room, else the picture."""

from __future__ import annotations

from dataclasses import replace

from generator.briefing.charted import ChartBlock
from generator.charts.chart import Chart
from generator.charts.draw import draw
from generator.charts.layout import ahead_key
from generator.rendering.chart_axes import Axis, axis
from generator.rendering.chart_labels import LARGEST, label_size, labels_below, legend_beside
from generator.rendering.fitting import fit
from generator.rendering.paragraphs import Para
from generator.rendering.sheets import Drawing, Frame, Layout, Sheet, TextBox
from generator.rendering.slide_text import Words
from generator.rendering.slides import ChartSlide
from generator.rendering.style import Style, plain, text_of
from generator.settings.figure_sections import NATIVE_KINDS


def chart_sheet(
    slide: ChartSlide, block: ChartBlock, chart: Chart | None, layouts: tuple[Layout, Layout], style: Style
) -> tuple[Sheet, list[Para]]:
    """Return the sheet, and what of the takeaway found no room beside the chart."""
    drawing = _native(slide, block, chart, layouts[0], style)
    native = drawing is not None
    layout, name, spot = (
        (layouts[0], slide.layout, "Chart") if native else (layouts[1], slide.picture_layout, "Picture")
    )
    told = bool(text_of(slide.takeaway))
    frame = layout[spot].frame if told else _whole(layout, spot)
    if drawing is None:
        chart = filling(chart, block, frame, style)
        drawing = Drawing(spot, frame, block, chart, slide.description, native=False)
    sheet = Sheet(name, drawings=(replace(drawing, frame=frame),))
    if native:
        sheet = sheet.with_texts(TextBox("Unit", (style.para(_unit(slide, block, style), 12, tone="muted"),)))
    if not told:
        return sheet, []
    pages = fit([style.para(slide.takeaway, style.type.slide_body)], layout["Takeaway"].room(), style.measure)
    rest = [replace(para, size=style.type.slide_body) for page in pages[1:] for para in page]
    return sheet.with_texts(TextBox("Takeaway", pages[0])), rest


def filling(chart: Chart | None, block: ChartBlock, frame: Frame, style: Style) -> Chart | None:
    """Return a drawing as wide as its frame is for its height, so that it begins where headlines do.

    An author's own specification keeps its size.
    """
    if chart is None or block.chart == "vega_lite":
        return chart
    width = chart.height * frame.width / frame.height
    return draw(block, style.theme, style.language, width=width) if width > chart.width else chart


def _native(slide: ChartSlide, block: ChartBlock, chart: Chart | None, layout: Layout, style: Style) -> Drawing | None:
    """Return PowerPoint's own chart, where it has the kind and all words find room, or its author wants it."""
    if chart is not None and block.chart not in NATIVE_KINDS:
        return None
    frame = layout["Chart"].frame
    fitted = axis(block, frame, style)
    placed = fitted or Axis(block, style.type.minimum)
    size = label_size(placed.block, frame, style) if not placed.lying else LARGEST
    below = labels_below(placed.block, frame, size or LARGEST) if block.chart == "line" else frozenset()
    fits = fitted is not None and size is not None and below is not None
    wanted = fits if block.native is None else block.native
    if chart is not None and not wanted:
        return None
    right = block.chart == "donut" or legend_beside(block, frame, style) > 0
    return Drawing(
        "Chart", frame, placed.block, chart, slide.description, True, size or style.type.minimum, placed.size,
        below or frozenset(), placed.lying, "right" if right else "top",
    )  # fmt: skip


def _whole(layout: Layout, spot: str) -> Frame:
    """Return the frame of a chart that nothing is told beside: it takes the takeaway's room as well."""
    frame = layout[spot].frame
    if "Takeaway" not in layout:
        return frame
    other = layout["Takeaway"].frame
    right, bottom = max(frame.right, other.right), max(frame.bottom, other.bottom)
    return Frame(frame.left, frame.top, right - frame.left, bottom - frame.top)


def _unit(slide: ChartSlide, block: ChartBlock, style: Style) -> tuple[Words, ...]:
    """Return the unit, a donut's period before it, and what is ahead where the axis does not say it."""
    if block.chart == "donut":
        period = plain(f"{block.series[0].name} · " if slide.unit else block.series[0].name)
        slide = slide.model_copy(update={"unit": (*period, *slide.unit)})
    words = ahead_key(block, style.labels, on_axis=block.chart not in ("donut", "share_bar"))
    return (*slide.unit, *plain(f" · {words}" if slide.unit and words else words))

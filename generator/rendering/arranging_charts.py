"""Charts onto slides: a native chart where PowerPoint has the kind and the labels find room, else the picture."""

from __future__ import annotations

from dataclasses import replace

from generator.briefing.model import ChartBlock
from generator.charts.chart import Chart
from generator.rendering.chart_labels import LARGEST, label_size, labels_below, largest_size
from generator.rendering.fitting import fit
from generator.rendering.paragraphs import Para
from generator.rendering.sheets import Drawing, Frame, Layout, Sheet, TextBox
from generator.rendering.slides import ChartSlide, Words
from generator.rendering.style import Style, plain, text_of
from generator.settings.report import NATIVE_KINDS


def chart_sheet(
    slide: ChartSlide, block: ChartBlock, chart: Chart | None, layouts: tuple[Layout, Layout], style: Style
) -> tuple[Sheet, list[Para]]:
    """Return the sheet, and what of the takeaway found no room beside the chart."""
    size = label_size(block, layouts[0]["Chart"].frame, style)
    below = labels_below(block, layouts[0]["Chart"].frame, size or LARGEST) if block.chart == "line" else frozenset()
    native = chart is None or _native(block, fits=size is not None and below is not None)
    layout, name, spot = (
        (layouts[0], slide.layout, "Chart") if native else (layouts[1], slide.picture_layout, "Picture")
    )
    told = bool(text_of(slide.takeaway))
    frame = layout[spot].frame if told else _whole(layout, spot)
    sizes = (size or style.type.minimum, _axis_size(block, frame, style))
    drawing = Drawing(spot, frame, block, chart, slide.description, native, *sizes, below or frozenset())
    sheet = Sheet(name, drawings=(drawing,))
    if native:
        sheet = sheet.with_texts(TextBox("Unit", (style.para(_unit(slide, block, style), 12, tone="muted"),)))
    if not told:
        return sheet, []
    pages = fit([style.para(slide.takeaway, style.type.slide_body)], layout["Takeaway"].room(), style.measure)
    rest = [replace(para, size=style.type.slide_body) for page in pages[1:] for para in page]
    return sheet.with_texts(TextBox("Takeaway", pages[0])), rest


def _whole(layout: Layout, spot: str) -> Frame:
    """Return the frame of a chart that nothing is told beside: it takes the takeaway's room as well."""
    frame = layout[spot].frame
    if "Takeaway" not in layout:
        return frame
    other = layout["Takeaway"].frame
    right, bottom = max(frame.right, other.right), max(frame.bottom, other.bottom)
    return Frame(frame.left, frame.top, right - frame.left, bottom - frame.top)


def _unit(slide: ChartSlide, block: ChartBlock, style: Style) -> tuple[Words, ...]:
    """Return the unit, a donut's period before it, and what hollow bars and points mean."""
    if block.chart == "donut":
        return (*plain(f"{block.series[0].name} · " if slide.unit else block.series[0].name), *slide.unit)
    bases = dict.fromkeys(point.basis for series in block.series for point in series.points if point.basis != "actual")
    if not bases:
        return slide.unit
    words = [style.labels[basis] for basis in bases]
    return (*slide.unit, *plain(f"   □ {' / '.join(words)}"))


def _native(block: ChartBlock, fits: bool) -> bool:
    """Whether PowerPoint draws the chart itself: where it has the kind and the labels fit, or the author wants it."""
    wanted = fits if block.native is None else block.native
    return wanted and block.chart in NATIVE_KINDS


def _axis_size(block: ChartBlock, frame: Frame, style: Style) -> float:
    """Return the size in which the axis' labels stand side by side, within limits."""
    return largest_size(block.labels, (frame.width - 24) / max(len(block.labels), 1), style) or style.type.minimum

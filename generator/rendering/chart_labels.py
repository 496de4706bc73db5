"""Where a native chart's data labels stand: in what size, and above or below their points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from generator.briefing.charted import ChartBlock, Point
from generator.rendering.sheets import Frame
from generator.rendering.style import Style, plain

LARGEST = 11.0
LEGEND = 12.0  # points
_KEY = 34.0  # of a legend: its squares and the air around
_BESIDE = 0.3  # of the chart's width, for a legend at its right
_SPARED = 1.06  # of a label's width: neighbours must not touch
_AROUND = 52.0  # points above and below the plot: legend and axis labels
_RING = 0.42  # of a donut's radius
_AROUND_RING = 6.28
_MARKER = 4.0  # points from a marker's middle to its edge, and as many again to its label


def axis_ends(block: ChartBlock) -> tuple[float, float]:
    """Return the ends of the value axis: bars begin at zero and leave room for their labels, lines fill the height."""
    values = [float(point.value) for series in block.series for point in series.points] or [0.0]
    low, high = min(values), max(values)
    if block.chart == "line":
        pad = (high - low or abs(high) or 1) * 0.25
        return (low - pad if low - pad > 0 or low < 0 else 0.0, high + pad)
    if block.chart == "share_bar":
        return (0.0, 0.0)  # PowerPoint's own: from nothing to all
    if block.chart in ("stacked_bar", "area"):
        sums = [sum(float(p.value) for s in block.series for p in s.points if p.label == at) for at in block.labels]
        return (0.0, max(sums, default=0.0) * 1.01) if low >= 0 else (0.0, 0.0)
    return (min(low * 1.12, 0.0), max(high * 1.12, 0.0))


def largest_size(texts: Iterable[str], room: float, style: Style) -> float | None:
    """Return the largest size, within limits, in which every text is at most as wide as its room; None if none is."""
    texts = tuple(texts)
    size = max(LARGEST, style.type.minimum)
    while size >= style.type.minimum:
        paras = (style.para(plain(text), size) for text in texts)
        if all(style.measure.width(para) * _SPARED <= room for para in paras):
            return size
        size -= 0.5
    return None


def label_size(block: ChartBlock, frame: Frame, style: Style) -> float | None:
    """Return the size in which every data label finds room beside its neighbours; None where none does."""
    points = [point for series in block.series for point in series.points]
    if block.chart == "donut":
        return _on_a_ring(points, frame, style)
    if block.chart == "share_bar":
        return _in_shares(block, frame, style)
    across = len(block.series) if block.chart in ("bar", "grouped_bar") else 1
    room = plot_width(block, frame, style) / max(len(block.labels), 1) / max(across, 1) * (1.0 if across == 1 else 0.9)
    if block.chart == "area" and (len(points) < len(block.labels) * len(block.series) or _ahead(points)):
        return None  # its points have no look of their own
    return largest_size((point.printed.text for point in points), room, style)


def plot_width(block: ChartBlock, frame: Frame, style: Style) -> float:
    """Return the width in which a chart's labels stand side by side."""
    return frame.width - 24 - legend_beside(block, frame, style)


def legend_beside(block: ChartBlock, frame: Frame, style: Style) -> float:
    """Return the width of a legend at the right, in the order of the parts of its bars; 0 where it stands on top."""
    if block.chart != "stacked_bar" or len(block.series) < 2:
        return 0.0
    names = (style.para(plain(series.name), LEGEND) for series in block.series)
    width = max(map(style.measure.width, names)) + _KEY
    return width if width <= frame.width * _BESIDE else 0.0


def _ahead(points: Sequence[Point]) -> bool:
    return any(point.basis != "actual" for point in points)


def _on_a_ring(points: Sequence[Point], frame: Frame, style: Style) -> float | None:
    """Return the size in which labels stand on the slices of a donut, whose names stand in a legend at its right."""
    outer = min(frame.height * 0.45, frame.width * 0.3)
    total, ring = sum(float(point.value) for point in points) or 1.0, outer * _RING
    if min((float(point.value) for point in points), default=0.0) / total * _AROUND_RING * (outer - ring / 2) < LARGEST:
        return None
    return largest_size((point.printed.text for point in points), ring, style)


def _in_shares(block: ChartBlock, frame: Frame, style: Style) -> float | None:
    """Return the size in which each label has room inside its share of a bar."""
    room = frame.width * 0.85
    sizes = []
    for label in block.labels:
        here = [point for series in block.series for point in series.points if point.label == label]
        total = sum(float(point.value) for point in here) or 1.0
        sizes += [largest_size((p.printed.text,), room * float(p.value) / total, style) for p in here]
    known = [size for size in sizes if size is not None]
    return min(known) if known and len(known) == len(sizes) else None


def labels_below(block: ChartBlock, frame: Frame, size: float) -> frozenset[tuple[int, str]] | None:
    """Return which labels of lines stand below their points, by series and label; None where some must clash."""
    low, high = axis_ends(block)
    scale = (frame.height - _AROUND) / ((high - low) or 1)
    below: set[tuple[int, str]] = set()
    for at in block.labels:
        here = [(i, float(p.value) * scale) for i, s in enumerate(block.series) for p in s.points if p.label == at]
        sides = _sides([y for _, y in here], size * 1.25)
        if sides is None:
            return None
        below |= {(number, at) for (number, _), under in zip(here, sides, strict=True) if under}
    return frozenset(below)


def _sides(heights: Sequence[float], tall: float) -> tuple[bool, ...] | None:
    """Return for points above one another which labels go below, as few as will do; None where labels must clash."""
    for sides in sorted(product((False, True), repeat=len(heights)), key=sum):
        spans = [_span(y, under, tall) for y, under in zip(heights, sides, strict=True)]
        free = all(one[1] <= two[0] or two[1] <= one[0] for one, two in combinations(spans, 2))
        clear = all(
            y + _MARKER <= low or y - _MARKER >= high
            for i, y in enumerate(heights)
            for j, (low, high) in enumerate(spans)
            if i != j
        )
        if free and clear:
            return sides
    return None


def _span(y: float, under: bool, tall: float) -> tuple[float, float]:
    return (y - 2 * _MARKER - tall, y - _MARKER) if under else (y + _MARKER, y + 2 * _MARKER + tall)

"""The axis of a native chart: its labels side by side on one line or several, or down the side of lying bars."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from generator.briefing.charted import ChartBlock
from generator.charts.layout import axis_labels, longest_piece
from generator.charts.theme import look
from generator.rendering.chart_labels import LARGEST, largest_size, plot_width
from generator.rendering.sheets import Frame
from generator.rendering.style import Style, plain

_LINES = 4  # of a label, at most
_SPARED = 1.06  # of a label's width: neighbours must not touch
_LYING = ("bar", "grouped_bar")
_ROW = 1.5  # of a label's size: how high a lying bar must be


class Axis(NamedTuple):
    """The block with its labels as the axis writes them, their size, and whether bars lie down to make room.

    Labels are broken into lines; what is ahead is named beneath.
    """

    block: ChartBlock
    size: float
    lying: bool = False


def axis(block: ChartBlock, frame: Frame, style: Style) -> Axis | None:
    """Return how the labels find room without being turned; None where they find none."""
    if block.chart in ("donut", "share_bar"):  # names stand in a legend, periods at the left
        return Axis(block, max(LARGEST, style.type.minimum))
    room = plot_width(block, frame, style) / max(len(block.labels), 1)
    written = axis_labels(block, frame.width, look(style.theme, style.language))
    size = largest_size((line for label in written.values() for line in label.split("\n")), room, style)
    if size is not None:
        return Axis(_relabelled(block, written), size)
    return _broken(block, room / _SPARED, style) or _lying(block, written, frame, style)


def _broken(block: ChartBlock, room: float, style: Style) -> Axis | None:
    """Break labels where words part, 2024年 from 第三季度, in the largest size at which every line has room."""
    seen = look(style.theme, style.language)
    size = max(LARGEST, style.type.minimum)
    while size >= style.type.minimum:
        wide = room * seen.size / size  # as the look measures: in its own size
        lines = axis_labels(block, wide, seen)
        if longest_piece(block.labels, seen) <= wide and all(line.count("\n") < _LINES for line in lines.values()):
            return Axis(_relabelled(block, lines), size)
        size -= 0.5
    return None


def _relabelled(block: ChartBlock, lines: dict[str, str]) -> ChartBlock:
    series = (
        replace(one, points=tuple(replace(point, label=lines[point.label]) for point in one.points))
        for one in block.series
    )
    return replace(block, labels=tuple(lines.values()), series=tuple(series))


def _lying(block: ChartBlock, written: dict[str, str], frame: Frame, style: Style) -> Axis | None:
    size = max(LARGEST, style.type.minimum)
    names = {label: text.replace("\n", " ") for label, text in written.items()}
    widest = max((style.measure.width(style.para(plain(name), size)) for name in names.values()), default=0.0)
    roomy = len(block.labels) * len(block.series) * size * _ROW <= frame.height and widest <= frame.width / 3
    return Axis(_relabelled(block, names), size, lying=True) if roomy and block.chart in _LYING else None

"""Where a chart's words go: axis labels broken into lines, sizes that fit, room for every value."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

import altair as alt

from generator.briefing.charted import ChartBlock, Point, Series
from generator.charts.theme import Look

Rows = list[dict[str, Any]]

# Kinds that write the word for what is not actual beside each value or name.
_SAY_IT_THEMSELVES = (
    "bullet", "target", "timeline", "donut", "slope", "dumbbell", "sparkline", "heat_table", "vega_lite",
)  # fmt: skip

_BREAKS = re.compile(r"(?<=年)|(?<=\d)(?=Q[1-4])|(?=[(（])|(?<=[,，·])(?!\d)|\s+")

# A unit stays whole: `Foxconn's revenue, trillion` over `New Taiwan dollars` would state a trillion.
_UNIT = re.compile(r"(?<=, )(?:\S+ )?(?:trillion|billion|million|thousand)\b[^,]*$")


def broken(text: str, room: float, look: Look, size: float | None = None) -> str:
    """Return a text in as few lines as the room allows, of about one length: between words, after 年, else between
    Chinese characters.
    """
    unit = _UNIT.search(text)
    whole_unit = unit[0] if unit and look.text_width(unit[0], size) <= room else ""
    pieces = [piece for piece in (*_BREAKS.split(text.removesuffix(whole_unit)), whole_unit) if piece]
    if any(look.text_width(piece, size) > room for piece in pieces):
        pieces = [char for piece in pieces for char in _atoms(piece)]
    whole = _filled(pieces, text, room, look, size)
    count = whole.count("\n")
    for share in (0.6, 0.7, 0.8, 0.9) if count else ():
        even = _filled(pieces, text, room * share, look, size)
        if even.count("\n") == count and look.text_width(even, size) <= room:
            return even
    return whole


def breaks_into(text: str, room: float, look: Look, most: int) -> bool:
    """Whether a text has room in so many lines without a word being parted."""
    lines = broken(text, room, look)
    return lines.count("\n") < most and look.text_width(lines) <= room


def _atoms(piece: str) -> list[str]:
    return re.findall(r"[\u2e80-\uffef](?:[，。、）％%])?|[^\u2e80-\uffef]+", piece)


def _filled(pieces: Sequence[str], text: str, room: float, look: Look, size: float | None) -> str:
    lines: list[str] = []
    at = 0
    for piece in pieces:
        gap = " " if lines and text[at : text.index(piece, at)].isspace() else ""
        at = text.index(piece, at) + len(piece)
        if lines and look.text_width(lines[-1] + gap + piece, size) <= room:
            lines[-1] += gap + piece
        else:
            lines.append(piece)
    return "\n".join(lines)


def fitting(texts: Iterable[str], room: float, look: Look) -> float | None:
    """Return the largest size at which every text is as narrow as the room, None if the smallest is too large."""
    widest = max((look.text_width(text, 1.0) for text in texts), default=0.0)
    for size in (look.size, look.size - 0.5, look.size - 1):
        if widest * size <= room:
            return size
    return None


def longest_piece(labels: Iterable[str], look: Look) -> float:
    """Return the width of the widest piece of a label that a line break should not part."""
    return max((look.text_width(piece) for label in labels for piece in _BREAKS.split(label) if piece), default=0.0)


def bases_at(block: ChartBlock, label: str) -> list[str]:
    """Return what the values under a label are, each once: actual, target, forecast or consensus."""
    points = (point for series in block.series for point in series.points if point.label == label)
    return list(dict.fromkeys(point.basis for point in points))


def axis_labels(block: ChartBlock, room: float, look: Look) -> dict[str, str]:
    """Return each label as the axis writes it: broken to the room, what is not yet actual named beneath."""
    written = {}
    for label in block.labels:
        bases = bases_at(block, label)
        parts = [label, look.word(bases[0])] if len(bases) == 1 and bases[0] != "actual" else [label]
        written[label] = "\n".join(broken(part, room, look) for part in parts)
    return written


def rows(block: ChartBlock, axis: dict[str, str]) -> Rows:
    """Return every point as a row of data."""
    return [_row(series, point, axis) for series in block.series for point in series.points]


def _row(series: Series, point: Point, axis: dict[str, str]) -> dict[str, Any]:
    return {
        "label": axis[point.label],
        "series": series.name,
        "value": float(point.value),
        "printed": point.printed.text,
        "basis": point.basis,
    }


def split_by_basis(data: Rows) -> tuple[Rows, Rows]:
    """Return what is actual, and what is a target or a forecast."""
    return [row for row in data if row["basis"] == "actual"], [row for row in data if row["basis"] != "actual"]


def from_zero(values: Iterable[float], headroom: float = 0.12) -> tuple[float, float]:
    """Return a scale that starts at zero and leaves room for the labels of the longest bars."""
    known = list(values)
    low, high = min(0.0, *known), max(0.0, *known)
    span = high - low or 1.0
    return (low - headroom * span if low < 0 else 0.0), high + (headroom * span if high > 0 else 0.0)


def told(series: Series, point: Point) -> str:
    """Say which point a value is of."""
    return f"{series.name}; {point.label}; {point.printed.text}"


def said(point: Point, look: Look) -> str:
    """Return a value as a mark says it that stands for itself: what is not actual under its word, `target 35`."""
    return point.printed.text if point.basis == "actual" else f"{look.word(point.basis)} {point.printed.text}"


def head(block: ChartBlock, look: Look) -> str:
    """Return what stands above a chart: its unit, and what its hatched or hollow marks are where no other word says it.

    Along an axis of periods it is said under each period of which nothing has come to pass.
    """
    words = {basis: look.word(basis) for basis in ("target", "forecast", "consensus")}
    key = ahead_key(block, words, on_axis=block.chart not in ("waterfall", "share_bar"))
    return " · ".join(part for part in (block.unit, "" if block.chart in _SAY_IT_THEMSELVES else key) if part)


def ahead_key(block: ChartBlock, words: Mapping[str, str], *, on_axis: bool) -> str:
    """Return the sign of what is ahead, a hatched square or a line's hollow point, and its words; empty if all is told.

    `on_axis` says that a label is told by itself whose values are all ahead.
    """
    found = [bases for label in block.labels if len(bases := bases_at(block, label)) > 1 or not on_axis]
    unsaid = dict.fromkeys(basis for bases in found for basis in bases if basis != "actual")
    sign = "○" if block.chart == "line" else "▨"
    return f"{sign} {' / '.join(words[basis] for basis in unsaid)}" if unsaid else ""


def fractions(values: Sequence[float]) -> list[float]:
    """Return how far each value lies from the least (0) to the greatest (1); the middle where all are the same."""
    low, high = min(values), max(values)
    return [(value - low) / (high - low) if high > low else 0.5 for value in values]


def legend_columns(names: Sequence[str], look: Look) -> int:
    """Return how many names stand side by side under the chart's unit."""
    for columns in range(len(names), 1, -1):
        widths = [max(look.text_width(name) for name in names[i::columns]) + 34 for i in range(columns)]
        if sum(widths) <= look.width:
            return columns
    return 1


def plot_height(names: Sequence[str], axis: Iterable[str], look: Look) -> float:
    """Return what unit, legend and axis labels leave of the chart's height."""
    legend_rows = math.ceil(len(names) / legend_columns(names, look)) if len(names) > 1 else 0
    lines = max((label.count("\n") + 1 for label in axis), default=1)
    unit, legend = look.size + 7, legend_rows * (look.size + 4) + (5 if legend_rows else 0)
    return look.height - 4 - unit - legend - lines * look.size * 1.25 - 6


def plot(data: Rows) -> Any:
    """Return a chart without marks over rows of data."""
    # A tuple, since Altair copies lists whole each time that charts are laid over one another.
    return alt.Chart(alt.Data(values=tuple(data)))  # type: ignore[no-untyped-call]


def over(*layers: Any) -> alt.LayerChart:
    """Return charts drawn one over another, the first at the bottom."""
    return cast("alt.LayerChart", alt.layer(*layers))

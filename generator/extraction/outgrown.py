"""Lines of business that took in more than the whole in the quarter that they were given: they are of the half or the year that ends with it.

25H1:收入2272亿元;25Q2:收入1160亿元, and below a heading 手机分部收入1871亿元, 汽车分部收入398亿元: both of the half.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.corpus.cleaning import fold
from generator.extraction.figure import Figure
from generator.extraction.frozen import replace
from generator.extraction.periods.in_text import period_mentions
from generator.settings.catalogue import Catalogue
from generator.settings.fiscal import ended_by
from generator.settings.period import Period

_ROUNDED = Decimal("1.02")  # of a whole, what its lines together may be as far as texts round


def of_the_longer(found: list[Figure], text: str, catalogue: Catalogue) -> list[Figure]:
    """Return a document's figures; lines that outgrow a quarter's whole are of the longer time that ends with it, if its whole is told."""
    wholes = [f for f in found if f.metric == "revenue" and f.segment is None and _is_told(f)]
    again: dict[int, Period | None] = {}
    lines: dict[tuple[object, ...], list[Figure]] = {}
    for figure in found:
        if _is_line(figure, catalogue):
            lines.setdefault(_dated(figure), []).append(figure)
    for quarter in (f for f in wholes if f.period and f.period.kind == "quarter"):
        parts = lines.get(_dated(quarter), [])
        if not any(f.value > quarter.value for f in parts):
            continue
        parts = [f for f in parts if not _names_a_time(text, f)]
        longer = {f.period: f for f in wholes if _holds(f, quarter, parts, catalogue)}
        for period, whole in longer.items() if len(longer) == 1 else ():
            again |= dict.fromkeys(_told_with(parts, quarter, whole, found, text), period)
    return [replace(f, period=again[id(f)]) if id(f) in again else f for f in found] if again else found


def _is_told(figure: Figure) -> bool:
    """Whether a figure is a level that came."""
    return figure.measure == "level" and figure.basis == "actual" and figure.doubt is None and figure.period is not None


def _dated(figure: Figure) -> tuple[object, ...]:
    """Return what a line of business has in common with its whole."""
    return figure.entity, figure.period, figure.unit


def _is_line(figure: Figure, catalogue: Catalogue) -> bool:
    """Whether a figure is what a line of business took in."""
    if not _is_told(figure):
        return False
    entry = catalogue.metrics[figure.metric or ""]
    line = entry.segment if entry.base == "revenue" else figure.segment if figure.metric == "revenue" else None
    return line is not None and catalogue.segments[line].kind == "business"


def _holds(whole: Figure, quarter: Figure, parts: Sequence[Figure], catalogue: Catalogue) -> bool:
    """Whether a whole is of a longer time that ends with the quarter, and great enough for each of its lines."""
    one, other, year_end = whole.period, quarter.period, catalogue.year_end(quarter.entity)
    if one is None or other is None or (whole.entity, whole.unit) != (quarter.entity, quarter.unit):
        return False
    ends_with = one.months > other.months and ended_by(one, year_end) == ended_by(other, year_end)
    return ends_with and all(f.value <= whole.value for f in parts)


def _told_with(
    parts: Sequence[Figure], quarter: Figure, whole: Figure, found: Sequence[Figure], text: str
) -> Iterable[int]:
    """Yield the ids of what the paragraphs of outgrown lines tell of the quarter without naming it, and the next ones, as long as their lines fit into the whole."""
    lines = {_line(text, f) for f in parts if f.value > quarter.value}
    room = whole.value * _ROUNDED - sum(f.value for f in parts if _line(text, f) in lines)
    for part in parts:
        at = _line(text, part)
        if at not in lines and _line_before(text, at) in lines and part.value <= room:
            lines.add(at)
            room -= part.value
    told = (f for f in found if f.period == quarter.period and f.entity == quarter.entity and _line(text, f) in lines)
    return (id(f) for f in told if not _names_a_time(text, f))


def _line(text: str, figure: Figure) -> int:
    """Return where the line that a figure stands in begins."""
    return text.rfind("\n", 0, figure.start) + 1


def _line_before(text: str, start: int) -> int:
    """Return where the line before one that begins at `start` does, past empty ones."""
    return text.rfind("\n", 0, len(text[:start].rstrip())) + 1


def _names_a_time(text: str, figure: Figure) -> bool:
    """Whether the sentence of a figure, or what its line tells before it, names a time."""
    said = fold(text[_line(text, figure) : figure.sentence.end]).text
    return bool(period_mentions(said, 0, len(said)))

"""Devices of a year that are many times those of one of its quarters: not the maker's own, but all makers'.

荣耀出货1210万台。2022年全年约2.86亿台: no maker ships three times as many in each other quarter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.extraction.figure import Figure
from generator.extraction.marks.tallies import is_tracked

_MOST = 10  # times what was shipped in one quarter, that a year may have
OF_ALL = "many times what the text tells of a quarter, and so of all makers"


def of_one_maker(found: list[Figure]) -> list[Figure]:
    """Return a document's figures, in doubt what a maker is told to have shipped in a year, and how that grew, if it outnumbers a quarter too far."""
    quarters: dict[tuple[object, ...], Figure] = {}
    for figure in _levels(found, "quarter"):
        quarters.setdefault(_key(figure), figure)
    if not quarters:
        return found
    years = {
        (f.sentence, f.slot[:3], f.period)
        for f in _levels(found, "year")
        if _key(f) in quarters and f.value > _MOST * quarters[_key(f)].value
    }
    if not years:
        return found
    return [
        replace(f, doubt=OF_ALL) if f.doubt is None and (f.sentence, f.slot[:3], f.period) in years else f
        for f in found
    ]


def _levels(found: Iterable[Figure], kind: str) -> Iterable[Figure]:
    """Yield the counts of devices that came in a time of a kind."""
    return (
        f for f in found
        if f.metric and is_tracked(f.metric) and f.unit == "count" and f.measure == "level" and f.basis == "actual"
        and f.doubt is None and f.period is not None and f.period.kind == kind
    )  # fmt: skip


def _key(figure: Figure) -> tuple[object, ...]:
    """Return what a quarter and its year have in common."""
    return figure.metric, figure.entity, figure.segment, figure.period.year if figure.period else None

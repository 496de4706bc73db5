"""What is larger than any maker sold is of a market, and so is how it moved: 2025年二季度,全球智能手机出货量增长1%,为2.95亿部, below a title that names Xiaomi."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.extraction.figure import Figure
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.whose.market_spoken_of import NO_COMPANYS

_PHONES = ("smartphone_shipments", "smartphone_unit_sales")
# more than any maker ever sold in a time of such a kind: phones, cars
_MOST = {
    "month": (60_000_000, 1_500_000),
    "quarter": (130_000_000, 4_000_000),
    "half": (230_000_000, 7_000_000),
    "year": (400_000_000, 13_000_000),
}


def of_markets(found: Iterable[Figure]) -> list[Figure]:
    """Return a document's figures, in doubt those that no maker can have reached, and how the same thing moved in the same sentence."""
    figures = list(found)
    large = {_thing(f) for f in figures if f.doubt is None and _is_too_large(f)}
    return [
        replace(f, doubt=NO_COMPANYS)
        if f.doubt is None and _thing(f) in large and (f.measure != "level" or _is_too_large(f))
        else f
        for f in figures
    ]


def _thing(figure: Figure) -> tuple[object, ...]:
    return figure.sentence, figure.metric, figure.entity, figure.segment, figure.period


def _is_too_large(figure: Figure) -> bool:
    """Whether a count of what was sold in some time is more than any maker's."""
    if figure.measure != "level" or figure.period is None or figure.period.kind not in _MOST:
        return False
    phones, cars = _MOST[figure.period.kind]
    most = phones if figure.metric in _PHONES else cars if figure.metric in OF_CARS else None
    return most is not None and figure.value > most

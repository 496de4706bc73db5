"""Ranges told as having come: what has come is one amount; `Deliveries: 120,000 to 125,000 vehicles` below a company's results is what it expects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.extraction.figure import Figure
from generator.extraction.marks.tallies import OF_CARS

_A_RANGE = "a range, told as having come"
# 初步核算,营收约190亿至196亿元: what is known only so far
_NEARLY = re.compile(r"[约約预預]|初步|快[报報]|\b(?:preliminary|estimat\w+)\b", re.I)
_ABOUT = re.compile(r"\b(?:approximately|about|around|roughly) [^\d]{0,6}$", re.I)
_ONE = ("revenue", "_profit", "_margin", "eps", "gross_profit", "_revenue", "capex", *OF_CARS)


def ranges_told(found: Sequence[Figure], text: str) -> list[Figure]:
    """Return a document's figures, in doubt both ends of a range that nothing says is expected, and how it would have grown."""
    figures = list(found)
    doubted: set[tuple[object, ...]] = set()
    for low, high in pairwise(figures):
        if _is_range(low, high) and not _is_preliminary(low, text):
            doubted.add(_thing(low))
    return [
        replace(f, doubt=_A_RANGE) if f.doubt is None and f.bound != "exact" and _thing(f) in doubted else f
        for f in figures
    ]


def _thing(figure: Figure) -> tuple[object, ...]:
    return figure.sentence, figure.metric, figure.entity, figure.segment, figure.period, figure.basis


def _is_range(low: Figure, high: Figure) -> bool:
    """Whether two figures are the ends of one range of what can only be one amount, told as having come."""
    ends = (low.bound, high.bound) == ("at_least", "at_most") and low.measure == high.measure == "level"
    came = low.basis == high.basis == "actual" and not (low.doubt or high.doubt)
    return (
        ends and came and _thing(low) == _thing(high) and (low.metric or "").endswith(_ONE) and low.value < high.value
    )


def _is_preliminary(low: Figure, text: str) -> bool:
    """Whether the sentence of a range says that it is only known nearly."""
    if low.sentence is None:
        return False
    start, end = low.sentence
    return bool(_NEARLY.search(text, start, end) or _ABOUT.search(text, max(start, low.start - 24), low.start))

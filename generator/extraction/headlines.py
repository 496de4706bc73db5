"""Headlines: plain `profit` and `sales` there mean what the text below tells of the same change."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from generator.corpus.document import Span
from generator.extraction.figure import Figure

# What a headline's one word may mean, by what it is first read as: `Samsung profit jumps 28%`, of operations.
_FAMILIES = (
    ("net_profit", "adjusted_net_profit", "operating_profit", "adjusted_operating_profit"),
    ("revenue", "vehicle_sales", "ev_deliveries", "unit_sales", "smartphone_shipments", "smartphone_unit_sales"),
)
_PLAIN = re.compile(r"(?<!\bnet )(?<!operating )(?<!gross )(?<!adjusted )\b(?:profits?|earnings|loss|sales)\b", re.I)

# 净利 in a headline, which has no room for 经调整; 归母 and 扣非 name a profit of their own.
_PLAIN_ZH = re.compile(
    "(?<!归母)(?<!扣非)(?<!调整后)(?<!经调整)(?<!毛)(?<!营业)(?<!经营)(?:净利润?|纯利|利润|盈利|获利|大?赚)"
)


def as_told_below(text: str, found: list[Figure], titles: Collection[Span]) -> list[Figure]:
    """Return a document's figures; a headline's plain profit or sales are of the metric that the text below names."""
    headed = [f for f in found if f.sentence in titles]
    if not headed:
        return found
    below = [f for f in found if f.sentence not in titles and f.metric and not f.doubt]
    meant = {f.start: _meant(text, f, below) for f in headed}
    return [meant.get(f.start, f) for f in found]


def _meant(text: str, figure: Figure, below: list[Figure]) -> Figure:
    """Return a headline's figure as the only metric of its family of which the text tells the same."""
    family = next((names for names in _FAMILIES if figure.metric in names), ())
    said = text[figure.sentence.start : figure.sentence.end]
    plain = _PLAIN.search(said) and figure.measure != "level" if said.isascii() else _PLAIN_ZH.search(said)
    if not family or not plain or (not said.isascii() and figure.metric != "net_profit"):
        return figure
    same = [f for f in below if f.metric in family and f.measure == figure.measure and _agrees(figure, f)]
    slots = {(f.metric, f.segment) for f in same if f.entity == figure.entity and f.period == figure.period}
    metric, segment = next(iter(slots)) if len(slots) == 1 else (figure.metric, figure.segment)
    return replace(figure, metric=metric, segment=segment)


def _agrees(one: Figure, other: Figure) -> bool:
    """Whether two amounts are the same, as far as they are told."""
    return abs(one.value - other.value) <= max(one.precision, other.precision) / 2

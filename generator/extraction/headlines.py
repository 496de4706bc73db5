"""Headlines: what they leave unsaid of a change is what the text below tells of the same one.

Plain `profit` and `sales` there mean what the text names; 11月营收回升逾12% rose from October where the text says so.
"""

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
    told = [f for f in found if f.sentence not in titles and f.metric]
    below = [f for f in told if not f.doubt]
    meant = {f.start: _as_measured(text, _meant(text, f, below), told) for f in headed}
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


def _as_measured(text: str, figure: Figure, told: list[Figure]) -> Figure:
    """Return a Chinese headline's change as measured, and as sure, as the only one of the same metric and size below."""
    if figure.metric is None or figure.doubt or figure.unit != "percent" or figure.measure == "level":
        return figure
    if text[figure.sentence.start : figure.sentence.end].isascii():
        return figure
    of_it = [
        f
        for f in told
        if (f.metric, f.entity, f.segment, f.unit) == (figure.metric, figure.entity, figure.segment, "percent")
    ]
    same = [f for f in of_it if f.measure != "level" and _rounds_to(figure, f)]
    forms = {(f.measure, f.basis, f.doubt): f for f in same}
    if len(forms) != 1 or any(f.period != figure.period for f in same):
        return figure
    (measure, basis, doubt), _ = forms.popitem()
    return replace(figure, measure=measure, basis=basis, doubt=doubt)


def _rounds_to(headed: Figure, told: Figure) -> bool:
    """Whether a headline's change is one that the text tells more fully: 逾12% of 12.86%."""
    if headed.value * told.value <= 0:
        return False
    over = abs(told.value) - abs(headed.value)
    return _agrees(headed, told) or (headed.bound == "at_least" and 0 <= over < headed.precision)


def _agrees(one: Figure, other: Figure) -> bool:
    """Whether two amounts are the same, as far as they are told."""
    return abs(one.value - other.value) <= max(one.precision, other.precision) / 2

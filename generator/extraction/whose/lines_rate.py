"""Margins, prices and shares that only their own name makes a line's: the revenue beside one is the company's. 整车毛利率19.8%,收入422亿元; `Vehicle margin was 19.8%. Revenue was 42.2 billion`."""

from __future__ import annotations

from generator.extraction.whose.context import Surroundings

_RATES = ("gross_margin", "asp", "market_share")


def is_a_lines_rate(around: Surroundings, metrics: tuple[str, ...]) -> bool:
    """Whether the metric of a name is a margin, a price or a share of one line by itself."""
    entries = around.names.catalogue.metrics
    return any(name in entries and entries[name].base in _RATES for name in metrics)


def follows_a_lines_rate(around: Surroundings) -> bool:
    """Whether all that the sentence before told of a maker of cars is such a rate of its cars, below no heading of theirs."""
    told = around.ground.levels
    maker = around.names.catalogue.companies.get(around.ground.entity or "")
    if not (maker and maker.is_car_maker) or around.ground.heading_segment:
        return False  # 小米汽车毛利率22.9%。收入182亿元 may be of its cars
    return bool(told) and all(is_a_lines_rate(around, (figure.metric or "",)) for figure in told)

"""`U.S. sales`, `US deliveries`: two letters that name a market only right before what is sold there, and a country everywhere else."""

from __future__ import annotations

import re

from generator.extraction.frozen import replace
from generator.extraction.marks.mention import Mention

_AMERICAN = re.compile(r"(?<![\w$])(?:U\.S\.|US|USA) (?:(?:net|total|quarterly|retail|vehicle|same-store|iPhone) )?$")
_THERE = ("revenue", "vehicle_sales", "ev_deliveries", "shipments", "unit_sales", "market_share", "order_intake")
_MARKET = "americas"  # as the catalogue calls the United States
_LEAD = 24  # characters before a metric


def of_america(mentions: list[Mention], text: str) -> list[Mention]:
    """Return mentions in which what is told of the United States is of that market."""
    return [_placed(m, text) for m in mentions]


def _placed(mention: Mention, text: str) -> Mention:
    if not mention.metrics or mention.metrics[0] not in _THERE or mention.part:
        return mention
    told = _AMERICAN.search(text, max(0, mention.start - _LEAD), mention.start)
    return replace(mention, part=_MARKET) if told else mention

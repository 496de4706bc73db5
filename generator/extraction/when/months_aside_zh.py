"""Months of a quarter, of which a Chinese sentence on it tells in passing: 二季度交付27500辆,6月单月破万,毛利率15%."""

from __future__ import annotations

from generator.extraction.when.events_zh import holds, only_dates_an_event
from generator.extraction.when.nearest import Named
from generator.extraction.whose.context import Surroundings


def without_months_aside(around: Surroundings, named: list[Named], metric: str, low: int) -> list[Named]:
    """Return a sentence's periods without the months that an amount is none of: money and margins are told by the quarter.

    So they are where the sentence, or a text on a quarter's results, named the quarter first, and a clause before the one
    from `low` on the month.
    """
    if not around.scan.chinese or around.names.catalogue.metrics[metric].unit == "count":
        return named
    return [x for x in named if not (x[1].kind == "month" and x[0].end <= low and _is_aside(around, x, named))]


def _is_aside(around: Surroundings, month: Named, named: list[Named]) -> bool:
    """Whether a longer period that the text named before a month holds it."""
    within = any(m.end <= month[0].start and holds(period, month[1]) for m, period in named)
    return within or only_dates_an_event(around.scan, *month, around.ground.period, around.reported)

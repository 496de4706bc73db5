"""What there is on a day, and no span of time takes in: told for a quarter, it is what there was on the quarter's last day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.extraction.figure import Figure
from generator.extraction.frozen import replace
from generator.settings.catalogue import Catalogue
from generator.settings.fiscal import counted_on


def on_last_days(found: Iterable[Figure], catalogue: Catalogue, published: date | None) -> list[Figure]:
    """Return figures; those of cash, staff or stores are of the last day of the period that the text gives them.

    What there is in a period that runs yet was counted on no day that is known.
    """
    return [_on_last_day(figure, catalogue, published) for figure in found]


def _on_last_day(figure: Figure, catalogue: Catalogue, published: date | None) -> Figure:
    """`It ended the third quarter with 13.9 billion in cash`: so much there was on 30 September, as it was a year before."""
    if figure.metric is None or figure.period is None:
        return figure
    if catalogue.metrics[figure.metric].period_type != "instant":
        return figure
    day = counted_on(figure.period, catalogue.year_end(figure.entity))
    runs = figure.basis == "actual" and published is not None and day.end > published
    return figure if runs else replace(figure, period=day)

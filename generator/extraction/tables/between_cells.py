"""What the cells of a table say of one another: two values of one thing, or one in two currencies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.extraction.figure import Figure
from generator.extraction.tables.units_named import CURRENCIES
from generator.settings.catalogue import Catalogue

Chosen = tuple[Figure, bool]  # whether its row says that it is the one meant, of several of its name


def told_apart(found: Sequence[Chosen]) -> list[Figure]:
    """Return figures, those in doubt that have two values of one thing, but for the one that its row says is meant."""
    values: dict[tuple[object, ...], dict[Decimal, bool]] = {}
    for figure, chosen in found:
        if not figure.doubt:
            said = values.setdefault((figure.slot, _end(figure)), {})
            said[figure.value] = said.get(figure.value, False) or chosen
    return [
        replace(f, doubt="nothing tells its row or column from another")
        if f.metric
        and not f.doubt
        and len(said := values[f.slot, _end(f)]) > 1
        and not (chosen and sum(said.values()) == 1)
        else f
        for f, chosen in found
    ]


def _end(figure: Figure) -> str:
    """Return which end of a range a figure is, nothing where it is of none."""
    return figure.bound if figure.bound in ("at_least", "at_most") else ""


def unconverted(found: Sequence[Chosen], catalogue: Catalogue) -> list[Chosen]:
    """Return figures, those in doubt that only say in dollars what the column beside them says in the company's money."""
    own = {figure.slot for figure, _ in found if figure.unit == _currency(figure, catalogue)}
    return [
        (replace(figure, doubt="converted from the currency that the company reports in"), chosen)
        if _currency(figure, catalogue)
        and figure.slot in own
        and figure.unit in CURRENCIES
        and figure.unit != _currency(figure, catalogue)
        else (figure, chosen)
        for figure, chosen in found
    ]


def _currency(figure: Figure, catalogue: Catalogue) -> str | None:
    return catalogue.companies[figure.entity].currency if figure.metric and figure.entity else None

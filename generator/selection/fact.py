"""The fact: what the sources together say of one metric in one context, and who says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.extraction.figure import Basis, Bound, Figure, Measure
from generator.settings.period import Period


class Aspects(NamedTuple):
    """What tells one fact from another (XBRL's word); the value is not among them."""

    metric: str
    entity: str | None
    segment: str | None
    measure: Measure
    period: Period | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure that no source states follows from ones that sources do: a formula and its inputs by name."""

    formula: str
    inputs: tuple[tuple[str, Fact], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One value a report may state.

    `stated` is the most precise figure of the largest agreeing group, `supporting` the rest of that group (the
    stated one first), `dissenting` every figure outside it. A derived fact has no figures of its own, but a derivation.
    No dissent, but kept beside it: `superseded`, what a target or forecast was before it was set anew, and `converted`,
    the same quantity in another currency.
    """

    aspects: Aspects
    value: Decimal
    unit: str
    bound: Bound
    precision: Decimal
    supporting: tuple[Figure, ...]
    dissenting: tuple[Figure, ...]
    derivation: Derivation | None = None
    superseded: tuple[Figure, ...] = ()
    converted: tuple[Figure, ...] = ()

    @property
    def stated(self) -> Figure | None:
        """The figure whose words are cited first; None for a derived fact."""
        return self.supporting[0] if self.supporting else None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A fact that is not stated, as it does not go with two others that go together."""

    odd: Fact
    others: tuple[Fact, Fact]

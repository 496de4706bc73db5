"""What a text names: a metric, a part of a business, a company."""

from __future__ import annotations

from generator.extraction.frozen import frozen
from generator.extraction.marks.terms import (
    ANY_PROFIT,
    NO_METRIC,
)

# Whom the catalogue does not list, where a text is about it: a company like any other, but no figure of its is stated.
STRANGER = "*stranger"
# The part that is all the world, where a list tells it beside a region
WORLD = ""


@frozen
class Mention:
    """Where a text names metrics or a segment. `loss` says that the words are of a loss.

    `part` is the segment that a list or a pronoun gives to metrics named elsewhere.
    """

    start: int
    end: int
    metrics: tuple[str, ...] = ()
    segment: str | None = None
    loss: bool = False
    part: str | None = None

    @property
    def nothing(self) -> bool:
        """Whether the words hold a metric's name and name none."""
        return self.metrics == (NO_METRIC,)

    @property
    def any_profit(self) -> bool:
        """Whether the words say profit without saying which."""
        return self.metrics == (ANY_PROFIT,)


@frozen
class EntityMention:
    """Where a text names a company."""

    start: int
    end: int
    entity: str

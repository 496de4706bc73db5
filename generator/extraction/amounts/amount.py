"""An amount: the value that a number states with its scale and unit."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from generator.extraction.figure import Bound
from generator.extraction.frozen import frozen

Kind = Literal["money", "percent", "points", "times", "speed", "count", "bare", "measure"]


@frozen
class Amount:
    """An amount at `start` to `end`. `value` and `precision` are in base units; `noun` is what is counted."""

    start: int
    end: int
    value: Decimal
    kind: Kind
    currency: str | None
    noun: str
    bound: Bound
    precision: Decimal
    signed: bool = False
    scaled: bool = False
    range_end: bool = False
    scale: Decimal = Decimal(1)

    @property
    def in_hundredths(self) -> bool:
        """Whether it was told in cents or basis points, so that a bare number beside it is too: `28.6/30.1 cents`."""
        return self.scale < 1

"""The figure: one value of one metric, as one document states it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from generator.corpus.document import Span
from generator.extraction.frozen import frozen
from generator.settings.period import Period

Measure = Literal["level", "yoy", "qoq", "yoy_pp", "qoq_pp"]
Basis = Literal["actual", "target", "forecast", "consensus"]
Bound = Literal["exact", "approx", "at_least", "at_most"]

# What a market quotes, in its own currency and on a day, rather than what a company reports.
PRICES = ("share_price", "market_cap", "target_price")

# What a company may lose as well as earn.
LOSABLE = ("net_profit", "adjusted_net_profit", "operating_profit", "adjusted_operating_profit", "eps", "adjusted_eps")


@frozen
class Figure:
    """One value of one metric as one document states it.

    `value` and `precision` are in base units (1131亿元 is 113100000000 CNY, stated to 100000000).
    `unit` is an ISO 4217 code, `percent`, `percentage_point`, `count`, or a catalogue unit.
    `document` is the document's id; `start`, `end` and `sentence` are offsets into its text.
    `measure`: `yoy` is against the year before, `qoq` against the quarter before, of a month against the month before.
    `bound` is of the size: a loss of over 600 million is -600000000, at_least.
    `metric` is None for an amount that no metric claims; `doubt` says why a reading was not accepted.
    """

    document: str
    start: int
    end: int
    sentence: Span
    metric: str | None
    entity: str | None
    segment: str | None
    measure: Measure
    value: Decimal
    unit: str
    period: Period | None
    basis: Basis
    bound: Bound
    precision: Decimal
    doubt: str | None = None

    @property
    def slot(self) -> tuple[object, ...]:
        """All that it is of: two values of one slot, side by side, cannot both be told."""
        return self.metric, self.entity, self.segment, self.measure, self.period, self.basis

"""Amounts that no metric claims, or whose reading was not accepted, as figures of nothing."""

from __future__ import annotations

from generator.corpus.document import Span
from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Figure
from generator.extraction.reading import Reading
from generator.extraction.units import unit_said


def unclaimed(reading: Reading, amount: Amount, sentence: Span, doubt: str | None = None) -> Figure:
    """Return an amount of a document as a figure without a metric; `doubt` says why a reading was not accepted."""
    start, end = reading.span(amount.start, amount.end)
    return Figure(
        reading.document.id, start, end, sentence, None, None, None, "level",
        amount.value, unit_said(amount), None, "actual", amount.bound, amount.precision, doubt,
    )  # fmt: skip

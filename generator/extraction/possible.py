"""What can't be, however plainly a text says it: a slip of its pen, or of our reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.extraction.figure import LOSABLE, Figure

_ALL = 100  # percent
_LOST = "nothing falls by more than all of it"
_SHARE = "no share is more than the whole"
_MAY_TURN = (*LOSABLE, "free_cash_flow", "operating_cash_flow")  # from a profit into a larger loss


def possible(found: Iterable[Figure]) -> list[Figure]:
    """Return a document's figures, in doubt what can't be: `deliveries were down 149%`, told of a rise."""
    return [replace(f, doubt=why) if f.doubt is None and (why := _why_not(f)) else f for f in found]


def _why_not(figure: Figure) -> str | None:
    metric, percent = figure.metric or "", figure.unit == "percent"
    if percent and figure.measure in ("yoy", "qoq") and figure.value < -_ALL and not metric.endswith(_MAY_TURN):
        return _LOST
    return _SHARE if percent and figure.measure == "level" and "share" in metric and figure.value > _ALL else None

"""When a figure is of, and why that may be wrong."""

from __future__ import annotations

from generator.extraction.figure import Basis
from generator.extraction.frozen import frozen
from generator.extraction.marks.cues import Against
from generator.settings.period import Period


@frozen
class Dated:
    """The period and basis of a figure, and why they may be wrong; for a change also what it is measured against."""

    period: Period | None
    basis: Basis
    doubt: str | None = None
    against: Against = "yoy"

"""The metric that an amount belongs to, and what says so."""

from __future__ import annotations

from generator.extraction.figure import Basis
from generator.extraction.frozen import frozen
from generator.extraction.marks.mention import Mention
from generator.extraction.periods.mention import PeriodMention


@frozen
class Link:
    """The metric that an amount belongs to and the mention that says so; or why there is none.

    `when` is the period that a list of periods gives it, `company` the company that a list of companies does; `expected` is whether the label of
    a list says that it is an estimate, None where no label tells its period; `basis` is whose estimate a list says that it is.
    """

    metric: str | None = None
    mention: Mention | None = None
    doubt: str | None = None
    when: PeriodMention | None = None
    company: str | None = None
    expected: bool | None = None
    basis: Basis | None = None

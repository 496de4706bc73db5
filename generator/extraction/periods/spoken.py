"""What a text has spoken of before the period that it names next."""

from __future__ import annotations

from generator.extraction.frozen import frozen
from generator.settings.period import Period


@frozen
class Spoken:
    """What a text has spoken of: the period named last, the quarter named last, the quarter the document reports on.

    `awaited` says that its results are still to come; `expected` is the period of which the sentence before expects something,
    `since` the month since which it says that sales are published, `month` the one that a sentence without a figure told of,
    `earlier` the quarter that was set beside a later one last.
    """

    last: Period | None = None
    quarter: Period | None = None
    reported: Period | None = None
    awaited: bool = False
    expected: Period | None = None
    since: Period | None = None
    month: Period | None = None
    earlier: Period | None = None

"""English times that only tell which circumstances are spoken of: `Without last year's subsidies, revenue fell 22%`."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_GIVEN = re.compile(
    r"\b(?:[Ww]ithout|[Dd]espite|[Ii]n spite of|[Gg]iven|[Aa]mid|[Tt]hanks to|[Bb]ecause of|[Dd]ue to|[Oo]wing to|[Uu]nlike|[Ii]n the absence of|[Aa]bsent|[Ww]ith|[Dd]eprived of|[Mm]inus) $"
)
# whatever was there; `with last year's level` is what something is set beside
_WHAT = re.compile(
    r"['’]s (?P<what>[a-z][a-z-]*(?: [a-z-]+){0,3}?)(?: (?:gone|over|out of the way|having ended|expired|behind it|no longer there))?(?=[,;.]|$)"
)
_A_LEVEL = re.compile(
    r"\b(?:levels?|base|bases|figures?|totals?|records?|tall(?:y|ies)|numbers?|results?|quarters?|half|halves|periods?|pace|rates?|marks?|same|highs?|lows?|peaks?)\b"
)
_LEAD = 20  # characters before a time, within which stands that it is a circumstance


def only_dates_circumstances(marks: Scan, mention: PeriodMention) -> bool:
    """Whether an English time is only that of something that was there, or no longer is, beside what is told."""
    what = None if marks.chinese else _WHAT.match(marks.text, mention.end, marks.sentence.end)
    if what is None or not _GIVEN.search(marks.text, max(marks.sentence.start, mention.start - _LEAD), mention.start):
        return False
    return not (_A_LEVEL.search(what["what"]) or marks.is_marked(*what.span("what"), marks.metrics))

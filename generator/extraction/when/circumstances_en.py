"""English times that only tell which circumstances are spoken of: `Without last year's subsidies, revenue fell 22%`, `results aren't due until March`."""

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
# `Its fourth-quarter results aren't due until March`: when they come out
_RESULTS_DUE = re.compile(
    r"\b(?:results|earnings|figures|numbers|accounts|report|quarter|year)\b[^,;.\d%]{0,40}?\b(?:due|out|expected|published|released|reported|follow|come|land|appear|ready|available)(?: [a-z]+)?(?: only)?(?: until| before| in| by| some time in| sometime in)(?: early| late| mid-| mid)? ?$"
    r"|\b(?:publish|report|release|present|announce|disclose)(?:es|s|ed|ing)? (?:on |only )?(?:its|their|the|all|any)?(?: [a-z-]+){0,4} (?:results|earnings|figures|numbers|accounts|quarter|year)(?: only)?(?: until| before| in| by)(?: early| late)? $"
)
_RESULTS_LEAD = 110  # characters before a month, within which its sentence says that results come out then
_LEAD = 20  # characters before a time, within which stands that it is a circumstance


def only_dates_circumstances(marks: Scan, mention: PeriodMention) -> bool:
    """Whether an English time is only that of something that was there, or no longer is, beside what is told."""
    if not marks.chinese and mention.scope == "month" and _are_results_due(marks, mention):
        return True
    what = None if marks.chinese else _WHAT.match(marks.text, mention.end, marks.sentence.end)
    if what is None or not _GIVEN.search(marks.text, max(marks.sentence.start, mention.start - _LEAD), mention.start):
        return False
    return not (_A_LEVEL.search(what["what"]) or marks.is_marked(*what.span("what"), marks.metrics))


def _are_results_due(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a month is only when results come out, which are of a time that the sentence names before."""
    low = max(marks.sentence.start, mention.start - _RESULTS_LEAD)
    of = any(m.scope in ("quarter", "year", "half") and low <= m.start < mention.start for m in marks.periods)
    return of and _RESULTS_DUE.search(marks.text, low, mention.start) is not None

"""Years that only date an English aside on who somebody is: `Geely, which listed in Hong Kong in 2005, reported a profit of 7.8 billion yuan`."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.whose.inserted import GOES_ON

_ASIDE = re.compile(r", (?:which|who|whose|where)\b(?P<what>[^,;.]*)$")
_RESULTS = re.compile(
    r"\b(?:report|releas|publish|announc|post|results|earnings|figures|accounts|numbers|outlook|forecast|guid|target|expect|plan|aim)",
    re.I,
)
_REACH = 160  # characters of an aside


def only_dates_an_aside(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a year stands in a relative clause without an amount, behind which its sentence goes on, and on no results."""
    if marks.chinese or mention.scope != "year":
        return False
    low = max(marks.sentence.start, mention.start - _REACH)
    opens = _ASIDE.search(marks.text, low, mention.start)
    ends = marks.text.find(",", mention.end, min(marks.sentence.end, mention.end + _REACH)) if opens else -1
    if opens is None or ends < 0 or not GOES_ON.match(marks.text, ends):
        return False
    stated = any(opens.start() < a.start < ends for a in marks.amounts)
    return not stated and _RESULTS.search(marks.text, opens.start("what"), ends) is None

"""Since when something has not been so: `the first fall in sales since 2003` tells of no figure of 2003."""

from __future__ import annotations

import re

from generator.extraction.periods.mention import PeriodMention

_SINCE = re.compile(r"[Ss]ince\b")
_REACH = 90  # characters before a period, within which the record stands
_RECORD = re.compile(
    r"\b(?:first|only|[a-z]{2,}est|most|least|worst|best|record|not|never)\b[^.;:]{0,70}?\bsince(?: at least)?(?: the| its)?(?: [A-Za-z ]{0,24})?$"
)


def is_since(text: str, start: int, mention: PeriodMention) -> bool:
    """Whether a period, in a sentence from `start`, is when something was last so."""
    since = _SINCE.match(text, mention.start)
    end = since.end() if since else mention.start
    return _RECORD.search(text, max(start, mention.start - _REACH), end) is not None

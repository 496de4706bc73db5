"""Years of the quarters in a Chinese history of dividends: 108年起季配息,同年第一季2元,第二季起2.5元,110年第一季2.75元."""

from __future__ import annotations

import re

from generator.extraction.frozen import replace
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_DIVIDEND = "dividend"
_PER_SHARE = re.compile(r"股利|股息|[配派]息|[配派]发|红利")
_NOT_SINCE_THEN = re.compile(r"以来|[到至]今|迄今")


def in_dividends_year(marks: Scan, mention: PeriodMention) -> PeriodMention:
    """Return a bare quarter of a history of dividends with the year that its sentence named last."""
    if not _is_bare_quarter(mention) or not _tells_dividends(marks):
        return mention
    named = [m for m in marks.periods if m.end <= mention.start and m.says_its_year]
    year = named[-1].year if named and not named[-1].fiscal else None
    return replace(mention, year=year) if year else mention


def pays_from(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a quarter from which on so much is paid is the one that a dividend is told of: 第二季起调高为2.5元."""
    behind = _NOT_SINCE_THEN.match(marks.text, mention.end)
    return mention.scope == "quarter" and behind is None and _tells_dividends(marks)


def _is_bare_quarter(mention: PeriodMention) -> bool:
    """Whether a mention is a quarter of no year."""
    return mention.scope == "quarter" and not (mention.says_its_year or mention.relation)


def _tells_dividends(marks: Scan) -> bool:
    """Whether a Chinese sentence tells dividends alone of all that is paid by the share."""
    if not marks.chinese or not _PER_SHARE.search(marks.text, marks.sentence.start, marks.sentence.end):
        return False
    return all(_DIVIDEND in m.metrics for m in marks.metrics)

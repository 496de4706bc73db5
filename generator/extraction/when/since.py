"""Since when something has not been so: `the first fall in sales since 2003` tells of no figure of 2003."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_SINCE = re.compile(r"[Ss]ince\b")
_REACH = 90  # characters before a period, within which the record stands
_RECORD = re.compile(
    r"\b(?:first|only|[a-z]{2,}est|most|least|worst|best|record|not|never)\b[^.;:]{0,70}?\bsince(?: at least)?(?: the| its)?(?: [A-Za-z ]{0,24})?$"
)
# `First Drop in Deliveries Since 2020`, in a title that writes its words so
_TITLED = re.compile(
    r"\b(?:First|Only|[A-Z][a-z]{1,10}est|Most|Least|Worst|Best|Record)\b[^.;:]{0,70}?\bSince(?: At Least)?(?: The| Its)? ?$"
)
# `自2023年热潮显现以来`, `2021年以来最差季度`: when something began, or was last so.
_SINCE_BEFORE = re.compile(r"(?:自|从)\s*$")
_SINCE_AFTER = re.compile(r"[^,;。]{0,24}?以来|年?起(?![点初始码伏家价])")
# 这是继2021财年第一财季之后首次下滑: the one that a record is told from
_LAST_SO = re.compile("(?:自从|继|自|从)(?:了)?$")
_AFTER_IT = re.compile("[^,;。\\d]{0,6}?(?:之后|以后|后)")


# `No quarter this year was better for the division`, `better than any other month of 2025`: among which it is the best
_AMONG = re.compile(
    r"\b(?:[Nn]o|[Nn]one|[Aa]ny|[Nn]either)(?: (?:other|single|previous|earlier|one))* (?:quarter|month|half|period|three[- ]month period)s?(?: so far)?(?: (?:of|in|during|since|within))? (?:the )?$"
)


def is_since(text: str, start: int, mention: PeriodMention) -> bool:
    """Whether a period, in a sentence from `start`, is when something was last so."""
    since = _SINCE.match(text, mention.start)
    end = since.end() if since else mention.start
    said = text[max(start, mention.start - _REACH) : end]
    return _RECORD.search(said) is not None or _TITLED.search(said) is not None


def is_beginning(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a mention says since when something has been so."""
    if is_since(marks.text, marks.sentence.start, mention):
        return True
    since = _SINCE_AFTER.match(marks.text, mention.end, marks.sentence.end)
    return since is not None and (
        since.end() - mention.end <= 2 or bool(_SINCE_BEFORE.search(marks.text, mention.start - 2, mention.start))
    )


def is_of_all_told(marks: Scan, mention: PeriodMention) -> bool:
    """Whether an English mention only says among which times none is like the one that is told."""
    return bool(_AMONG.search(marks.text, max(marks.sentence.start, mention.start - 60), mention.start))


def is_last_so(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a mention is of when something was last so, before what is told: 继2021财年第一财季之后首次下滑."""
    lead = _LAST_SO.search(marks.text, max(marks.sentence.start, mention.start - 2), mention.start)
    return bool(lead and _AFTER_IT.match(marks.text, mention.end, marks.sentence.end))

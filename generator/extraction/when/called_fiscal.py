"""Which of two names the quarter reported on goes by: the fiscal year's, where a text that is headed by the calendar's calls it so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.spoken import Spoken
from generator.extraction.reading import Reading
from generator.extraction.unmarked_teasers import is_set_between, lead_of
from generator.extraction.when.opening import opening
from generator.settings.period import Period

# `the fiscal quarter ended July 1`
_CALLED = re.compile(r"\b[Ff]iscal quarter,? (?:that |which )?(?:ended|ending)\b")
_LEAD = 20  # characters before a quarter, within which it is called so
_OPENING = 4  # sentences, within which a text on several companies says it of the one that it is headed by


def named_once(
    reading: Reading, calendar: Calendar, period: Period | None, several: bool, others: Collection[int] = ()
) -> Period | None:
    """Return the quarter reported on by the name that its text gives it: `record June quarter`, then `its fiscal third quarter`."""
    own = calendar.as_fiscal(period) if period else None
    if own is None:
        return period
    for text, mention in _named(reading, several, others):
        quarter = calendar.resolve(mention, Spoken()) if mention.scope == "quarter" else None
        called = quarter == period and _CALLED.search(text, max(0, mention.start - _LEAD), mention.end)
        if quarter == own or called:
            return own
    return period


def _named(reading: Reading, several: bool, others: Collection[int]) -> Iterator[tuple[str, PeriodMention]]:
    yield from ((reading.title, m) for m in period_mentions(reading.title, 0, len(reading.title)))
    lead = lead_of(reading)
    for sentence in opening(reading, _OPENING) if several else reading.sentences:
        if sentence.start in others or is_set_between(reading, sentence, lead):
            continue
        yield from ((reading.text, m) for m in period_mentions(reading.text, sentence.start, sentence.end))

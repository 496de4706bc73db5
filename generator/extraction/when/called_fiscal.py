"""Which of two names the quarter reported on goes by: the fiscal year's, where a text that is headed by the calendar's calls it so."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.extraction.periods.calendar import Calendar, Spoken
from generator.extraction.periods.mention import PeriodMention, period_mentions
from generator.extraction.reading import Reading
from generator.extraction.unmarked_teasers import is_set_between, lead_of
from generator.extraction.when.opening import opening
from generator.settings.period import Period

_OPENING = 4  # sentences, within which a text on several companies says it of the one that it is headed by


def named_once(
    reading: Reading, calendar: Calendar, period: Period | None, several: bool, others: Collection[int] = ()
) -> Period | None:
    """Return the quarter reported on by the name that its text gives it: `record June quarter`, then `its fiscal third quarter`."""
    own = calendar.as_fiscal(period) if period else None
    if own is None:
        return period
    named = (calendar.resolve(m, Spoken()) for m in _named(reading, several, others) if m.scope == "quarter")
    return own if own in named else period


def _named(reading: Reading, several: bool, others: Collection[int]) -> Iterator[PeriodMention]:
    yield from period_mentions(reading.title, 0, len(reading.title))
    lead = lead_of(reading)
    for sentence in opening(reading, _OPENING) if several else reading.sentences:
        if sentence.start in others or is_set_between(reading, sentence, lead):
            continue
        yield from period_mentions(reading.text, sentence.start, sentence.end)

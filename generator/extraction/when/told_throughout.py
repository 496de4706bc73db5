"""The quarter that a text tells results of beyond its opening, where that names none: `Revenue climbed to 180 billion yuan in the first quarter`, at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.periods.mention import REPORTED
from generator.extraction.periods.spoken import Spoken
from generator.extraction.reading import Reading
from generator.extraction.when.came import tells_what_came
from generator.extraction.when.months import opens_with_a_month
from generator.extraction.when.since import is_since
from generator.settings.period import Period

_EARNED = re.compile(
    r"\b(?:revenues?|net sales|turnover|profits?|earnings|EPS|income|loss(?:es)?|EBITD?A?|margins?|NP|GPM)\b|营收|收入|净利|纯利|盈利|溢利|亏损|毛利|获利|营业利润",
    re.I,
)
_AMOUNT = re.compile(r"[$€£¥] ?\d|\d[\d.,]* ?(?:%|per ?cent|pct|(?:[mb]illion|trillion|bn|mn|m|yuan)\b|[万亿元])")
_LABEL = 48  # characters: a sentence that is no longer and tells no amount is a label over the next: `3Q25 wrap.`, `June-quarter results at a glance`


def quarter_told(reading: Reading, calendar: Calendar) -> Period | None:
    """Return the quarter that ended last, as a text calls it that tells anywhere what was earned in it; news of a month's sales only look back on it."""
    own = calendar.own_quarter()
    if own is None or opens_with_a_month(reading):
        return None
    names = (own, calendar.as_fiscal(own))
    told = (period for stretch in _told(reading) for period in _periods(reading.text, *stretch, calendar))
    return next((period for period in told if period in names), None)


def _told(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that tell what was earned: sentences, and the labels right above them."""
    text, above = reading.text, None
    for sentence in reading.sentences:
        start, end = sentence.start, sentence.end
        amount = _AMOUNT.search(text, start, end)
        if amount and _EARNED.search(text, start, end):
            yield from ((above, start), (start, end)) if above is not None else ((start, end),)
        above = start if not amount and end - start <= _LABEL else None


def _periods(text: str, start: int, end: int, calendar: Calendar) -> list[Period | None]:
    """Return the periods that a stretch names and tells of: nothing is expected of them, and nothing only set beside them."""
    named = [m for m in period_mentions(text, start, end) if m.scope in REPORTED]
    told = (m for m in named if tells_what_came(text, start, m) and not is_since(text, start, m))
    return [calendar.resolve(m, Spoken()) for m in told]

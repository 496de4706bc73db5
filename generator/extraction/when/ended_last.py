"""The quarter that ended last, which a text reports on that names the one before it only in passing: 整體毛利率22%,第二季為21.8%。…截至9月底…預計第四季交付."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.beginnings import sought
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.spoken import Spoken
from generator.extraction.reading import Reading
from generator.extraction.when.came import tells_what_came
from generator.extraction.when.months import opens_with_a_month, titled_month
from generator.extraction.when.opening import opening
from generator.extraction.when.previews import FIRST, awaits_results, foresees_results, is_previewed
from generator.extraction.when.results_out import tells_results
from generator.extraction.when.told_throughout import quarter_told
from generator.settings.period import Period

_AHEAD = re.compile(
    r"料|预计|预期|预估|预测|展望|指引|财测|\b(?:expects?|expected|expecting|forecasts?|forecasting|sees|projects?|guid(?:es?|ed|ing|ance)|outlook|anticipates?|predicts?|estimates?|will|should)\b",
    re.I,
)
_A_MONTH, _A_QUARTER_AND_MORE = 31, 150  # days between the ends of two quarters, one of which is the calendar's
_OUT = 15  # days after a quarter, before which its results are not out
_NEAR = 80  # characters before a quarter, within which a word says that something is expected of it
_BEHIND = 24  # characters behind it: `in the fourth quarter, it expects`, 第四季指引方面,预计
# `ended June with $30.7 billion in cash`, `cash of $30.7 billion at the end of June`
_ENDED = re.compile(r"\b(?:ended|ending|closed|finished|exited) $")
_SAME_QUARTER = sought(
    r"\b(?:same|corresponding|comparable|equivalent) (?:three-month )?quarter (?:of (?:the )?(?:last|previous|prior|preceding) year|last year|a year (?:ago|earlier|before))|\byear-(?:ago|earlier) quarter\b|\bprior-year quarter\b"
)
_AMOUNT = re.compile(r"\d ?(?:[mb]illion|trillion|bn|mn|[万亿])|\d{1,3},\d{3}|[$€£¥] ?\d")


def reports_the_last(reading: Reading, calendar: Calendar, named: Period) -> Period | None:
    """Return the quarter that ended last, where a text names the one before first, and awaits that one's results or shows that they are out."""
    own = calendar.own_quarter()
    if own is None or own.kind != "quarter" or not _is_before(calendar, named, own):
        return None
    if awaits_results(reading, calendar) or is_previewed(reading) or foresees_results(reading):
        return own  # `Nvidia to report Wednesday … In the second quarter revenue was $30 billion`
    told = quarter_told(reading, calendar)
    return told or (own if _shows(reading, calendar, own) else None)


def results_of_the_last(reading: Reading, calendar: Calendar) -> bool:
    """Whether a text that opens with results names no quarter, and shows that they are of the one that ended last: `returns to profit. … at the end of September … For the fourth quarter it expects`."""
    own, title = calendar.own_quarter(), reading.title
    if own is None or own.kind != "quarter" or _is_of_a_month(reading, calendar):
        return False
    told = tells_results(title, 0, len(title), calendar, True) or any(
        tells_results(reading.text, s.start, s.end, calendar, False) for s in opening(reading, FIRST)
    )
    return _shows(reading, calendar, own) if told else _is_set_beside(reading, calendar, own)


def _is_of_a_month(reading: Reading, calendar: Calendar) -> bool:
    """Whether a text is news of a month's sales, that looks back on quarters."""
    return titled_month(reading, calendar) is not None or opens_with_a_month(reading)


def _is_before(calendar: Calendar, named: Period, own: Period) -> bool:
    """Whether a quarter is the one before another, whichever of the two ways it is called in."""
    days = (calendar.ended(own) - calendar.ended(named)).days
    return named.kind == "quarter" and _A_MONTH < days < _A_QUARTER_AND_MORE


def _mentions(reading: Reading) -> Iterator[tuple[PeriodMention, int, int]]:
    """Yield the periods that a text names behind its title, with the sentence of each."""
    for sentence in reading.sentences:
        if not sentence.title:
            for mention in period_mentions(reading.text, sentence.start, sentence.end):
                yield mention, sentence.start, sentence.end


def _shows(reading: Reading, calendar: Calendar, own: Period) -> bool:
    """Whether a text shows that a quarter is over and told: so much there was on its last day, so much a year before it, so much is expected of the one after, and nothing of itself."""
    out = calendar.days_since(own) >= _OUT  # no results are told so soon, whatever else the text says
    if _is_set_beside(reading, calendar, own) or (out and _SAME_QUARTER.search(reading.text)):
        return True
    ahead: set[Period | None] = set()
    for mention, start, end in _mentions(reading):
        if mention.scope == "quarter" and _is_expected(reading.text, start, end, mention):
            ahead.add(calendar.resolve(mention, Spoken(), ahead=True))
        elif _tells_its_last_day(reading.text, start, end, mention):
            day = calendar.resolve(mention, Spoken())
            if day is not None and day.end == calendar.ended(own):
                return True
    called = calendar.as_fiscal(own)
    own_ahead, after = {own, called}, {own.quarter_after(), called.quarter_after() if called else own.quarter_after()}
    return out and bool(after & ahead) and not own_ahead & ahead


def _is_set_beside(reading: Reading, calendar: Calendar, own: Period) -> bool:
    """Whether a text sets something beside the quarter a year before: `a tenth of a point lower than in the third quarter of 2024`."""
    named = ((m, start) for m, start, _ in _mentions(reading) if m.year and m.scope == "quarter")
    beside = (m for m, start in named if not tells_what_came(reading.text, start, m))
    return any(calendar.resolve(m, Spoken()) == own.years_before() for m in beside)


def _is_expected(text: str, start: int, end: int, mention: PeriodMention) -> bool:
    """Whether something is expected of a quarter: `in the fourth quarter, it expects`."""
    return bool(_AHEAD.search(text, max(start, mention.start - _NEAR), min(mention.end + _BEHIND, end)))


def _tells_its_last_day(text: str, start: int, end: int, mention: PeriodMention) -> bool:
    """Whether a sentence tells how much there was on a day, or when a month ended."""
    low = max(start, mention.start - _NEAR)
    last = mention.scope == "instant" or (mention.scope == "month" and _ENDED.search(text, low, mention.start))
    return bool(last and not _AHEAD.search(text, low, mention.start) and _AMOUNT.search(text, start, end))

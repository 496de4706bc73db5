"""What a text opens with: the first sentences that tell something, behind its title and the lines of who wrote it."""

from __future__ import annotations

from generator.extraction.periods.in_text import period_mentions
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence
from generator.extraction.unmarked_teasers import is_set_between, lead_of
from generator.extraction.when.headed_years import heads_with_year

_ABOVE = 8  # sentences of a title and of lines that may stand above what a text tells
_SHORT = 60  # characters: a line that is longer may tell something, though it has no stop


def opening(reading: Reading, count: int) -> list[Sentence]:
    """Return the first sentences of what a text tells, at most `count`: a title is read by itself, and `By Jane Roe` tells nothing."""
    lead = lead_of(reading)
    told = [
        s for s in reading.sentences[: count + _ABOVE]
        if not (s.title or _says_no_time(reading, s) or is_set_between(reading, s, lead))
    ]  # fmt: skip
    return told[:count] or reading.sentences[:count]


def _says_no_time(reading: Reading, sentence: Sentence) -> bool:
    """Whether a short line without a stop names no period but a day: `Photo: the company's headquarters`, 2025-11-18 来源:新浪财经, or a year beside what it shows: `The logo outside a dealership in 2023`."""
    if sentence.end - sentence.start > _SHORT or not reading.is_line(sentence):
        return False
    return all(
        m.scope == "instant" or (m.scope == "year" and not heads_with_year(reading.text, sentence, m))
        for m in period_mentions(reading.text, sentence.start, sentence.end)
    )

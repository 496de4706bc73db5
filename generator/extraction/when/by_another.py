"""Periods that English names by one that it named before: `380,000 cars this year and 520,000 the next`, `a slowdown from the December quarter. In that quarter, revenue rose`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.corpus.beginnings import sought
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.periods.mention import PeriodMention

# `380,000 this year and 520,000 the next`, `in 2026 and the year after`: alone, with no noun that says the next what
_AFTER = sought(
    r"(?:\b(?:in|for|by|over|during) |(?<=[\d%nm] )|(?<=cars )|(?<=units )|(?<=vehicles ))(?P<that>the (?:next(?: one)?|following(?: one| year)?|one after(?: that)?|year after(?: that)?))(?=[,.;:)]|$| (?:and|but|or|while)\b)"
)
# `targets 10.2 billion euros in 2027 and 8 billion in cash that year`
_THAT_YEAR = sought(r"\b(?P<that>[Tt]hat year)\b(?!['’]s)(?! (?:earlier|later|before|after|on)\b)")
_EXPECTS = re.compile(
    r"\b(?:sees?|expects?|forecasts?|guides?|anticipates?|projects?|predicts?|will|should|looking for|expecting|forecasting|guiding)\b"
)
_HAD = re.compile(r"\b(?:had|was|were)\b")
_BEHIND = (
    40  # characters behind a quarter, within which stands that it is to come: `In the June quarter, sales should grow`
)
_JUST_BEFORE = 240  # characters before a sentence, within which the quarter is named that it calls `that quarter`


def with_the_next(marks: Scan) -> Scan:
    """Return marks with the years and quarters that a sentence only calls the next, behind one that it names."""
    if marks.chinese or not marks.amounts:
        return marks
    within = (marks.sentence.start, marks.sentence.end)
    said = _AFTER.finditer(marks.text, *within) if marks.periods else ()
    found = [m for m in (_after(marks, *one.span("that")) for one in said) if m is not None]
    found += [
        m for m in (_year_meant(marks, *one.span("that")) for one in _THAT_YEAR.finditer(marks.text, *within)) if m
    ]
    if not found:
        return marks
    others = [m for m in marks.periods if not any(m.start < n.end and n.start < m.end for n in found)]
    return replace(marks, periods=sorted([*others, *found], key=lambda m: m.start))


def _year_meant(marks: Scan, start: int, end: int) -> PeriodMention | None:
    """Return the year that `that year` is: the one named last, in this sentence or shortly before."""
    named = period_mentions(marks.text, max(0, marks.sentence.start - _JUST_BEFORE), start)
    last = next((m for m in reversed(named) if m.year), None)
    if last is None or last.scope != "year" or last.dated:
        return None
    return replace(last, start=start, end=end)


def _after(marks: Scan, start: int, end: int) -> PeriodMention | None:
    """Return the mention after the one that a sentence names last before `the next`: of the year, or the quarter, behind it."""
    before = [m for m in marks.periods if m.end <= start]
    last = before[-1] if before else None
    if last is None or last.dated or last.scope not in ("year", "quarter"):
        return None
    if last.scope == "year" and (last.year or last.shift is not None):
        return replace(
            last,
            start=start,
            end=end,
            year=last.year and last.year + 1,
            shift=None if last.shift is None else last.shift + 1,
        )
    if last.scope == "quarter" and "year" not in marks.text[start:end]:
        year = last.year + last.number // 4 if last.year else None
        return replace(last, start=start, end=end, number=last.number % 4 + 1, year=year)
    return None


def named_last(marks: Scan, mention: PeriodMention) -> PeriodMention:
    """Return the quarter that the text named last for `that quarter`, which is none of the amounts' own before it."""
    last = _meant_by_that(marks, mention)
    return replace(last, start=mention.start, end=mention.end) if last else mention


def was_to_come(marks: Scan, mention: PeriodMention) -> bool:
    """Whether `that quarter` is one of which the text said before that something is expected: `sees growth in the June quarter. The margin in that quarter`."""
    last = _meant_by_that(marks, mention)
    if last is None:
        return False
    start = max(marks.text.rfind(stop, 0, last.start) for stop in (". ", '." ', "\n")) + 1
    said = _EXPECTS.search(marks.text, start, min(last.end + _BEHIND, marks.sentence.end))
    return said is not None and not _HAD.search(marks.text, start, last.start)


def _meant_by_that(marks: Scan, mention: PeriodMention) -> PeriodMention | None:
    """Return the mention of the quarter that `that quarter` stands for."""
    if not is_that_quarter(marks, mention):
        return None
    named = period_mentions(marks.text, max(0, marks.sentence.start - _JUST_BEFORE), mention.start)
    return next((m for m in reversed(named) if m.scope == "quarter"), None)


def is_that_quarter(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a mention is `that quarter`, whose name stands before it."""
    return marks.text[mention.start : mention.end].lower() == "that quarter"

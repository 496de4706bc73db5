"""Quarters and halves of which only the number is said, since what they are was said before: `39,790 in the third quarter, compared with 27,307 in the second`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention, Scope
from generator.extraction.whose.ground import Ground
from generator.settings.period import Period

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "opening": 1}
_ALONE = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Ff]or|from|than|with|against|to|that of|[\d%n] of) (?:both )?the (?P<number>first|second|third|fourth)"
    r"(?=[,.;:)]|$| (?:and|but|or|after|when|because|while|versus|was|were|came|rose|fell|grew)\b| to (?:about |around |over |just )?[A-Z]{0,3} ?[$€£¥]?\d)"
)
_OPENS = re.compile(
    r"\s*(?:In|During|For|Over) the (?P<number>first|second|third|fourth),? (?=(?:it|they|its|their|the|this|that|those|[a-z]+ (?:was|were|had))\b|[A-Z]|[$€£¥]?\d)"
)
# `compared with 27,307 in the second`, `after 6.4 billion yuan in the fourth`
_BESIDE = re.compile(
    r"\b(?:from|than|compared|against|versus|vs|after|following|over|on|up|down|above|below|exceed\w*|beat\w*)\b"
)
_COUNTED = re.compile(r"(?: [a-z]+){0,2} (?:in|of|for|during) (?:the )?")  # an amount right before `in the second`
# `for the current quarter, after 95 billion yuan in the last`, `the fourth quarter, up from 19.0 billion in the one before`
_BEFORE_IT = re.compile(
    r"\b(?:in|of|from|than|with|on) (?P<that>the (?:last|previous|preceding|(?:previous|preceding|prior) one|one before))(?=[,.;:)]|$)"
)
# `For the current quarter, the third of fiscal 2025, it forecast`, `the quarter to April, the first of its 2026 financial year`
_OF_ITS_YEAR = re.compile(
    r"\b(?P<part>quarter|half)(?:,? (?:ended|ending|to|through|which ends|that ends|that ended|which ended|until) [^,;.]{3,24})?, (?:which is |which was )?(?:the|its) (?P<number>first|second|third|fourth|final|last)(?: one)? (?:(?:of|in) (?:(?:its|the|their) )?(?:company['’]s )?)?$"
)
# `In the second quarter, the best of 2025 so far, revenue was`
_BEST_OF = re.compile(
    r"\b(?:quarter|half), (?:the|its) (?:[a-z]+ )?(?:best|strongest|weakest|worst|busiest|slowest|biggest|largest)(?: one| quarter)? (?:(?:of|in) )?$"
)
_LEAD = 90  # characters before a year, within which a quarter is said to be one of its
_PARTS: dict[str, Scope] = {"quarter": "quarter", "half": "half"}
_HALVES = 2


def with_ordinals_alone(marks: Scan, ground: Ground) -> Scan:
    """Return marks with the quarters and halves that a sentence calls by their number alone."""
    if marks.chinese or not (marks.amounts or marks.metrics):
        return marks
    low, high = marks.sentence.start, marks.sentence.end
    opens = _OPENS.match(marks.text, low, high)
    said = [*([opens] if opens else []), *_ALONE.finditer(marks.text, low, high)]
    meant = (_meant(marks, ground, one, one is opens) for one in said)
    back = (_one_before(marks, said) for said in _BEFORE_IT.finditer(marks.text, low, high))
    found = [m for m in (*meant, *back) if m is not None and not marks.is_marked(m.start, m.end)]
    if not found:
        return marks
    return replace(marks, periods=sorted([*marks.periods, *found], key=lambda m: m.start))


def with_parts_of_years(marks: Scan) -> Scan:
    """Return marks with a year whose quarter is told by its number as that quarter: `the current quarter, the third of fiscal 2025`."""
    if marks.chinese:
        return marks
    periods = [_part_of(marks, m) for m in marks.periods if not _is_best_of(marks, m)]
    return marks if periods == marks.periods else replace(marks, periods=periods)


def _is_best_of(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a year only says of which one a quarter is the best so far."""
    low = max(marks.sentence.start, mention.start - _LEAD)
    return mention.scope == "year" and _BEST_OF.search(marks.text, low, mention.start) is not None


def _part_of(marks: Scan, mention: PeriodMention) -> PeriodMention:
    """Return a mention of a year as the quarter or half of it that words right before it call by its number."""
    if mention.scope != "year" or not mention.year:
        return mention
    said = _OF_ITS_YEAR.search(marks.text, max(marks.sentence.start, mention.start - _LEAD), mention.start)
    if said is None:
        return mention
    scope = _PARTS[said["part"]]
    number = ORDINALS.get(said["number"], _HALVES if scope == "half" else 4)
    return replace(mention, start=said.start("number"), scope=scope, number=number)


def _meant(marks: Scan, ground: Ground, said: re.Match[str], opens: bool) -> PeriodMention | None:
    """Return the mention that an ordinal stands for, by what was called a quarter or a half before it."""
    start, end = said.span("number")
    number = ORDINALS[said["number"]]
    like = _named(marks, start)
    if like is not None and like.relation is None:
        return _after(marks, like, number, start, end)
    told = ground.period if ground.period and ground.period.kind in _PARTS else ground.quarter
    ends = [a.end for a in marks.amounts] + [m.end for m in marks.metrics]
    counted = any(_COUNTED.fullmatch(marks.text, at, start) for at in ends)
    if told is None or not (opens or like is not None or counted):
        return None
    return _before(told, number, start, end)


def _one_before(marks: Scan, said: re.Match[str]) -> PeriodMention | None:
    """Return the quarter before the one that a sentence named last, which it calls no more than that."""
    start, end = said.span("that")
    like = _named(marks, start)
    if like is None or like.start > start or like.scope not in ("quarter", "relative"):
        return None
    if like.scope == "relative":
        return replace(like, start=start, end=end, relation="told" if like.relation in ("next", "running") else "prev")
    back = like.number == 1
    year = like.year - back if like.year else None
    return replace(like, start=start, end=end, number=4 if back else like.number - 1, year=year, dated=False, month=0)


def _named(marks: Scan, at: int) -> PeriodMention | None:
    """Return the quarter or half that a sentence names last before an offset, or behind one that it leads to: `from 1,211 in the first to 1,073 in the second quarter`."""
    parts = [m for m in marks.periods if m.scope in _PARTS or (m.scope == "relative" and m.number == 3)]
    before = [m for m in parts if m.end <= at]
    behind = [m for m in parts if m.start > at and m.relation is None]
    return before[-1] if before else behind[0] if behind else None


def _after(marks: Scan, like: PeriodMention, number: int, start: int, end: int) -> PeriodMention | None:
    """Return a mention like one of the sentence: of the same year, or of the year before where it is set beside."""
    if number == like.number or (like.scope == "half" and number > _HALVES):
        return None
    beside = _BESIDE.search(marks.text, like.end, start) if like.end <= start else None
    back = number > like.number and beside is not None
    year = like.year - back if like.year else None
    shift = like.shift - back if like.shift is not None else None
    return replace(like, start=start, end=end, number=number, year=year, shift=shift, dated=False, month=0)


def _before(told: Period, number: int, start: int, end: int) -> PeriodMention | None:
    """Return a mention of the quarter or half before that a text spoke of: of its year, or the last such one that is over."""
    own, scope = int(told.label[-1]), _PARTS[told.kind]
    if number == own or (scope == "half" and number > _HALVES):
        return None
    return PeriodMention(start, end, scope, told.year if number < own else None, number, fiscal=told.fiscal)

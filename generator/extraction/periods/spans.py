"""What a span of periods holds: each year of 2021年至2023年, each quarter of 24Q1-25Q1 or 前三季, each month of 1-3月."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.extraction.periods.mention import PARTS, UNTIL, PeriodMention

_MONTHS = re.compile(r"(?:(?P<year>20\d\d)年)?(?P<first>\d{1,2})月?\s?[-~至到]\s?(?P<last>\d{1,2})月份?")
# 前三季收入分别为…, 一至四季度…, 2025Q1-Q3…: what is told of several quarters together may be told of each
_QUARTERS = re.compile(
    r"[前首](?P<count>[两二三23])个?季|(?:第?[一1]季?度?\s?[-~至到]\s?第?|Q1\s?[-~至到]\s?Q?|1\s?[-~]\s?)(?P<last>[二三四2-4])(?:个?季|Q|$)"
)
_LONG_UNTIL = re.compile(r"起?(?:的)?\s?(?:一直)?(?:至|到|-|–|~)\s?")
_COUNTS = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}
_IN_A_YEAR = {"year": 1, "quarter": 4}


def spanned(named: Sequence[PeriodMention], text: str, before: int, count: int) -> Sequence[PeriodMention]:
    """Return each period of the last span before an offset that holds as many as asked for."""
    found = _spans([p for p in named if p.end <= before], text)
    return next((span for span in found if len(span) == count), ())


def is_span(text: str, first: PeriodMention, last: PeriodMention) -> bool:
    """Whether two years, or two quarters with their years, are the first and the last of several."""
    alike = first.scope == last.scope and first.scope in _IN_A_YEAR
    return alike and bool(first.year and last.year and UNTIL.fullmatch(text, first.end, last.start))


def is_long_span(text: str, first: PeriodMention, last: PeriodMention) -> bool:
    """Whether a year and a part of a later one are the first and the last of several years: 2022年至2025年上半年."""
    of_years = first.scope == "year" and last.scope in PARTS and first.year and last.year and first.year < last.year
    return bool(of_years and _LONG_UNTIL.fullmatch(text, first.end, last.start))


def _spans(named: Sequence[PeriodMention], text: str) -> Iterator[list[PeriodMention]]:
    for mention in reversed(named):
        if said := _QUARTERS.search(text, mention.start, mention.end):
            yield _quarters(mention, _COUNTS[said["count"] or said["last"] or said["all"]])
        if said := _MONTHS.fullmatch(text, mention.start, mention.end):
            yield _months(mention, said)
    for first, last in reversed(list(pairwise(named))):
        if is_span(text, first, last):
            yield _each(first, last)


def _each(first: PeriodMention, last: PeriodMention) -> list[PeriodMention]:
    length = _IN_A_YEAR[first.scope]
    low, high = ((p.year or 0) * length + max(p.number - 1, 0) for p in (first, last))
    numbers = ((i // length, i % length + 1 if length > 1 else 0) for i in range(low, high + 1))
    fiscal = first.fiscal or last.fiscal  # 2025-2027财年
    return [replace(last, year=year, number=number, fiscal=fiscal) for year, number in numbers]


def _quarters(mention: PeriodMention, count: int) -> list[PeriodMention]:
    return [replace(mention, scope="quarter", number=number) for number in range(1, count + 1)]


def _months(mention: PeriodMention, said: re.Match[str]) -> list[PeriodMention]:
    year = int(said["year"]) if said["year"] else None
    numbers = range(int(said["first"]), min(int(said["last"]), 12) + 1)
    return [PeriodMention(mention.start, mention.end, "month", year, number) for number in numbers]

"""What 也 takes over from the sentence before: 毛利率季增0.9个百分点。营业利益率也提升1个百分点 is against the quarter before as well."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.cues import Against
from generator.extraction.marks.scanning import Scan

UNSAID = "of the two times that the sentence before compares with, it is not said which"
_TOO = re.compile(r"(?:也|亦|同样|同步)(?!许|即|就|不)[^,;。\d]{0,8}$")
_NEAR = 14  # characters before a change, within which it is said to have moved as well
_ENDS = re.compile(r"[。\n]")
_BACK = 120  # characters of the sentence before
_MOVED = r"(?:[微小略大劲激暴锐]?[增减升降跌]|成长|衰退)"
_BASES: tuple[tuple[Against, re.Pattern[str]], ...] = (
    ("yoy", re.compile(rf"同比|按年|年{_MOVED}|[较比与跟]?(?:去年|上年|前年|前一年)同[期季月]|一年前")),
    ("qoq", re.compile(rf"环比|按季|(?<![一二三四\d])季{_MOVED}|[较比与跟][上前][一1]?个?季")),
    ("mom", re.compile(rf"按月|(?<![\d一二三四五六七八九十])月{_MOVED}|[较比与跟](?:上一?|前一?)个?月")),
)


def taken_over(scan: Scan, amount: Amount) -> tuple[Against, str | None]:
    """Return what a change of which nothing else is said is against: with 也 what the one of the sentence before was, else the year before."""
    low = max(scan.sentence.start, amount.start - _NEAR)
    if not scan.chinese or not _TOO.search(scan.text, low, amount.start):
        return "yoy", None
    end = scan.sentence.start
    before = _ENDS.split(scan.text[max(0, end - _BACK) : end].rstrip("。 "))[-1]
    told = sorted((found.start(), against) for against, said in _BASES if (found := said.search(before)))
    first = told[0][1] if told else "yoy"
    return first, UNSAID if len(told) > 1 and first != "yoy" else None

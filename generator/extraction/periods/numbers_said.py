"""The year, month and number that the parts of a period's name say: 去年, `fiscal`, 次季, `first`."""

from __future__ import annotations

from generator.corpus.months import BEGINNINGS
from generator.corpus.numerals import chinese_number

_NUMBERS = {"首": 1, "次": 2, "末": 4, "后": 4, "final": 4, "last": 4, "closing": 4, "I": 1, "II": 2, "III": 3, "IV": 4}
ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "opening": 1,
}
_WORD_YEARS = {"年底": 0, "年底前": 0, "年内": 0, "今年": 0, "本年": 0, "this year": 0, "the current year": 0, "the year": 0, "去年": -1, "上年": -1, "上一年": -1, "last year": -1, "past year": -1, "前年": -2, "明年": 1, "今": 0, "明": 1, "后": 2, "后年": 2, "next year": 1}  # fmt: skip
SPANS = {"three": 3, "six": 6, "nine": 9, "twelve": 12}
_MONTHS = BEGINNINGS.lower().split("|")

# Which fiscal year a word means, told from the one that runs; the others mean the one before.
FISCAL_YEARS = {
    "this": 0,
    "the": 0,
    "current": 0,
    "ongoing": 0,
    "running": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "本": 0,
    "今": 0,
    "当前": 0,
    "下": 1,
    "下一": 1,
}
_REPUBLIC = 1911  # the year before the first that Taiwan counts: 108年 is 2019
_OVERHANG = 7  # days into the next month, up to which a quarter of thirteen weeks may run


def year_of(parts: dict[str, str]) -> tuple[int | None, int | None]:
    """Return the year that is said, or the years from the publication's: 2025年, 去年."""
    if "ye" in parts:
        return None, None  # `third quarter ended October 26, 2025`: which year's third quarter, the fiscal year says
    if "y" in parts or "fy" in parts:
        year = int(parts.get("y") or parts["fy"])
        return year + _REPUBLIC * (year < _REPUBLIC), None
    if "yy" in parts or "fyy" in parts:
        return 2000 + int(parts.get("yy") or parts["fyy"]), None
    word = parts.get("yw", "").lower()
    return None, _WORD_YEARS.get(word)


def digit(text: str) -> int:
    """Return the number that a word, a numeral or a character says: 首, `IV`, 三."""
    return _NUMBERS[text] if text in _NUMBERS else int(text) if text.isdigit() else int(chinese_number(text) or 0)


def month_number(text: str) -> int:
    """Return the number of a month: 9, 九, `September`, `Sept.`."""
    said = chinese_number(text) if text[0] in "一二三四五六七八九十" else None
    number = int(text) if text.isdigit() else int(said) if said else _MONTHS.index(text[:3].lower()) + 1
    if not 1 <= number <= 12:
        raise ValueError(text)
    return number


def month_that_ended(month: int, year: int | None, day: int) -> tuple[int, int | None]:
    """Return the month that a quarter ended with: thirteen weeks may run into the next, as those to July 1."""
    if not 1 <= day <= _OVERHANG:
        return month, year
    return (month - 1, year) if month > 1 else (12, year - 1 if year else year)

"""Days and times that stand in a text: the one on which it was published, told from those of which it reports."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import datetime

from generator.corpus.months import BEGINNINGS
from generator.corpus.numerals import chinese_number

_ZH = "〇零一二三四五六七八九十"
_DATE = re.compile(
    r"(?P<y>(?:19|20)\d\d) ?(?:-|/|\.|年) ?(?P<m>\d{1,2}) ?(?:-|/|\.|月) ?(?P<d>\d{1,2})(?: ?日)?"
    rf"|(?P<y_zh>二[〇零][{_ZH}]{{2}})年(?P<m_zh>[{_ZH}]{{1,2}})月(?P<d_zh>[{_ZH}]{{1,3}})日"
    rf"|(?i:\b(?P<month>{BEGINNINGS})[a-z]*\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>20\d\d))"
    rf"|(?i:(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{BEGINNINGS})[a-z]*\.?,? (?P<year2>20\d\d))"
)
_TIME = re.compile(r"(?<![\d:])(\d{1,2})[:：](\d\d)(?:[:：]\d\d)?(?!\d)\s?(?:(?P<noon>[ap])\.?m\b)?", re.I)
_MONTHS = BEGINNINGS.lower().split("|")
# Around the days of a period that a text reports on: `for the quarter ended September 27, 2025`, 截至2025年9月30日止,
# 2025年1月1日至9月30日.
_BEFORE = re.compile(r"(?:\b(?:ended|ending|from|to|through)|[至到])\s*$", re.I)
_BEHIND = re.compile(
    rf"\s*(?:止|期[间間]|(?:[至到~～–—-]|to\b|through\b)\s*(?:\d+ ?[年月]|\d{{4}}[-/.]"
    rf"|{BEGINNINGS}|\d+ (?:{BEGINNINGS})))",
    re.I,
)
# Before any day, that of publication too, as in `priced as of 18 November 2025`: but the last of a month is a period's.
_AT = re.compile(r"(?:截[至止]?|\bas (?:of|at)|\bat|[於于])\s*$", re.I)


def days(text: str) -> Iterator[datetime]:
    """Yield the days that a text names, without those that begin or end the periods of which it reports."""
    for found in _DATE.finditer(text):
        if (day := _day(found)) and not _reported(text, found, day):
            yield day


def day_in(text: str) -> datetime | None:
    """Return the first day that a text names and that ends no period of which it reports."""
    return next(days(text), None)


def with_time(text: str, day: datetime) -> datetime:
    """Return a day with the time that a text names: 18:30, `6:30 PM`; midnight where it names none."""
    found = _TIME.search(text)
    if found is None:
        return day
    hour = int(found[1]) % 12 + 12 * (found["noon"] in "pP") if found["noon"] else int(found[1])
    try:
        return day.replace(hour=hour, minute=int(found[2]))
    except ValueError:
        return day


def undated(text: str) -> str:
    """Return a text with two blanks in the place of each day and time."""
    return _TIME.sub("  ", _DATE.sub("  ", text))


def _reported(text: str, found: re.Match[str], day: datetime) -> bool:
    before = text[max(0, found.start() - 12) : found.start()]
    if _BEFORE.search(before) or _BEHIND.match(text, found.end()):
        return True
    return day.day == monthrange(day.year, day.month)[1] and _AT.search(before) is not None


def _day(found: re.Match[str]) -> datetime | None:
    """Return a day; None for one that no calendar has."""
    year, day = (found["y"] or found["year"] or found["year2"]), (found["d"] or found["day"] or found["day2"])
    if named := found["month"] or found["month2"]:
        parts = [year, _MONTHS.index(named.lower()) + 1, day]
    elif found["y_zh"]:
        parts = [chinese_number(found[part]) or 0 for part in ("y_zh", "m_zh", "d_zh")]
    else:
        parts = [year, found["m"], day]
    try:
        return datetime(*map(int, parts))  # type: ignore[arg-type]
    except ValueError:
        return None

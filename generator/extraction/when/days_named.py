"""The days that a sentence names and that had come when it was published: `last Friday`, 周三, 4月24日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.corpus.beginnings import sought
from generator.extraction.frozen import frozen
from generator.extraction.whose.context import Surroundings

DAY = sought(
    r"\b(?:(?P<ago>[Yy]esterday)|(?P<now>[Tt]oday|[Tt]his (?:morning|afternoon))|(?P<last>[Ll]ast |[Pp]ast )?(?P<day>Mon|Tues|Wednes|Thurs|Fri)day)\b"
    r"|(?P<before>[上前]一?个?交易日|隔[夜晚])|(?P<week>上)?(?:本|这|上)?(?:周|星期|礼拜)(?P<day_zh>[一二三四五])(?![一二三四五六年月度])"
)
_DAYS = {"Mon": 0, "Tues": 1, "Wednes": 2, "Thurs": 3, "Fri": 4} | {day: i for i, day in enumerate("一二三四五")}
_BEFORE = 160  # characters before a semicolon, within which a day is said


@frozen
class DayNamed:
    """A day that a sentence names, and where."""

    start: int
    end: int
    day: date


def days_named(around: Surroundings) -> Iterator[DayNamed]:
    """Yield the days of a sentence that had come when it was published."""
    published, scan = around.calendar.published, around.scan
    for mention, period in around.resolved:
        if period.kind == "instant" and (published is None or period.end <= published):
            yield DayNamed(mention.start, mention.end, period.end)
    if published is None:
        return
    for word in DAY.finditer(scan.text, _from(around), scan.sentence.end):
        yield DayNamed(word.start(), word.end(), day_meant_last(word, published))


def _from(around: Surroundings) -> int:
    """Return where the days of a sentence may stand; one behind a semicolon goes on with the day of the last: 苹果周三收报268美元;特斯拉报403美元."""
    text, start = around.scan.text, around.scan.sentence.start
    if not around.scan.chinese or not text.endswith((";", "; "), 0, start):
        return start
    low = max(0, start - _BEFORE)
    return max(low, *(text.rfind(end, low, start) + 1 for end in "。\n"))


def day_meant_last(word: re.Match[str], published: date) -> date:
    """Return the last such day before publication, or its own: `last Friday`, told on one, was a week ago."""
    if word["before"]:  # 业绩公布前一个交易日,美团收报121元; the one before a Monday is a Friday
        return published - timedelta(days={0: 3, 6: 2}.get(published.weekday(), 1))
    if word["ago"] or word["now"]:
        return published - timedelta(days=1 if word["ago"] else 0)
    number = _DAYS[word["day"] or word["day_zh"]]
    if word["week"]:
        return published - timedelta(days=published.weekday() + 7 - number)
    back = (published.weekday() - number) % 7
    return published - timedelta(days=7 if word["last"] and not back else back)


def day_dated(said: re.Match[str], published: date) -> date | None:
    """Return the last day of a month and a day that had come when a text was published."""
    month, number = int(said["month"] or published.month), int(said["number"])
    for year in (published.year, published.year - 1):
        try:
            day = date(year, month, number)
        except ValueError:
            return None
        if day <= published:
            return day
    return None

"""Labels of a table that tell when it was in words of their own: `May-19` before a row, 年初至报告期末 over a column."""

from __future__ import annotations

import re

from generator.corpus.months import BEGINNINGS
from generator.settings.period import Period

# `May-19`, `May '19`: a month of a year; `May 19` is a day
_MONTH = re.compile(rf"(?P<month>(?:{BEGINNINGS})[a-z]{{0,6}})\.?(?:-| ?['’])(?P<year>\d\d)")
# A quarterly report's own words: 年初至报告期末 is nine months in that on the third quarter.
_TO_DATE = re.compile("年初至(?:本)?报告期末")
_AT_END = re.compile("本?报告期末")
_AT_LAST_END = re.compile("上年度?末")
_SO_FAR = {3: "第一季度", 6: "上半年", 9: "前三季度", 12: "全年"}


def dated(text: str, reported: Period | None) -> str:
    """Return a label with its month, or its spans and days in a Chinese report, as another text would tell them."""
    if month := _MONTH.fullmatch(text.strip()):
        return f"{month['month']} 20{month['year']}"
    if reported is None or reported.fiscal or reported.end.month not in _SO_FAR:
        return text
    year, end = reported.year, reported.end
    text = _TO_DATE.sub(f"{year}年{_SO_FAR[end.month]}", text)
    text = _AT_END.sub(f"{end.year}年{end.month}月{end.day}日", text)
    return _AT_LAST_END.sub(f"{year - 1}年12月31日", text)

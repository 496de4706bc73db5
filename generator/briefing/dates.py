"""What periods and days are called in both languages."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

from babel.dates import format_date

from generator.settings.model import OutputLanguage
from generator.settings.period import Period

_HALVES = {"1": "上半年", "2": "下半年"}
_QUARTERS = {"1": "第一季度", "2": "第二季度", "3": "第三季度", "4": "第四季度"}


def period_name(period: Period, language: OutputLanguage) -> str:
    """`Q3 2025` or `2025年第三季度`; an instant is `as of 31 December 2023` or `截至2023年12月31日`."""
    if period.kind == "instant":
        return f"as of {day_name(period.end)}" if language == "en" else f"截至{day_name(period.end, 'zh')}"
    part, fiscal = period.label.removeprefix("FY")[5:], period.fiscal
    if language == "en":
        year = f"FY{period.year}" if fiscal else str(period.year)
        if period.kind == "month":
            return str(format_date(period.end, format="MMM y", locale="en_GB")).replace("Sept ", "Sep ")
        return f"{part} {year}" if part else year
    year = f"{period.year}{'财年' if fiscal else '年'}"
    if period.kind == "month":
        return f"{year}{period.end.month}月"
    return (
        year
        + {
            "quarter": _QUARTERS.get(part[1:], ""),
            "half": _HALVES.get(part[1:], ""),
            "nine_months": "前三季度",
            "year": "",
        }[period.kind]
    )


def period_short(period: Period, language: OutputLanguage) -> str:
    """The period on an axis or above a column: `Q3 2025`, `2025Q3`."""
    if period.kind == "instant":
        return day_name(period.end, language)
    if language == "zh" and period.kind in ("quarter", "half"):
        return period.label.replace("-", "")
    return period_name(period, language)


def issue_name(issue: str, language: OutputLanguage) -> str:
    """Return what an issue is called: `Week 2, 2026`, `Q3 2025`, `2026年第2周`; any other bears its own name."""
    if week := re.fullmatch(r"(\d{4})-W(\d{2})", issue):
        year, number = week[1], int(week[2])
        return f"Week {number}, {year}" if language == "en" else f"{year}年第{number}周"
    try:
        period = Period(issue)
    except ValueError:
        return issue
    return day_name(period.end, language) if period.kind == "instant" else period_name(period, language)


@cache
def day_name(day: date, language: OutputLanguage = "en") -> str:
    """`7 January 2026` or `2026年1月7日`."""
    pattern, locale = ("d MMMM y", "en_GB") if language == "en" else ("y年M月d日", "zh")
    return str(format_date(day, format=pattern, locale=locale))


def moment_name(moment: datetime | None, language: OutputLanguage) -> str:
    """A day, and the time of day where the source gives one; empty where it gives nothing."""
    if moment is None:
        return ""
    day = day_name(moment.date(), language)
    if (moment.hour, moment.minute) == (0, 0):
        return day
    return f"{day}{', ' if language == 'en' else ' '}{moment:%H:%M}"

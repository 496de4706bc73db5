"""What a form of naming periods says: the number, the year, the month it ends in."""

from __future__ import annotations

from datetime import date
from typing import get_args

from generator.extraction.periods.mention import PeriodMention, Relation, Scope
from generator.extraction.periods.numbers_said import (
    FISCAL_YEARS,
    ORDINALS,
    SPANS,
    digit,
    month_number,
    month_that_ended,
    year_of,
)
from generator.extraction.periods.period_forms import Form


def mention_of(form: Form) -> PeriodMention | None:
    """Return the period that a form names; None for one that no calendar has."""
    make = {
        "ended": _ended, "in_year": _in_year, "fiscal": _fiscal, "quarter": _quarter, "nine": _nine, "half": _half,
        "span": _span, "day": _day, "instant": _instant, "month": _month, "year": _year, "relative": _relative,
    }[form.shape]  # fmt: skip
    try:
        return make(form.start, form.end, form.parts)
    except (KeyError, ValueError):
        return None


_SCOPES: dict[int, Scope] = {3: "quarter", 6: "half", 9: "nine_months"}  # by their months


def _ended(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, shift = year_of(parts)
    month = _month_ended(parts)
    months = SPANS.get(parts.get("span", "").lower()) or (digit(parts["span"]) if "span" in parts else 0)
    if "spanq" in parts or "q" in parts or "hol" in parts:
        months = 3
    elif "spany" in parts or "half" in parts:
        months = 12 if "spany" in parts else 6
    month, year = month_that_ended(month, year, int(parts.get("day", 0)) if months == 3 else 0)
    if "monf" in parts or "thru" in parts:  # `Through September,`: of the year so far
        months = (month - month_number(parts.get("monf", "1"))) % 12 + 1
    if "q" in parts and ("fq" in parts or month % 3 or digit(parts["q"]) != month // 3):
        # 截至9月27日的第四季; 明年3月底止第4财季 says of which year the month is
        return PeriodMention(
            start, end, "quarter", None, digit(parts["q"]), shift=shift, fiscal=True, month=month if shift else 0
        )
    if months == 3 and month % 3 == 0:
        return PeriodMention(start, end, "quarter", year, month // 3, shift=shift, dated=True)
    if months == 6 and month in (6, 12):
        return PeriodMention(start, end, "half", year, month // 6, shift=shift, dated=True)
    if months == 9 and month == 9:
        return PeriodMention(start, end, "nine_months", year, shift=shift)
    if months == 12:
        rolling = (
            month != 12 and "spany" not in parts
        )  # `the twelve months ended June 30`: a year only where it ends then
        return PeriodMention(start, end, "year", year, month, shift=shift, fiscal=month != 12, dated=rolling)
    # `the six months to September`: half of a fiscal year, where one ends in March; others have no name
    scope = _SCOPES.get(months)
    if scope is None:
        return PeriodMention(start, end, "span", dated=True)
    number = (month + 2) // 3 if months == 3 else 0
    return PeriodMention(start, end, scope, year, number, shift=shift, dated=True, month=month)


def _month_ended(parts: dict[str, str]) -> int:
    return 12 if "hol" in parts else month_number(parts.get("mon") or parts.get("thru") or parts["monq"])


def _in_year(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    return PeriodMention(start, end, "in_year", int(parts["y"]), fiscal="fisc" in parts)


def _fiscal(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, _ = year_of(parts)
    number = ORDINALS[parts["fo"].lower()] if "fo" in parts else digit(parts["fq"]) if "fq" in parts else 0
    if "fyw" in parts:
        return PeriodMention(start, end, "year", shift=FISCAL_YEARS.get(parts["fyw"].lower(), -1), fiscal=True)
    if "fh" in parts:
        return PeriodMention(start, end, "half", year, 2 if parts["fh"].startswith(("下", "2")) else 1, fiscal=True)
    return PeriodMention(start, end, "quarter" if number else "year", year, number, fiscal=True)


def _quarter(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, shift = year_of(parts)
    number = ORDINALS[parts["o"].lower()] if "o" in parts else digit(parts.get("q", "1"))  # the first three months
    if "ye" in parts:
        month, ended = month_that_ended(month_number(parts["monye"]), int(parts["ye"]), int(parts.get("dayye", 0)))
        own = month == number * 3  # `the second quarter ended June 30, 2024`: else the fiscal year says of which it is
        return PeriodMention(start, end, "quarter", ended, number, dated=True, month=0 if own else month)
    return PeriodMention(start, end, "quarter", year, number, shift=shift)


def _nine(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, shift = year_of(parts)
    return PeriodMention(start, end, "nine_months", year, shift=shift, fiscal="fy" in parts)


def _half(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, shift = year_of(parts)
    first = parts.get("h", "")
    second = parts.get("o", "").lower() == "second" or first == "2" or first.startswith(("下半", "后"))
    return PeriodMention(start, end, "half", year, 2 if second else 1, shift=shift)


def _instant(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, shift = year_of(parts)
    month = month_number(parts["mon"]) if "mon" in parts else 3 * digit(parts.get("q", "4"))
    day = int(parts["day"]) if "day" in parts else 0
    date(year or 2024, month, day or 1)
    return PeriodMention(start, end, "instant", year, month, day, shift)


def _month(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, shift = year_of(parts)
    return PeriodMention(start, end, "month", year, month_number(parts["mon"]), shift=shift)


def _year(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, shift = year_of(parts)
    return PeriodMention(start, end, "year", year, shift=shift)


def _span(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    return PeriodMention(start, end, "span")


def _day(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    if "ago" in parts:
        return PeriodMention(start, end, "day", shift=-1 if parts["ago"].startswith("昨") else 0)
    return PeriodMention(start, end, "day", day=int(parts["day"]))


def _relative(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    if "thismonth" in parts or "lastmonth" in parts:
        return PeriodMention(start, end, "relative", number=1, shift=-1 if "lastmonth" in parts else 0)
    if "onemonth" in parts:
        return PeriodMention(start, end, "relative", number=1)  # 单月: the one spoken of, or any
    if "ytd" in parts:
        return PeriodMention(start, end, "relative", number=9)
    if "yearbefore" in parts:
        return PeriodMention(start, end, "relative", number=12, shift=-1)
    if "twelve" in parts:
        return PeriodMention(start, end, "relative", number=12)
    if "halfyear" in parts:
        return PeriodMention(start, end, "relative", number=6)
    relation: Relation = next(name for name in get_args(Relation) if name in parts)
    return PeriodMention(start, end, "relative", number=3, relation=relation)

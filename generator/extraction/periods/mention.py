"""Period mentions: quarters, halves, nine months, years, months, days, and those that only the context completes."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Literal, get_args

from generator.corpus.numerals import chinese_number
from generator.extraction.frozen import frozen
from generator.extraction.periods.fiscal_rows import fiscal_in_rows
from generator.extraction.periods.period_forms import Form, forms_in, names_periods
from generator.settings.period import Period

Scope = Literal["quarter", "half", "nine_months", "year", "month", "instant", "day", "relative", "in_year", "span"]
REPORTED = ("quarter", "half", "nine_months")  # scopes of which companies report results, beside the year
PARTS = (*REPORTED, "month")  # scopes of the parts of a year
# Of a relative quarter: the one spoken of (本季度), the one named last (该季度), the period spoken of (期内), the one reported on (上季), the one before
# that (上一季度), the one that runs (今季), the one after (下季度), the one set beside it (that earlier quarter).
Relation = Literal["this", "that", "same", "told", "prev", "running", "next", "earlier"]

_NUMBERS = {"首": 1, "次": 2, "末": 4, "后": 4, "final": 4, "last": 4, "closing": 4, "I": 1, "II": 2, "III": 3, "IV": 4}
_ORDINALS = {
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
_WORD_YEARS = {"年底": 0, "年底前": 0, "年内": 0, "今年": 0, "本年": 0, "this year": 0, "the current year": 0, "the year": 0, "去年": -1, "上年": -1, "last year": -1, "前年": -2, "明年": 1, "今": 0, "明": 1, "后": 2, "后年": 2, "next year": 1}  # fmt: skip
_SPANS = {"three": 3, "six": 6, "nine": 9, "twelve": 12}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Which fiscal year a word means, told from the one that runs; the others mean the one before.
_FISCAL_YEARS = {
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
    "当前": 0,
    "下": 1,
    "下一": 1,
}
# What stands between the first and the last of several periods.
UNTIL = re.compile(r"\s*(?:至|到|-|–|~|to|through)\s*")


@frozen
class PeriodMention:
    """A period as a text names it. What it leaves open (`year`, or all of a `relative` one) the context completes.

    `number` is the quarter, half or month; `shift` the years from the publication's (去年 is −1), or the months or days of
    a relative one; `relation` of a relative quarter; `day` of an instant, 0 for the last of the month; `fiscal` labels stay
    fiscal; `dated` ones name the month they end in, `month` where no quarter of the calendar ends in it; `in_year` is the
    period spoken of, in another year.
    """

    start: int
    end: int
    scope: Scope
    year: int | None = None
    number: int = 0
    day: int | None = None
    shift: int | None = None
    fiscal: bool = False
    dated: bool = False
    relation: Relation | None = None
    month: int = 0

    @property
    def says_its_year(self) -> bool:
        """Whether the mention itself says of which year it is: 2021年, 今年上半年."""
        return self.year is not None or self.shift is not None

    def of(self, year: int) -> Period | None:
        """Return the period it is in a year: that year's third quarter."""
        prefix = "FY" if self.fiscal else ""
        if self.scope == "instant":
            last = calendar.monthrange(year, self.number)[1]
            return Period(f"{year}-{self.number:02}-{min(self.day or last, last):02}")
        ending = {
            "quarter": f"-Q{self.number}", "half": f"-H{self.number}", "nine_months": "-9M",
            "month": f"-{self.number:02}", "year": "",
        }[self.scope]  # fmt: skip
        return Period(f"{prefix}{year}{ending}")


@lru_cache(maxsize=64)  # the opening of a document is asked for the period it reports on, then read
def period_mentions(text: str, start: int, end: int) -> tuple[PeriodMention, ...]:
    """Return the periods that a stretch of folded text names, from left to right."""
    if not names_periods(text, start, end):
        return ()
    found = [mention for form in forms_in(text, start, end) if (mention := _mention(form)) is not None]
    found = fiscal_in_rows(text, found)
    return tuple(mention for mention in found if not (mention.scope == "span" and _is_gloss(text, mention, found)))


def _is_gloss(text: str, months: PeriodMention, beside: list[PeriodMention]) -> bool:
    """Whether months only say when a period is that the text names beside them: 第三财季(8至10月), 8至10月(第三财季)."""
    named = [m for m in beside if m.scope in (*REPORTED, "year")]
    bracketed = text[months.start - 1 : months.start] == "(" and text[months.end : months.end + 1] == ")"
    if bracketed:
        return any(m.end == months.start - 1 for m in named)
    behind = text[months.end : months.end + 1] == "("
    return behind and any(m.start == months.end + 1 and text[m.end : m.end + 1] == ")" for m in named)


def _mention(form: Form) -> PeriodMention | None:
    make = {
        "ended": _ended, "in_year": _in_year, "fiscal": _fiscal, "quarter": _quarter, "nine": _nine, "half": _half,
        "span": _span, "day": _day, "instant": _instant, "month": _month, "year": _year, "relative": _relative,
    }[form.shape]  # fmt: skip
    try:
        return make(form.start, form.end, form.parts)
    except (KeyError, ValueError):
        return None


_REPUBLIC = 1911  # the year before the first that Taiwan counts: 108年 is 2019


def _year_of(parts: dict[str, str]) -> tuple[int | None, int | None]:
    if "ye" in parts:
        return None, None  # `third quarter ended October 26, 2025`: which year's third quarter, the fiscal year says
    if "y" in parts or "fy" in parts:
        year = int(parts.get("y") or parts["fy"])
        return year + _REPUBLIC * (year < _REPUBLIC), None
    if "yy" in parts or "fyy" in parts:
        return 2000 + int(parts.get("yy") or parts["fyy"]), None
    word = parts.get("yw", "").lower()
    return None, _WORD_YEARS.get(word)


def _digit(text: str) -> int:
    return _NUMBERS[text] if text in _NUMBERS else int(text) if text.isdigit() else int(chinese_number(text) or 0)


def _month_number(text: str) -> int:
    number = int(text) if text.isdigit() else _MONTHS.index(text[:3].lower()) + 1
    if not 1 <= number <= 12:
        raise ValueError(text)
    return number


_SCOPES: dict[int, Scope] = {3: "quarter", 6: "half", 9: "nine_months"}  # by their months
_OVERHANG = 7  # days into the next month, up to which a quarter of thirteen weeks may run


def _month_that_ended(month: int, year: int | None, day: int) -> tuple[int, int | None]:
    """Return the month that a quarter ended with: thirteen weeks may run into the next, as those to July 1."""
    if not 1 <= day <= _OVERHANG:
        return month, year
    return (month - 1, year) if month > 1 else (12, year - 1 if year else year)


def _ended(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, shift = _year_of(parts)
    month = 12 if "hol" in parts else _month_number(parts.get("mon") or parts["monq"])
    months = _SPANS.get(parts.get("span", "").lower()) or (_digit(parts["span"]) if "span" in parts else 0)
    if "spanq" in parts or "q" in parts or "hol" in parts:
        months = 3
    elif "spany" in parts or "half" in parts:
        months = 12 if "spany" in parts else 6
    month, year = _month_that_ended(month, year, int(parts.get("day", 0)) if months == 3 else 0)
    if "monf" in parts:
        months = (month - _month_number(parts["monf"])) % 12 + 1
    if "q" in parts and ("fq" in parts or month % 3 or _digit(parts["q"]) != month // 3):
        # 截至9月27日的第四季; 明年3月底止第4财季 says of which year the month is
        return PeriodMention(
            start, end, "quarter", None, _digit(parts["q"]), shift=shift, fiscal=True, month=month if shift else 0
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


def _in_year(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    return PeriodMention(start, end, "in_year", int(parts["y"]), fiscal="fisc" in parts)


def _fiscal(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, _ = _year_of(parts)
    number = _ORDINALS[parts["fo"].lower()] if "fo" in parts else _digit(parts["fq"]) if "fq" in parts else 0
    if "fyw" in parts:
        return PeriodMention(start, end, "year", shift=_FISCAL_YEARS.get(parts["fyw"].lower(), -1), fiscal=True)
    if "fh" in parts:
        return PeriodMention(start, end, "half", year, 2 if parts["fh"].startswith("下") else 1, fiscal=True)
    return PeriodMention(start, end, "quarter" if number else "year", year, number, fiscal=True)


def _quarter(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, shift = _year_of(parts)
    number = _ORDINALS[parts["o"].lower()] if "o" in parts else _digit(parts.get("q", "1"))  # the first three months
    if "ye" in parts:
        month, ended = _month_that_ended(_month_number(parts["monye"]), int(parts["ye"]), int(parts.get("dayye", 0)))
        own = month == number * 3  # `the second quarter ended June 30, 2024`: else the fiscal year says of which it is
        return PeriodMention(start, end, "quarter", ended, number, dated=True, month=0 if own else month)
    return PeriodMention(start, end, "quarter", year, number, shift=shift)


def _nine(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, shift = _year_of(parts)
    return PeriodMention(start, end, "nine_months", year, shift=shift, fiscal="fy" in parts)


def _half(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, shift = _year_of(parts)
    first = parts.get("h", "")
    second = parts.get("o", "").lower() == "second" or first == "2" or first.startswith("下半")
    return PeriodMention(start, end, "half", year, 2 if second else 1, shift=shift)


def _instant(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, shift = _year_of(parts)
    month = _month_number(parts["mon"]) if "mon" in parts else 12
    day = int(parts["day"]) if "day" in parts else 0
    date(year or 2024, month, day or 1)
    return PeriodMention(start, end, "instant", year, month, day, shift)


def _month(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, shift = _year_of(parts)
    return PeriodMention(start, end, "month", year, _month_number(parts["mon"]), shift=shift)


def _year(start: int, end: int, parts: dict[str, str]) -> PeriodMention | None:
    year, shift = _year_of(parts)
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
    if "halfyear" in parts:
        return PeriodMention(start, end, "relative", number=6)
    relation: Relation = next(name for name in get_args(Relation) if name in parts)
    return PeriodMention(start, end, "relative", number=3, relation=relation)

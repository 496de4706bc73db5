"""Whose years a sentence counts by: those of the company that it names or speaks of, which may be no calendar's."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.marks.mention import STRANGER
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.spoken import Spoken
from generator.extraction.whose.houses_own import is_on_itself
from generator.extraction.whose.spoken import is_spoken_of

_DECEMBER = 12
_MONEY = ("money", "money_per_share", "percent")  # units of what results tell
_OF_MARKETS = ("market_share", "smartphone_share")  # what ends the names of shares of a market
_LONG_OVER = 150  # days after its end, from which on a quarter's results are no news


def calendar_of(marks: Scan, calendar: Calendar, home: str | None, spoken: str | None, names: Names) -> Calendar:
    """Return the calendar of a sentence: a company that it names may have a fiscal year of its own."""
    companies = names.catalogue.companies
    alike = calendar.years_alike and any(companies[e.entity].fiscal_year_end != _DECEMBER for e in marks.entities)
    calendar = replace(calendar, years_alike=False) if alike else calendar
    own = (e for e in marks.entities if is_on_itself(marks, names, e))
    own = (e for e in own if is_spoken_of(marks, names, e)) if marks.chinese else own  # 继苹果之后,辉达第一财季…
    named = next((e.entity for e in own), spoken)
    ends = companies[named].fiscal_year_end if named in companies else _DECEMBER
    # `Revenue in its fiscal third quarter`, of Dell in a text on HP
    if ends != _DECEMBER:  # `Its results are not due. Analysts expect $65 billion for its fiscal fourth quarter`
        calendar = replace(calendar, years_alike=False)
    fiscal = ends not in (_DECEMBER, calendar.fiscal_year_end) and any(
        m.fiscal or m.month or _is_long_over(m, calendar) for m in marks.periods
    )
    fiscal = fiscal or (ends != calendar.fiscal_year_end and _tells_own_quarter(marks, ends, names))
    if calendar.fiscal_year_end != _DECEMBER and _counts_the_calendars(marks, home, spoken, names):
        return replace(calendar, fiscal_year_end=_DECEMBER, labels_fiscal=False, begun=False)
    return replace(calendar, fiscal_year_end=ends, begun=False) if fiscal else calendar


def _counts_the_calendars(marks: Scan, home: str | None, spoken: str | None, names: Names) -> bool:
    """Whether all whom a sentence is on have the calendar's year, and not the company that the text is about.

    小米集团今日放榜。综合券商预测,首季净利润57亿元: in a text on Lenovo
    """
    companies = names.catalogue.companies
    named = {e.entity for e in marks.entities if is_on_itself(marks, names, e)} or {spoken or STRANGER}
    ends = {companies[name].fiscal_year_end for name in named if name in companies and name != STRANGER}
    return home not in named and ends == {_DECEMBER} and not any(m.fiscal for m in marks.periods)


def _tells_own_quarter(marks: Scan, ends: int, names: Names) -> bool:
    """Whether a bare quarter can only be a company's own, whose quarters end in months in which the calendar's do not.

    `Wall Street expects third-quarter sales of $54 billion from Nvidia`, in a text on Tesla; researchers count by the calendar, and so do shares of a market.
    """
    companies, metrics = names.catalogue.companies, names.catalogue.metrics
    if not ends % 3 or marks.chinese or any(companies[e.entity].kind == "researcher" for e in marks.entities):
        return False
    told = [name for m in marks.metrics for name in m.metrics if name in metrics]
    if any(name.endswith(_OF_MARKETS) for name in told):
        return False
    return any(metrics[name].unit in _MONEY for name in told) and any(
        m.scope == "quarter" and not m.year and m.shift is None and not m.relation for m in marks.periods
    )


def _is_long_over(mention: PeriodMention, calendar: Calendar) -> bool:
    """Whether a bare quarter of the calendar's ended long ago: Microsoft's `Q3`, told in April, is that of its fiscal year."""
    if mention.scope != "quarter" or mention.year or mention.shift is not None or mention.relation:
        return False
    period = calendar.resolve(mention, Spoken())
    return period is not None and calendar.days_since(period) > _LONG_OVER

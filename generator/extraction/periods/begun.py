"""Fiscal years that a text calls by the year they begin in: `fiscal 2024, which runs to the end of March`, told in February 2025.

Rules count them by the year they end in; so such a label is read as the next one, and all are called back at the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.corpus.months import MONTHS
from generator.extraction.figure import Figure
from generator.extraction.periods.fiscal import FiscalYear
from generator.extraction.periods.period_forms import ENDS

_CALLED = re.compile(
    rf"\b(?:[Ff]iscal|[Ff]inancial|FY) ?(?:year )?(?P<year>20\d\d),? \(?(?:(?:an?|the|its) (?:(?:fiscal|financial|business) )?(?:year|twelve months|12 months),? )?(?:that |which )?(?P<verb>{ENDS}) (?:on |in |at |to |until |through )?(?:the end of )?"
    rf"(?P<month>{MONTHS})(?: \d{{1,2}}(?!\d))?(?:,? (?P<end>20\d\d))?"
    r"|(?P<year_zh>20\d\d)(?:财年|财政年度)[((,](?:截至|于|至)(?P<end_zh>20\d\d)年(?P<month_zh>\d{1,2})月"
)
_OVER = ("ended", "closed", "ran")
# `the fourth quarter of fiscal 2025, ending on September 27`: what is said to end is the quarter, told when it is over
_QUARTER_OF = re.compile(r"\bquarter (?:of|in) (?:the |its )?$")


def calls_by_beginning(text: str, calendar: FiscalYear) -> bool:
    """Whether a text says of one of the company's fiscal years that it ends in the year after the one it is called by."""
    if calendar.fiscal_year_end == 12:
        return False
    ends = [(int(found["year"] or found["year_zh"]), _end(found, calendar)) for found in _CALLED.finditer(text)]
    return bool(ends) and all(end == year + 1 for year, end in ends)


def called_back(figures: Sequence[Figure], home: str | None) -> list[Figure]:
    """Return figures with the fiscal years of the company that a text is about called by the year they begin in."""
    return [
        replace(f, period=f.period.years_before()) if f.period and f.period.fiscal and f.entity == home else f
        for f in figures
    ]


def _end(found: re.Match[str], calendar: FiscalYear) -> int | None:
    """Return the year in which a fiscal year is said to end, None where nothing tells or another's is meant."""
    named = found["month_zh"]
    month = int(named) if named else MONTHS.split("|").index(found["month"]) + 1
    if month != calendar.fiscal_year_end:
        return None
    if said := found["end"] or found["end_zh"]:
        return int(said)
    day = calendar.published
    if day is None:
        return None
    ended = day.year - (day.month <= month)  # the last such month that is over
    of_quarter = _QUARTER_OF.search(found.string, max(0, found.start() - len("quarter of the ")), found.start())
    return ended if found["verb"] in _OVER or of_quarter else ended + 1

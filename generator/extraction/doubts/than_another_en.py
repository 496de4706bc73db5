"""Amounts by which English sets one company above or below another, which are no growth of either: `BYD delivered 20 percent more vehicles than Tesla`."""

from __future__ import annotations

import re
from datetime import date

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.settings.period import Period

THAN_ANOTHER = "set beside another company, not a time before"
_THAN = re.compile(
    r" (?:more|fewer|less|higher|lower|larger|smaller|greater|bigger|better|worse)(?: [a-z-]+){0,3}? than (?:(?:that|those) (?:of|at) |at )?"
)
# `80% more than RMB2.04 billion of annual profit last year`, `87% higher than its full-year profit`, `than it earned in all of 2021`
_THAN_A_YEAR = re.compile(
    r" (?:more|less|higher|lower|greater|smaller|above|below)(?: than)? (?:[^;.,]|\.(?=\d)){0,60}?\b(?:annual|full-year|whole-year|yearly|(?:all|the whole|the entirety|the entire year) of (?:fiscal )?(?:20\d\d|last year)|the (?:whole|entire|full) (?:year|20\d\d))\b"
)
A_YEAR = "set beside a whole year, of a part of one"
# `27% higher than the 2019 level`, `29% above pre-pandemic levels`
_THAN_LONG_AGO = re.compile(
    r" (?:(?:more|less|higher|lower|greater|smaller|above|below|over|under|up|down|ahead of|short of|versus|vs\.?)\b ?){1,2}(?:than |from |on |of )?(?:the |its |their )?"
    r"(?:(?P<year>20\d\d)(?:['’]s)? (?:levels?|figures?|base|mark)|(?:levels?|figures?) (?:of|in|seen in|recorded in) (?P<then>20\d\d)\b|pre-?(?:pandemic|[Cc][Oo][Vv][Ii][Dd](?:-19)?|crisis|epidemic)\b|(?:levels?|figures?) before the (?:pandemic|epidemic|outbreak))"
)
LONG_AGO = "measured against a period that is neither the one right before nor of a year before"
_RIVAL = re.compile(
    r"(?:its|their|the) (?:[a-z]+ ){0,2}(?:rivals?|competitors?|peers?|runner-up|market leader|industry average|second-placed)\b"
)
# `4% higher than Tesla's forecast`, `than Nio sold a year earlier`: a time, or what was expected
_NO_RIVAL = re.compile(
    r"(?:['’]s)? (?:[a-z-]+ ){0,2}?(?:forecasts?|estimates?|guidance|targets?|outlook|consensus|plans?|goals?|projections?|previous|prior|year|record|quarter|last|high|low|peak|best|had|has)\b"
)


def than_another(scan: Scan, amount: Amount) -> bool:
    """Whether an English amount tells how far a company is above or below another one."""
    than = None if scan.chinese else _THAN.match(scan.text, amount.end, scan.sentence.end)
    if than is None:
        return False
    if _RIVAL.match(scan.text, than.end()):
        return True
    other = next((e for e in scan.entities if 0 <= e.start - than.end() <= len("the ")), None)
    subjects = {e.entity for e in scan.entities if e.end <= amount.start}
    return other is not None and other.entity not in subjects and not _NO_RIVAL.match(scan.text, other.end)


def than_a_year(scan: Scan, amount: Amount, period: Period | None) -> str | None:
    """Return why a change of a quarter is none: it is set beside a whole year."""
    part = period is not None and period.kind in ("quarter", "half", "nine_months", "month")
    beside = part and not scan.chinese and amount.kind in ("percent", "times")
    return A_YEAR if beside and _THAN_A_YEAR.match(scan.text, amount.end, scan.sentence.end) else None


def than_long_ago(scan: Scan, amount: Amount, published: date | None) -> str | None:
    """Return why a change is none against the year before: it is set beside the level of some year that is long over."""
    than = None if scan.chinese else _THAN_LONG_AGO.match(scan.text, amount.end, scan.sentence.end)
    if than is None or published is None:
        return None
    year = than["year"] or than["then"]
    return LONG_AGO if year is None or int(year) < published.year - 1 else None

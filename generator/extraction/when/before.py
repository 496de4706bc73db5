"""The period of what another amount is set beside; and whose fiscal year a period is of."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import PRICES
from generator.extraction.periods.mention import REPORTED
from generator.extraction.when.beside import opens_before
from generator.extraction.when.told import Told
from generator.extraction.when.trading_days import OF_EARLIER
from generator.extraction.when.year_told_last import year_before_the_awaited
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_ONE_BEFORE = re.compile(r"[,;(](?:而|但|相比)?(?:(?<!再)(?:前|上)一年度?(?!同)|上年同期|上年(?!同))[^,;。\d]{0,8}$")
# `revenue of 44.2 billion yuan last year, against 35.4 billion yuan the year before`
_YEAR_BEFORE_THAT = re.compile(
    r"(?: (?:yuan|dollars|euros|yen|won|units|vehicles))?(?: in| during| for)? (?:the (?:year before|(?:previous|prior|preceding) year)|a year (?:earlier|before|prior)|the same (?:period|time) (?:of |in )?the (?:previous|prior|preceding) year)\b"
)
_TWO_BEFORE = re.compile(r"再[前上]一[年季]")  # 前一年为6090亿元,再前一年为5546亿元
_SAME_TIME_OF = re.compile(r"(?P<year>20\d\d)年的?同[期季月]")


def period_before(
    around: Surroundings, told: Told, prior: str | None, metric: str, period: Period | None, amount: Amount
) -> tuple[Period | None, str | None]:
    """Return the period of an amount that another is set beside, or a doubt where nothing says which it is.

    What English results set beside a figure, and say nothing of, is the year before's.
    """
    spoken = around.ground.period
    if prior == "compared" and spoken and spoken.kind in (*REPORTED, "year"):
        lasts = around.names.catalogue.metrics[metric].period_type == "duration"
        prior = "year" if lasts and not _is_of_a_quarter_awaited(around, told) else prior
    low = max(around.scan.sentence.start, around.scan.amount_before(amount.start))
    if prior in ("other", "compared") or _TWO_BEFORE.search(around.scan.text, low, amount.start):
        return period, "a figure of some earlier time"
    if prior == "year" and metric in told.levels and told.levels[metric][0] is None and _is_nameless(around, amount):
        # 过去十二个月自由现金流126亿元,2024年同期336亿元: of a span that has no name; but 今年投入120亿元,去年是111亿元
        return (period if around.scan.chinese and _is_that_year(around, period) else None), None
    base = told.levels[metric][0] or period if metric in told.levels else _expected(around, told, period) or period
    base = told.latest(metric) or base if prior == "year" and around.scan.chinese else base
    if base in told.beside and metric not in told.levels:
        base = (
            spoken  # `down from 10,400 in July and 9,400 in the same month last year`: in that of the month spoken of
        )
    if prior == "year" and (then := _year_before_it(around, told, metric)):
        return then, None
    if (
        base == period
        and _names_the_one_before(around, period, prior)
        and not (_is_before_last_year(around, base, amount) or _is_of_a_year_named(around, base, amount))
    ):
        # `rose 1.2 points from 13.8% in the previous quarter` has named it; `last year` means its same quarter
        of_span = prior == "year" and period and spoken and spoken.kind in (*REPORTED, "year")
        return spoken.years_before() if of_span and spoken else period, None
    if prior == "month":
        return (
            (base.steps_before(1), None) if base and base.kind == "month" else (period, "a figure of some earlier time")
        )
    if prior not in ("year", "quarter") or base is None:
        return period, None
    base = _then(around, base, amount) if prior == "year" and base == period else base
    if metric in PRICES:
        return period, OF_EARLIER
    return base.years_before() if prior == "year" else _quarter_before(base), None


def _then(around: Surroundings, base: Period, amount: Amount) -> Period:
    """Return the quarter before one, where a sentence opens with it that names no other time: `A quarter earlier, revenue was 116 billion, against 89 billion a year before`."""
    scan, start = around.scan, around.scan.sentence.start
    first = scan.amount_before(amount.start) == start
    if first or around.resolved or scan.chinese or opens_before(scan, start) != "quarter":
        return base
    return _quarter_before(base) or base


def _expected(around: Surroundings, told: Told, period: Period | None) -> Period | None:
    """Return the only period of which an English sentence expects something, or the one before it, where no other is spoken of."""
    if around.scan.chinese:
        return None
    if len(told.awaited) == 1:
        return next(iter(told.awaited))
    return around.ground.expected if period is None and around.ground.expects else None


def _is_nameless(around: Surroundings, amount: Amount) -> bool:
    """Whether what an amount is set beside is of a span without a name: `36 percent in the five months ended May 31, up from 34 percent in the same period`."""
    return around.scan.chinese or any(m.scope == "span" and m.start < amount.start for m in around.scan.periods)


def _is_of_a_year_named(around: Surroundings, base: Period | None, amount: Amount) -> bool:
    """Whether Chinese calls the same time of the year before by its number: 去年四季度毛利率改善至10%,2023年同期为4.1%."""
    low = max(around.scan.sentence.start, around.scan.amount_before(amount.start))
    said = _SAME_TIME_OF.search(around.scan.text, low, amount.start)
    return said is not None and base is not None and int(said["year"]) == base.year - 1


def _is_of_a_quarter_awaited(around: Surroundings, told: Told) -> bool:
    """Whether English only expects something of a quarter to come: what that is set beside is a year's before, or the last one's: `will fall to 55.5% in the third quarter from 58.6%`."""
    quarters = {p for p in told.awaited if p is not None and p.kind == "quarter" and not around.calendar.is_over(p)}
    return not around.scan.chinese and len(quarters) == len(told.awaited) == 1 and not told.came


def _is_that_year(around: Surroundings, period: Period | None) -> bool:
    """Whether a Chinese sentence names a year that is over as such, and not the same span of it."""
    if period is None or period.kind != "year" or not around.calendar.is_over(period):
        return False
    return any(p == period and not around.scan.text.startswith(("同期", "的同期"), m.end) for m, p in around.resolved)


def _year_spoken_of(around: Surroundings) -> Period | None:
    """Return the year that an English sentence tells no figure of before another's: `full-year spending would come in above last year's 76.8 billion`."""
    if around.scan.chinese:
        return None
    named = [(m, p) for m, p in around.resolved if p.kind == "year"]
    open_years = [p for m, p in named if m.year is None and m.shift is None]
    return open_years[0] if open_years and named[0][1] == open_years[0] else None


def _year_before_it(around: Surroundings, told: Told, metric: str) -> Period | None:
    """Return the year before the one that an English sentence speaks of, or goes on from."""
    whole = None if metric in told.levels else _year_spoken_of(around)
    return year_before_the_awaited(around) or (whole.years_before() if whole else None)


def _quarter_before(period: Period) -> Period | None:
    """Return the quarter before one, and the last day of the quarter before for that of a month: 6月30日有51200人,三个月前为47900人."""
    if period.kind != "instant":
        return period.quarter_before()
    month = Period(f"{period.end:%Y-%m}")
    return Period(month.steps_before(3).end.isoformat()) if period.end == month.end else None


def _names_the_one_before(around: Surroundings, period: Period | None, prior: str | None) -> bool:
    """Whether a period is what the sentence calls the quarter or the year before.

    Taiwan's papers call so the quarter that has just ended: 上一季營收1024.7億,相比去年同期的949.3億. What a quarter is called
    that has one before it names no other: 去年第四季净利14.7亿元,较上季的13.2亿元成长.
    """
    before = [(m, p) for m, p in around.resolved if not around.scan.text.startswith("上一季", m.start)]
    of_year = prior != "quarter"
    return any(
        p == period and p.kind != "month" and (m.relation == "prev" or (of_year and m.shift == -1)) for m, p in before
    )


def _is_before_last_year(around: Surroundings, base: Period | None, amount: Amount) -> bool:
    """Whether the one before is set beside last year, which a sentence names: 去年收入408亿元,前一年为307亿元, `last year, against 35.4 billion yuan the year before`."""
    scan, low = around.scan, around.scan.amount_before(amount.start)
    if base is None or base.kind != "year":
        return False
    if scan.chinese:
        said = _ONE_BEFORE.search(scan.text, low, amount.start)
    else:
        said, low = _YEAR_BEFORE_THAT.match(scan.text, amount.end), amount.start
    return said is not None and any(m.shift == -1 and m.end <= low for m, p in around.resolved if p == base)


def is_anothers(around: Surroundings, period: Period | None, entity: str | None) -> bool:
    """Whether a fiscal period is that of another company than an amount: each has a year of its own."""
    if period is None or not period.fiscal:
        return False
    named = [m for m, p in around.resolved if p == period]
    if named:
        subject = around.subject_before(named[0].start)
        others = {e.entity for e in around.scan.entities if around.is_subject(e)}
        return subject is not None and len(others) > 1 and entity in others and entity != subject.entity
    return entity != (around.ground.owner or around.home)

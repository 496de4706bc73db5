"""The period an amount is of, or that it is of the period before."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import PRICES
from generator.extraction.links.cumulative import in_all, is_since_ever, is_so_far
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS, OF_USERS
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.aimed_years import year_aimed_at, year_of_goal
from generator.extraction.when.bases_bracketed_zh import named_base
from generator.extraction.when.bases_shared_en import base_shared
from generator.extraction.when.behind_change import past_its_change
from generator.extraction.when.came_until_zh import span_until
from generator.extraction.when.counted_until import counts_until, runs_until
from generator.extraction.when.each import is_in_each_zh
from generator.extraction.when.last_days import (
    NOW_EN,
    as_it_is_now,
    at_its_end,
    at_the_reports_end,
    counted_until,
    ended_with,
    goes_on_with_the_day,
)
from generator.extraction.when.long_run_zh import is_in_the_long_run
from generator.extraction.when.loose_times import first_day, is_then_loosely
from generator.extraction.when.makers import month_of_makers
from generator.extraction.when.months_aside_zh import without_months_aside
from generator.extraction.when.months_so_far_en import goes_on_with_months_so_far
from generator.extraction.when.nameless_spans import ends_another_act, in_nameless_span
from generator.extraction.when.nameless_turns_en import is_of_a_nameless_turn
from generator.extraction.when.nearest import Named, dated_by, labelled_with
from generator.extraction.when.origins import named_origin
from generator.extraction.when.raised_aims_zh import came_in_the_end
from generator.extraction.when.shared_behind_en import plainly_shared
from generator.extraction.when.since_ever_zh import counts_since_ever
from generator.extraction.when.trading_days import trading_day
from generator.extraction.when.usable import is_anothers_behind, is_compared_with, is_usable
from generator.extraction.when.versus import told_in_versus
from generator.extraction.when.when_said import is_when_said
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_BRACKETS = re.compile(r"(?: (?:units|vehicles|cars))?\s*\([^()]{0,40}\)")
# What English news tells by the quarter, whatever month's sales it spoke of before.
_NOT_MONTHLY = ("net_profit", "adjusted_net_profit", "operating_profit", "gross_margin", "ev_gross_margin", "eps")
# Facts about a product, of no period unless one is named.
_TIMELESS = ("chip_transistors", "model_parameters", "model_active_parameters", "model_speed")
_PLANNED = re.compile(r"\b(?:planned|designed|maximum) ", re.I)
_MONTHLY = re.compile(r"\bmonthly (?:[a-z]+ )?(?:sales|deliver|shipment|production|output|registrations)", re.I)
_AN_AIM = re.compile("[辆台部]?的?[一-鿿]{0,4}目标(?!价)")
_OF_MONTHS = re.compile(r"\d{1,2}(?:月份?)?[、及和与]\d{1,2}月(?!.*(?:分别|各))[^,;。\d]{0,14}$")


def period_of(around: Surroundings, metric: str, amount: Amount) -> Period | None:
    """Return the period that an amount is of."""
    entry = around.names.catalogue.metrics[metric]
    instant = entry.period_type == "instant"
    period = _period_of(around, metric, amount, instant)
    return period if instant else span_until(around, metric, period)


def _period_of(around: Surroundings, metric: str, amount: Amount, instant: bool) -> Period | None:
    if aimed := year_aimed_at(around, amount) or year_of_goal(around, metric, amount):
        return aimed
    beside = (named_origin, labelled_with, told_in_versus, named_base, base_shared)
    if origin := next((period for told in beside if (period := told(around, amount))), None):
        return origin
    if metric in PRICES:
        published = around.calendar.published
        return trading_day(around, metric, amount) or (Period(published.isoformat()) if published else None)
    if instant and (
        day := ended_with(around, amount)
        or counted_until(around, amount)
        or as_it_is_now(around, metric, amount)
        or at_the_reports_end(around, amount)
        or first_day(around, amount)
    ):
        return day
    low = around.scan.clause(amount.start)[0]
    known = {m for m, _ in around.resolved}
    lately = [m for m in around.scan.periods if low <= m.start < amount.start and not ends_another_act(around, m)]
    unnamed = lately and lately[-1] not in known and not is_when_said(around.scan, lately[-1], around.calendar)
    if unnamed and not _is_open_year(lately[-1]):
        return None  # a span that has no name: 1-11月, 2026年至2030年
    if in_nameless_span(around, amount) or is_since_ever(around.scan, amount) or is_of_a_nameless_turn(around, amount):
        return None
    if is_in_the_long_run(around.scan, amount):
        return None
    aims = around.scan.cues_between(around.scan.amount_before(amount.start), amount.start, "target")
    of_all = None if aims else in_all(around.scan, amount, low, instant)
    if of_all and not of_all[0].isascii() and not instant and counts_since_ever(around, metric, amount):
        return None
    usable = _usable_of(around, low, instant, of_all is not None)
    usable = [
        (m, p)
        for m, p in usable
        if m.start < amount.end or not (is_compared_with(around.scan, m) or is_anothers_behind(around.scan, m))
    ]
    usable = without_months_aside(around, usable, metric, low)
    whole = _past_brackets(around, amount if instant else past_its_change(around, amount))
    since = of_all.start() if of_all and of_all[0].isascii() else -1
    if dated := dated_by(around, usable, whole, instant, since):
        until: object = (of_all and runs_until(around, *dated)) or (not instant and counts_until(around, *dated))
        aims_at = aims or _AN_AIM.match(around.scan.text, amount.end)
        until = until or (aims_at and _is_aimed_at_by_then(around, amount, *dated))
        return None if until else dated[1]
    return _left_open(around, metric, whole, instant, of_all)


def _usable_of(around: Surroundings, low: int, instant: bool, of_all: bool) -> list[Named]:
    """Return the periods of a sentence that can be those of an amount whose clause begins at `low`."""
    usable = [(m, p) for m, p in around.resolved if is_usable(around, m, p, instant)]
    if of_all:  # `its cumulative sales for the year`, which runs, are those so far
        usable = [(m, p) for m, p in usable if p.kind != "year" or around.calendar.is_over(p)]
    if instant:  # what there is now is not of the year that is spoken of as to come
        usable = [(m, p) for m, p in usable if m.start >= low or around.calendar.is_over(p)]
    return usable


def _is_aimed_at_by_then(around: Surroundings, amount: Amount, mention: PeriodMention, period: Period) -> bool:
    """Whether a month is only when all there ever was is to be so many: 将于11月完成累计交付10万辆的目标."""
    between = around.scan.text[mention.end : amount.start] if period.kind == "month" else ""
    return "累计" in between or "累积" in between


def _left_open(
    around: Surroundings, metric: str, amount: Amount, instant: bool, of_all: re.Match[str] | None
) -> Period | None:
    """Return the period of an amount that its sentence gives none: what was spoken of before, unless the amount is of no named time."""
    text, start = around.scan.text, around.scan.clause(amount.start)[0]
    if outer := next((b for b in around.scan.brackets if b.start < amount.start and amount.end < b.end), None):
        return _period_of(around, metric, replace(amount, start=outer.start, end=outer.end), instant)
    if of_all and of_all[0] == "累计" and around.ground.joined and not instant:
        carried = around.ground.period  # 前三季度累计营收2831亿元;累计归母净利润490亿元
        return carried if carried and carried.kind in ("half", "nine_months", "year") else None
    if of_all and of_all[0] == "累计" and around.tracked and not instant and around.ground.period:
        carried = around.ground.period  # 上半年整体来看,市场出货1.4亿台。华为累计出货2540万台
        return carried if carried.kind in ("half", "nine_months", "year") else None
    if of_all or metric in _TIMELESS or is_so_far(around.scan, amount):
        return None
    if instant and is_then_loosely(around.scan, amount):
        return None
    carried = (None if instant else plainly_shared(around, amount)) or _carried(around, metric, amount)
    if carried and carried.kind != "month" and not instant and _MONTHLY.search(text, start, amount.start):
        return None
    now = (metric not in OF_USERS or around.awaited) and NOW_EN.search(text, start, amount.start)
    planned = instant and (now or _PLANNED.search(text, start, amount.start))
    reported = around.reported
    ended = around.calendar.ended
    own = carried and reported and (carried.fiscal or not reported.fiscal) and ended(carried) == ended(reported)
    of_then = carried and carried.kind in ("month", "year") and not own
    if instant and of_then and not planned:
        return at_its_end(around, carried, start, amount) or goes_on_with_the_day(around)
    if planned or (instant and of_then):
        return None
    return _day_counted_on(around, metric, carried) or carried


def _day_counted_on(around: Surroundings, metric: str, carried: Period | None) -> Period | None:
    """Return the day of what there is, behind a Chinese sentence that counted until a day past the quarter spoken of: 截至10月31日,设有551家零售中心。已启用3508座超充站."""
    counts = around.names.catalogue.metrics[metric].unit == "count" and metric not in OF_USERS
    instant = around.names.catalogue.metrics[metric].period_type == "instant"
    day = around.ground.as_of if around.scan.chinese and counts and instant and not around.scan.periods else None
    return day if day and carried and day.end > around.calendar.ended(carried) else None


def is_each_months(scan: Scan, amount: Amount, period: Period | None) -> bool:
    """Whether an amount is of each month of a longer period: `the only brand with monthly deliveries over 50,000 in 2025`, 11、12月营收料在3千亿元之上."""
    if _OF_MONTHS.search(scan.text, max(scan.sentence.start, amount.start - 40), amount.start):
        return not is_in_each_zh(scan, amount)
    each = _MONTHLY.search(scan.text, max(scan.clause(amount.start)[0], scan.amount_before(amount.start)), amount.start)
    return each is not None and period is not None and period.kind in ("quarter", "half", "nine_months", "year")


def _carried(around: Surroundings, metric: str, amount: Amount) -> Period | None:
    """Return the period that was spoken of: a month that only users were counted in is none of money's, but of cars'; no month is a profit's.

    `2020年9月,月活跃用户数达到3580万。其中,境外收入7亿元` goes on with the quarter.
    """
    carried, told = around.ground.period, around.ground.told
    if metric in OF_CARS and goes_on_with_months_so_far(around):
        return None  # `In the first eleven months it sold 4.18 million. Overseas sales were 917,000`
    if metric in OF_CARS and (own := came_in_the_end(around, metric) or month_of_makers(around, amount)):
        return own
    if carried is None and metric in OF_CARS:
        return around.ground.month
    counted = told is not None and told[0] in OF_USERS and metric not in (*OF_USERS, *OF_CARS)
    counted = counted or metric in _NOT_MONTHLY
    quarter = around.ground.quarter
    if carried and quarter and carried.kind in ("half", "nine_months", "year") and _is_by_quarter(around, quarter):
        return quarter
    return quarter if counted and carried and carried.kind == "month" else carried


def _is_by_quarter(around: Surroundings, quarter: Period) -> bool:
    """Whether a sentence that names no period tells of a quarter that is over, set beside the one before: `GPM of 17.6% expanded 1.3ppt QoQ`."""
    scan = around.scan
    beside = scan.cues_between(scan.sentence.start, scan.sentence.end, "qoq", "quarter_before")
    named = any(m.relation is None for m in scan.periods)
    return bool(beside) and not (named or scan.chinese) and around.calendar.is_over(quarter)


def _is_open_year(mention: PeriodMention) -> bool:
    """Whether a mention is `full-year` alone, which the year named elsewhere in the sentence completes."""
    return mention.scope == "year" and not mention.year and mention.shift is None


def _past_brackets(around: Surroundings, amount: Amount) -> Amount:
    """Return the amount as if it ended after the conversion that follows it in brackets."""
    brackets = _BRACKETS.match(around.scan.text, amount.end)
    return replace(amount, end=brackets.end()) if brackets else amount

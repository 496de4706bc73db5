"""Whether a figure came or is expected, as its period, a label or what the sentence told before says."""

from __future__ import annotations

import re
from datetime import date

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.slashes import joined
from generator.extraction.expected.basis import basis_of
from generator.extraction.expected.names_market import names_the_market
from generator.extraction.expected.targets import is_of_many
from generator.extraction.figure import PRICES, Basis
from generator.extraction.links.link import Link
from generator.extraction.metrics.priced import price_now
from generator.extraction.metrics.quoted import quoted
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.awaiting import names_the_whole
from generator.extraction.when.told import Told
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# `for 2023A, 2024A and 2025E: RMB97.8bn, RMB103.5bn and RMB112.4bn`: each year says so of its own
_MARKED = r"(?:20)?{:02d}(?:(?P<came>A)|[EF])(?![A-Za-z\d])"
_DECEMBER = 12
_ABOUT_TO_BE = re.compile("(?:大概|大致)会?(?:维持在?|保持在?|在|是|有)?|(?:维持|保持|控制)在")
_SO_FAR = re.compile(r"[A-Za-z]{3}|已|累计|累积|至今|迄今|以来|实际")  # of a year that runs, what came


def basis_of_level(
    around: Surroundings, told: Told, metric: str, amount: Amount, period: Period | None, consensus: bool
) -> Basis:
    """Return whether a level came, is expected or is aimed at; `consensus` says that the market expects it."""
    if quoted(around.scan, amount) or (metric == "share_price" and price_now(around.scan, amount)):
        return "actual"  # whatever is forecast in the same breath
    if metric == "target_price" and is_of_many(around.scan, amount):
        return "consensus"
    own = around.names.catalogue.metrics[metric].basis == "target" and not names_the_market(around.scan)
    if consensus and not own:
        return "consensus"
    basis = basis_of(around, metric, amount, period)
    if basis in ("forecast", "target") and metric not in PRICES and told.follows_what_came(amount):
        basis = "actual"
    if basis == "actual" and any(m.relation == "next" and p == period for m, p in around.resolved):
        return "forecast"
    published = around.calendar.published
    if basis != "actual" or published is None or period is None:
        return basis
    if period.fiscal:
        return "forecast" if _is_fiscal_to_come(around, period) else basis
    if any(m.dated and p == period and not _names_the_end(around, m, p) for m, p in around.resolved):
        return basis  # `the quarter ended July`, which runs on in the calendar's
    if _runs_or_lies_ahead(around, metric, period, amount) or (period.kind == "year" and period.year > published.year):
        return "forecast"
    return _of_day_to_come(around, amount, period, published) or basis


def _is_fiscal_to_come(around: Surroundings, period: Period) -> bool:
    """Whether a span of the company's own fiscal year is not over; of another company's nothing is known."""
    own = around.calendar.fiscal_year_end != _DECEMBER
    return own and period.kind in ("quarter", "half", "year") and not around.calendar.is_over(period)


def _runs_or_lies_ahead(around: Surroundings, metric: str, period: Period, amount: Amount) -> bool:
    """Whether a level can only be expected: its quarter runs on or its words are of what is to come."""
    # where a company's quarters end in other months, one that is carried on runs on in the calendar alone
    named = around.calendar.fiscal_year_end % 3 == 0 or any(p == period for _, p in around.resolved)
    published = around.calendar.published
    ahead = named and period.kind in ("quarter", "half") and published is not None and period.end > published
    return (
        ahead
        or names_the_whole(around, period)
        or _is_planned(around, metric, period, amount)
        or _leads_years_to_come(around, period, amount)
    )


def _of_day_to_come(around: Surroundings, amount: Amount, period: Period, published: date) -> Basis | None:
    """Return the basis of a level of a day that a sentence names and that has not come: 到2025年底扩至4000个, in November 2024."""
    if period.kind != "instant" or period.end <= published or all(p != period for _, p in around.resolved):
        return None
    return "target" if around.scan.cues_between(around.scan.sentence.start, amount.start, "target") else "forecast"


def _leads_years_to_come(around: Surroundings, period: Period, amount: Amount) -> bool:
    """Whether an amount of the year that runs stands first in a row of as many years: 上调2025-2027年净利润至11/32/75亿元."""
    after, published = around.scan.following(amount), around.calendar.published
    runs = period.kind == "year" and published is not None and period.end > published
    return runs and after is not None and joined(around.scan.text, amount.end, after.start)


def _is_planned(around: Surroundings, metric: str, period: Period, amount: Amount) -> bool:
    """Whether a Chinese text tells what is spent in a year that runs, or is to be: 维持今年资本支出约30亿美元, 今年出货量大概维持在1.7亿部."""
    text, start = around.scan.text, around.scan.clause(amount.start)[0]
    named = any(p == period and start <= m.start < amount.start for m, p in around.resolved)
    published = around.calendar.published
    planned = metric == "capex" or _ABOUT_TO_BE.search(text, start, amount.start)
    runs = planned and period.kind == "year" and published is not None and period.end > published
    return bool(runs) and named and not _SO_FAR.search(text, start, amount.start)


def basis_labelled(around: Surroundings, link: Link, period: Period | None) -> Basis | None:
    """Return the basis of a figure that a list labels with its period: what is over came, unless the label says otherwise."""
    if link.expected is None and link.when is not None and period is not None:
        listed = around.scan.text[link.when.start : link.when.end + 1]
        marked = re.search(_MARKED.format(period.year % 100), listed)
        return None if marked is None else "actual" if marked["came"] else "forecast"
    if link.expected is None or period is None:
        return None
    return "actual" if not link.expected and around.calendar.is_over(period) else "forecast"


def goes_on_with_years_to_come(around: Surroundings) -> bool:
    """Whether a list is of the years told before, of which some are to come: 2025-2027年收入为…;净利润为1111/1157/1254亿美元."""
    years, published = around.ground.years, around.calendar.published
    ahead = bool(years and published and (years[-1].year or 0) >= published.year)
    return ahead and not around.scan.periods


def _names_the_end(around: Surroundings, mention: PeriodMention, period: Period) -> bool:
    """Whether a quarter is named by its last month: in August, `the September quarter` is still to come."""
    return f"{period.end:%b}" in around.scan.text[mention.start : mention.end]

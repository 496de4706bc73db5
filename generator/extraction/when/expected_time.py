"""The time of an expectation that names none: that of the sentence before, one that lies ahead, a quarter whose results are awaited."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.compared_back_en import markets_on_outlook
from generator.extraction.expected.headed_aims_zh import aim_headed
from generator.extraction.expected.what_they_expect_en import is_what_they_expect
from generator.extraction.figure import Basis
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.aims_zh import year_beside_the_last
from generator.extraction.when.awaiting import awaited_by, year_after
from generator.extraction.when.due import year_due
from generator.extraction.when.is_to_be_en import period_to_be
from generator.extraction.when.long_run_zh import is_in_the_long_run
from generator.extraction.when.nameless_spans import in_nameless_span
from generator.extraction.when.nearest import is_of_origin
from generator.extraction.when.of_the_next import is_of_the_next
from generator.extraction.when.raised_aims_zh import year_of_moved_aim
from generator.extraction.when.that_would_en import is_what_that_would_be
from generator.extraction.when.told import Told
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# `the same as in the fourth quarter`, `unchanged from the second quarter`, `in line with the third quarter`
_AS_IN = re.compile(
    r"\b(?:the same (?:level |rate |pace )?as|(?:little )?(?:un)?changed from|(?:flat|level|in line|on a par|on par|even) (?:with|on|from)|similar to|as (?:high|much|many|strong|low) as|like|as|after|following) (?:in |at |that (?:of|in) |what it was in )?(?:the )?$"
)
LONG_SINCE = 75  # days after a quarter, from which on nobody foretells its results: they are out


def expected_in(
    around: Surroundings, told: Told, period: Period | None, basis: Basis, amount: Amount, metric: str
) -> Period | None:
    """Return the period of an expectation that names none: that of the one in the sentence before, or one that lies ahead."""
    spoken = around.ground
    outlook = markets_on_outlook(around, basis, told.came)
    if outlook or is_in_the_long_run(around.scan, amount):
        return outlook
    unnamed = (period is None and basis == "forecast") or is_what_they_expect(around, amount)
    unnamed = (unnamed and not around.scan.periods) or is_what_that_would_be(around.scan, amount)
    if unnamed and spoken.expects:
        return spoken.expected  # 10月交付40397辆。大摩预计四季度交付12.1万辆。毛利率可能升至17%
    headed = aim_headed(around, metric) if basis == "target" else None
    moved = headed or (year_of_moved_aim(around, amount, period) if basis == "target" else None)
    if moved or period != spoken.period or names_its_time(around, amount, period):
        return moved or period
    if period is None and not around.scan.chinese and in_nameless_span(around, amount):
        return None  # `$77 billion over five years from 2026`
    awaits = basis in ("forecast", "target") or (basis == "consensus" and not told.came)
    if awaits and (later := awaited_by(around, amount) or year_after(around, amount)):
        return later  # `more than 36 billion euros in revenue and more than 11.5 billion in operating profit by 2025`
    if awaits and (year := _year_meant(around, amount)):
        return year
    if awaits and around.awaited and (own := _own_quarter_after(around, period)):
        return own
    if period is None and awaits and not around.scan.periods:
        return spoken.expected  # `The automaker hiked its sales forecast to 43 trillion yen`, below that of its profit
    to_be = period_to_be(around, told, amount, period) if basis == "forecast" else None
    if awaits and basis != "target" and (coming := _quarter_to_come(around, period) or to_be):
        return coming
    awaits = awaits and not (basis == "target" and period is None)
    goes_on = awaits and spoken.expects and spoken.expected and not told.came
    return spoken.expected if goes_on else period


def names_its_time(around: Surroundings, amount: Amount, period: Period | None) -> bool:
    """Whether a sentence names the period of what is expected; not only for what that is set beside: `is seen at 75%, compared with 75.7% in the second quarter`."""
    said = (m for m, p in around.resolved if p == period)
    said = (m for m in said if around.scan.chinese or m.start < amount.end or not _is_only_beside(around, m))
    return any(said) and not is_of_the_next(around, amount, period)


def _is_only_beside(around: Surroundings, mention: PeriodMention) -> bool:
    """Whether a period is that of something which what is expected is set beside: `about 54%, the same as in the fourth quarter`."""
    low = max(around.scan.sentence.start, mention.start - 40)
    return is_of_origin(around, mention) or bool(_AS_IN.search(around.scan.text, low, mention.start))


def _year_meant(around: Surroundings, amount: Amount) -> Period | None:
    """Return the year of an expectation that names none: one whose results are due, or the one that runs, with the last set behind it."""
    due = year_due(around.scan, amount.start, around.calendar)
    return due or year_beside_the_last(around.scan, amount, around.calendar)


def _quarter_to_come(around: Surroundings, period: Period | None) -> Period | None:
    """Return the quarter after one that is long over, of which a Chinese sentence without a period expects something.

    今年首季则交付33.67万辆。高盛料交付36.5万辆, at the end of June
    """
    if period is None or period.kind != "quarter" or around.scan.periods or not around.scan.chinese:
        return None
    return period.quarter_after() if around.calendar.days_since(period) > LONG_SINCE else None


def _own_quarter_after(around: Surroundings, period: Period | None) -> Period | None:
    """Return the quarter whose results a preview awaits, where a sentence without a period goes on from an earlier one.

    `In the third quarter its revenue was $57 billion. Revenue is expected to come in at $66 billion.`
    """
    own, scan = around.calendar.own_quarter(), around.scan
    if own is None or period is None or scan.periods or scan.chinese or period.kind != "quarter":
        return None
    return own if period.fiscal == own.fiscal and period < own else None

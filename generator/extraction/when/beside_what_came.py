"""Levels of an earlier or a later time than what the sentence told: 市场预期三季度收入950亿元,而二季度收入为889亿元; `was 55.6 billion yuan last year, and analysts expect 80 billion yuan this year`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Basis
from generator.extraction.marks.scanning import Scan
from generator.extraction.when.nearest import is_its_own
from generator.extraction.when.told import Told
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# 而2024年四季度,同一口径下公司每股赚了0.73美元: a clause that says no more than when
_ONLY_WHEN = re.compile("(?:而|但|要知道|回看|对比)?(?:在)?")


def came_earlier(around: Surroundings, told: Told, amount: Amount) -> bool:
    """Whether a clause tells of a period before that of which something is expected: 市场预期三季度收入950亿元,而二季度收入为889亿元."""
    scan, start = around.scan, _from_its_time(around.scan, amount)
    own = [p for m, p in around.resolved if start <= m.start and m.end <= amount.start and p.kind != "instant"]
    so_far = [period for values in told.values.values() for period, _ in values if period is not None]
    if not own or scan.cues_between(start, amount.start, "consensus", "forecast", "target"):
        return False
    return around.calendar.is_over(own[-1]) and any(p.kind == own[-1].kind and own[-1] < p for p in so_far)


def _from_its_time(scan: Scan, amount: Amount) -> int:
    """Return where the clause of an amount begins, with the one before it that only says when."""
    start = scan.clause(amount.start)[0]
    before = [p for p in scan.periods if p.end == start - 1]
    if not before:
        return start
    low = scan.clause(before[-1].start)[0]
    return low if _ONLY_WHEN.fullmatch(scan.text, low, before[-1].start) else start


def as_reported(around: Surroundings, metric: str, period: Period | None, basis: Basis, own: bool) -> Period | None:
    """Return the period reported on, where a Chinese text only spoke of a year before that is not over: 今年的目标是1122亿元;自由现金流为13亿元."""
    reported = around.reported
    if not own or basis != "actual" or period is None or period.kind != "year" or reported is None:
        return period
    named = not around.scan.chinese or any(p == period for _, p in around.resolved)
    spans = around.names.catalogue.metrics[metric].period_type == "duration"
    over = around.calendar.is_over(period) or not around.calendar.is_over(reported)
    return reported if spans and not (named or over) else period


def is_of_a_later_time(around: Surroundings, told: Told, metric: str, amount: Amount) -> bool:
    """Whether English names right behind an amount a time after that of what came: `was 55.6 billion yuan last year, and analysts expect 80 billion yuan this year`."""
    came, text, ended = told.levels.get(metric), around.scan.text, around.calendar.ended
    if around.scan.chinese or came is None or came[0] is None:
        return False
    behind = (p for m, p in around.resolved if m.start >= amount.end and is_its_own(text, amount, m))
    return any(ended(p) > ended(came[0]) for p in behind)

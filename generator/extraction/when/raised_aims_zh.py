"""The year of a Chinese aim that is moved in it and names none, and of what came of it: 上半年卖出24.6万辆,…目标上调至70万辆。最终卖出74万辆."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.periods.mention import PARTS
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_MOVED = re.compile(
    r"(?:[上下]调|调[高低整升降]|提[高升]|[上下]修|改[为成]|定[为在]|加码)[^,;。\d]{0,8}目标(?!价)|目标(?!价)[^,;。\d]{0,12}(?:[上下]调|调[高低整升降]|提[高升]|[上下]修|改[为成]|加码)"
)
_OF_ELSE = re.compile(r"[长中远]期|未来|长远|月销|月度|单月|每月|季度|单季|[三五十]年|半年目标")
_IN_THE_END = re.compile(r"[\s•·*-]*(?:而|但|不过)?(?:最终|最后|结果|到头来|年终|年末)(?!一)")
_LATE = 10  # the month from which on an aim that is moved may be that of the next year


def year_of_moved_aim(around: Surroundings, amount: Amount, period: Period | None) -> Period | None:
    """Return the year of an aim that is moved behind what a part of it brought, and names no time itself."""
    scan, spoken = around.scan, around.ground.period
    if not scan.chinese or period is None or period.fiscal or period.kind not in PARTS:
        return None
    start = scan.clause(amount.start)[0]
    moved = _MOVED.search(scan.text, start, amount.start) and not _OF_ELSE.search(scan.text, start, amount.start)
    named = any(start <= m.start < amount.start for m, _ in around.resolved)
    running = spoken is not None and around.calendar.published is not None and not _is_past(around, period)
    if not moved or named or (running and period.end.month >= _LATE):
        return None
    return Period(str(period.year))


def came_in_the_end(around: Surroundings, metric: str) -> Period | None:
    """Return the year that was aimed at right before, for what a Chinese sentence says came in the end."""
    scan, level = around.scan, around.ground.level
    if level is None or level.basis != "target" or level.period is None or level.period.kind != "year":
        return None
    alike = metric == level.metric or {metric, level.metric} <= set(OF_CARS)
    return level.period if alike and scan.chinese and _IN_THE_END.match(scan.text, scan.sentence.start) else None


def _is_past(around: Surroundings, period: Period) -> bool:
    """Whether a period is of a year that was over when the text was published."""
    day = around.calendar.published
    return day is not None and period.year < day.year

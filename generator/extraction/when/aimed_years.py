"""The year that runs, for what is aimed at in it: `its reduced goal of 4.6 million`; in January it may be the last one."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_YEARLY_AIM = re.compile("[辆台部]?的?(?:全年|年度|年)(?:销量|销售|销|交付|交车|总)*目标")  # 提前完成38万辆的年度目标
# 前九个月交付29.7万辆,仅完成年初70万辆目标的42%
_SET_IN_JANUARY = re.compile("年初(?:设定|定下|制定|提出|确定|立下|公布|给出|既定|原定)?(?:了)?的?$")
_AN_AIM = re.compile("[辆台部]的?(?:销量|销售|交付)?目标(?!价)")
_GOAL_OF = re.compile(
    r"\b(?:goal|target|objective)(?: for (?:sales|deliveries))? of (?:at least |about |around |more than |selling |delivering )?$"
)
_A_MONTH = re.compile(
    r"(?: (?:units|vehicles|cars))? (?:a|per|each|every) (?:month|quarter)|(?: (?:units|vehicles|cars))? monthly"
)
_BEHIND = 24  # characters behind a goal, within which its own time stands


def year_aimed_at(around: Surroundings, amount: Amount) -> Period | None:
    """Return the year that runs, for what a Chinese amount says is aimed at in it; in January it may be the last one."""
    day, (start, end) = around.calendar.published, around.scan.clause(amount.start)
    years = [m for m in around.scan.periods if start <= m.start < end and m.scope == "year"]
    dated = any(m.year or m.shift is not None for m in years)  # and not the 年度 of 年度目标
    aimed = _YEARLY_AIM.match(around.scan.text, amount.end) or (
        _AN_AIM.match(around.scan.text, amount.end)
        and _SET_IN_JANUARY.search(around.scan.text, max(start, amount.start - 8), amount.start)
        and not _tells_of_another_year(around, amount)
    )
    return Period(str(day.year)) if aimed and day and day.month > 1 and not dated else None


def _tells_of_another_year(around: Surroundings, amount: Amount) -> bool:
    """Whether all times that a sentence tells of before an amount are of a year that is over: 2024年交付22.2万辆,完成年初23万辆目标的96%."""
    day = around.calendar.published
    years = {p.year for m, p in around.resolved if m.end <= amount.start}
    return bool(years and day) and day is not None and day.year not in years


def year_of_goal(around: Surroundings, metric: str, amount: Amount) -> Period | None:
    """Return the year that runs, in which a maker has a goal for its sales, as news of a month say it: `its reduced goal of 4.6 million`."""
    day, spoken, scan = around.calendar.published, around.ground.period, around.scan
    if metric not in OF_CARS or scan.chinese or day is None or day.month == 1:
        return None
    monthly = spoken.kind == "month" if spoken else bool(around.month or around.ground.sold)
    low = max(scan.amount_before(amount.start), amount.start - 40)
    if not monthly or not _GOAL_OF.search(scan.text, low, amount.start) or _A_MONTH.match(scan.text, amount.end):
        return None
    own = any(low <= m.start < amount.start or 0 < m.start - amount.end < _BEHIND for m in scan.periods)
    return None if own else Period(str(day.year))

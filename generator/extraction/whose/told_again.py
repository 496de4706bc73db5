"""Sentences that only tell again of the figure told last, what it had been or was to be: those after them go on as before.

`Analysts had looked for $24.6 billion`, `In the fourth quarter it was $22.1 billion`, 摩根大通此前预计为36万辆.
"""

from __future__ import annotations

import re

from generator.extraction.figure import Figure
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.whose.ground import Ground

_COMPARED_FIRST = re.compile(
    r"\s*(?:But )?(?:[Cc]ompared (?:with|to)|[Vv]ersus|[Aa]gainst|[Rr]elative to|[Ii]n comparison (?:with|to)) (?:the )?"
)
# `That followed a doubling of profit in the first quarter`
_FOLLOWED = re.compile(
    r"\s*(?:That|This|It|The (?:fall|drop|decline|rise|increase|gain|jump|result|figure)) (?:followed|follows|came after|comes after|came on top of|compares with|compared with|was after|contrasts with|contrasted with|extended|extends|was a smaller increase than|was slower than|was faster than) "
)


def says_again(marks: Scan, last: Figure | None, told_here: list[Figure], names: Names) -> bool:
    """Whether a sentence names no metric, and all that it states is of the one told last."""
    told = [f for f in told_here if f.metric]
    if last is None or not told or any(f.metric != last.metric for f in told):
        return False
    return not any(m.metrics for m in names.mentions(marks.text[marks.sentence.start : marks.sentence.end]))


def tells_only_how_much(marks: Scan, told_here: list[Figure], names: Names) -> bool:
    """Whether a sentence gives rates alone, and neither says of what nor goes on with a metric: 二季度这一数字为12%, but not 一季度末固定资产196.3亿元."""
    if not told_here or any(f.unit != "percent" or (f.metric and f.measure == "level") for f in told_here):
        return False
    return not any(m.metrics for m in names.mentions(marks.text[marks.sentence.start : marks.sentence.end]))


def only_follows(marks: Scan) -> bool:
    """Whether an English sentence only says upon what the one before it told came: `That followed a doubling of profit in the first quarter`."""
    return not marks.chinese and _FOLLOWED.match(marks.text, marks.sentence.start) is not None


def opens_with_the_compared(marks: Scan) -> bool:
    """Whether an English sentence opens with the only time that it names, as what another is compared with: `Compared with the fourth quarter, when it sold 484,507, the decline was 20%`."""
    if marks.chinese or len(marks.periods) != 1:
        return False
    return _COMPARED_FIRST.fullmatch(marks.text, marks.sentence.start, marks.periods[0].start) is not None


def looked_back(told_here: list[Figure], ground: Ground, calendar: Calendar) -> bool:
    """Whether all that a sentence states is of a time before the one that the text is on, by the company's fiscal year."""
    on = ground.period
    periods = [f.period for f in told_here if f.metric]
    return on is not None and all(p and calendar.ended(p) < calendar.ended(on) for p in periods)


def had_expected(told_here: list[Figure], level: Figure | None) -> bool:
    """Whether all that a sentence states is what had been expected of what came: the next tells again of what came."""
    if level is None or level.basis != "actual":
        return False
    return all(f.basis != "actual" and f.period == level.period for f in told_here if f.metric)


def levels_of(told_here: list[Figure]) -> tuple[Figure, ...]:
    """Return the levels that a sentence states of what came, where each is of another metric of one company and time."""
    levels = [f for f in told_here if f.metric and not f.doubt and f.measure == "level" and f.basis == "actual"]
    one = len({(f.entity, f.period) for f in levels}) == 1
    return tuple(levels) if one and len({f.metric for f in levels}) == len(levels) else ()

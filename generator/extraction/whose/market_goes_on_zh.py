"""Times of a whole market that a Chinese report goes on with for its makers: 全年看,市场出货2.85亿台。华为以4670万台登顶; 12月单月,汽车销量327万辆。比亚迪当月销量42万辆."""

from __future__ import annotations

import re

from generator.extraction.figure import Figure
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.time_left import is_nameless_span, time_opened_with
from generator.settings.period import Period

_MARKET = re.compile("市场|行业|大盘")
_AT_ITS_HEAD = 4  # characters from a sentence's start
# whoever counts the cars of all makers says so at a report's head
_ASSOCIATIONS = re.compile("中汽协|汽车工业协会|乘联[会分]|流通协会|制造商协会|工信部")
_OPENING = 200  # characters


def is_on_many(around: Surroundings) -> bool:
    """Whether a text is on no company, told last of another than the one it names most often, or tells what an association counted."""
    told = around.ground.entity
    others = around.home is None or told not in (None, around.home)
    return others or _ASSOCIATIONS.search(around.scan.text, 0, _OPENING) is not None


def leaves_its_time(around: Surroundings, told_here: list[Figure]) -> bool:
    """Whether a sentence that only counts a market leaves the time that it opens with to the makers behind it."""
    if not (around.tracked or is_on_many(around)) or any(f.basis != "actual" for f in told_here):
        return False
    return time_opened_with(around, None) is not None or is_nameless_span(around) or month_counted(around) is not None


def month_counted(around: Surroundings) -> Period | None:
    """Return the month that a sentence opens with."""
    start = around.scan.sentence.start
    return next((p for m, p in around.resolved if p.kind == "month" and m.start - start <= _AT_ITS_HEAD), None)


def tells_how_it_did_then(around: Surroundings) -> bool:
    """Whether a report opens a sentence with a time and tells how the market did then: 单看第四季度,市场增长4%。苹果份额为25%."""
    scan = around.scan
    of_it = scan.chinese and around.tracked and _MARKET.search(scan.text, scan.sentence.start, scan.sentence.end)
    return bool(of_it) and time_opened_with(around, None) is not None

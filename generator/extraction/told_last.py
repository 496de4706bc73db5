"""What a text told last: the figure, its level, and what a sentence leaves of its figures to the next one."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extraction.figure import Figure
from generator.extraction.marks.cues import OF_WHICH
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS, OF_USERS
from generator.extraction.whose.ground import Ground
from generator.extraction.whose.market_spoken_of import OF_A_MARKET
from generator.settings.period import Period

Told = tuple[str, str | None]  # a metric and its segment
_BACK = 3  # amounts back, among which the figure told last is looked for


def told_last(found: Sequence[Figure]) -> Figure | None:
    """Return the figure that a text told last."""
    return next((f for f in reversed(found[-_BACK:]) if f.metric), None)


def level_of(last: Figure | None, found: Sequence[Figure]) -> Figure | None:
    """Return the level that the figure told last is of, itself or one right before it: `delivered 40,397 vehicles, up 92.6%`."""
    if last is None:
        return None
    of = (last.metric, last.entity, last.segment, last.period)
    levels = (f for f in reversed(found[-_BACK:]) if f.measure == "level")
    return next((f for f in levels if (f.metric, f.entity, f.segment, f.period) == of), None)


def whole_told(marks: Scan, told_here: Sequence[Figure]) -> Figure | None:
    """Return the level of which a Chinese sentence goes on to tell a part: 交付49.7万辆,其中Model Y 40万辆。市场预期为44.8万辆 is of all."""
    part = OF_WHICH.search(marks.text, marks.sentence.start, marks.sentence.end)
    before = [f for f in told_here if f.metric and not f.doubt and part and f.end <= part.start()]
    return level_of(before[-1], before) if before else None


def tells_a_part(marks: Scan, told: bool) -> bool:
    """Whether a Chinese sentence only told a part of what it spoke of: 收入403亿元,其中汽车收入351亿元. 毛利率… is of the whole.

    So does one that opens with 其中 and states no figure that is understood: 其中,数据中心业务以512亿美元领涨.
    """
    part = OF_WHICH.search(marks.text, marks.sentence.start, marks.sentence.end)
    opens = part is not None and part.start() == marks.sentence.start and not told
    return part is not None and (opens or any(a.end <= part.start() for a in marks.amounts))


def takes_apart(told_here: Sequence[Figure]) -> bool:
    """Whether a sentence tells what a company took in, and then by what: 总收入143亿元,汽车销售占137亿元,服务占6亿元。毛利率… is of all."""
    levels = [f for f in told_here if f.metric and f.measure == "level" and f.basis == "actual"]
    whole = next((i for i, f in enumerate(levels) if f.metric == "revenue" and f.segment is None), None)
    return whole is not None and any((f.metric or "").endswith("_revenue") for f in levels[whole + 1 :])


def tells_of_a_market(told_here: Sequence[Figure]) -> bool:
    """Whether all that a sentence states is of a whole market: what it is of, and of when, says nothing of the next."""
    told = [f.doubt for f in told_here if f.metric]
    return bool(told) and all(doubt and doubt.startswith(OF_A_MARKET) for doubt in told)


def last_of_a_market(told_here: Sequence[Figure]) -> str | None:
    """Return what a sentence told last, where all that it states is of a whole market."""
    return next((f.metric for f in reversed(told_here) if f.metric), None) if tells_of_a_market(told_here) else None


def users_of_the_month(marks: Scan, ground: Ground) -> Told | None:
    """Return the count of users that a sentence spoke of for a month, and did not state: money after it is none of the month's."""
    if ground.period is None or ground.period.kind != "month":
        return None
    return next(((name, None) for m in marks.metrics for name in m.metrics if name in OF_USERS), None)


def still_told(ground: Ground, told_here: Sequence[Figure]) -> Told | None:
    """Return what the sentence before told, where this one only says what the market had expected of it: the next may go on with it."""
    only = [f for f in told_here if f.metric]
    expected = ground.told and only and all(f.basis == "consensus" and f.metric == ground.told[0] for f in only)
    return ground.told if expected else None


def tallied(told: Told | None, marks: Scan, ground: Ground) -> str | None:
    """Return the count of cars that a text told last; what counts something else ends that."""
    if told is not None and told[0] in OF_CARS:
        return told[0]
    return None if any(a.kind == "count" for a in marks.amounts) else ground.tallied


def month_sold(told_here: Sequence[Figure], beside: set[Period]) -> Period | None:
    """Return the last month of which a sentence tells how many cars were sold in it, not one that is only set `beside`: `more than double the 15,800 it sold in September 2023`."""
    of_cars = (f for f in told_here if f.metric in OF_CARS and f.basis == "actual" and not f.doubt)
    months = [f.period for f in of_cars if f.period and f.period.kind == "month" and f.period not in beside]
    return max(months, default=None)


def day_priced(told_here: Sequence[Figure], entity: str | None) -> Period | None:
    """Return the day of the price that a sentence quotes last, of the company that it leaves to the next."""
    prices = [f for f in told_here if f.metric == "share_price" and not f.doubt]
    return prices[-1].period if prices and prices[-1].entity == entity else None

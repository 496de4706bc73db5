"""The month of which news tell that go from one maker of cars to the next, whatever else they tell of one of them."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.whose.beside import is_beside
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_FIRST_DAYS = 5  # of a month, in which makers tell what they delivered in the one that is over
_SINCE = re.compile(r"\b[Ss]ince (?:early |late |mid-|last )?$")
_MONTHLY = "CNY"  # the currency of makers that tell each month what they delivered


def month_of_makers(around: Surroundings, amount: Amount) -> Period | None:
    """Return the month of cars that a sentence counts without saying when.

    `Li Auto delivered 53,709 vehicles last month, and 152,831 in the third quarter. Nio delivered 21,181`: of the month again.
    """
    carried, scan = around.ground.period, around.scan
    if scan.chinese:
        return _after_another_span(around, amount)
    if carried is not None and carried.kind == "month":
        return _of_the_next_maker(around, amount, carried)
    if scan.cues_between(scan.amount_before(amount.start), amount.start, "consensus", "forecast", "target"):
        return None  # what is expected is of what was spoken of, or of what is to come
    if after := _after_the_month_beside(around):
        return after
    subject = around.subject_before(amount.start)
    maker = subject.entity if subject else around.ground.entity
    if carried is None:
        return around.ground.month or around.month or around.ground.sold or _just_over(around, maker)
    another = around.ground.owner not in (None, maker) and around.reported is None
    return (around.month or around.ground.sold) if another else None


def _of_the_next_maker(around: Surroundings, amount: Amount, carried: Period) -> Period | None:
    """Return the month of a text's title for another maker than the one of which an earlier month was told last: `Nio had delivered 10,378 in March. Xpeng's deliveries came to 7,506`."""
    subject = around.subject_before(amount.start)
    another = subject is not None and around.ground.owner not in (None, subject.entity)
    earlier = around.month is not None and carried.end < around.month.end
    return around.month if another and earlier else None


def _after_the_month_beside(around: Surroundings) -> Period | None:
    """Return the month after the only time that a sentence names, a month that it sets beside: `rose 81% to 15,310 and were up 12% from August`."""
    named = [(m, p) for m, p in around.resolved if p.kind != "instant"]
    if len(named) != 1 or named[0][1].kind != "month" or not is_beside(around.scan, named[0][0]):
        return None
    if _SINCE.search(around.scan.text, around.scan.sentence.start, named[0][0].start):
        return None  # `Since January it has sold 717,500`
    after = named[0][1].steps_before(-1)
    return after if around.calendar.is_over(after) else None


def _after_another_span(around: Surroundings, amount: Amount) -> Period | None:
    """Return the month that a Chinese text tells of, behind what another maker aims at in its year, or delivered until the month's end.

    蔚来计划今年交付44万辆;零跑交付4.7万辆. 截至9月末,蔚来累计交付60万辆。零跑交付3.3万辆
    """
    carried, month, subject = around.ground.period, around.month, around.subject_before(amount.start)
    if carried is None or month is None or subject is None or subject.entity == around.ground.entity:
        return None
    ahead = carried.kind in ("quarter", "year") and not around.calendar.is_over(carried)
    until = carried.kind != "month" and carried.end == month.end
    expects = around.scan.cues_between(around.scan.sentence.start, amount.start, "consensus", "forecast", "target")
    return month if (ahead or until) and not expects else None


def _just_over(around: Surroundings, maker: str | None) -> Period | None:
    """Return the month before, of which a maker told in its first days: `Xpeng rose 4% after it delivered 34,611 cars`, on 2 July."""
    company = around.names.catalogue.companies.get(maker or "")
    day = around.calendar.published
    early = day is not None and day.day <= _FIRST_DAYS and around.reported is None
    return around.calendar.month_before() if early and company and company.currency == _MONTHLY else None

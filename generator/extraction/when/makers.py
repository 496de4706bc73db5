"""The month of which news tell that go from one maker of cars to the next, whatever else they tell of one of them."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.whose.beside import is_beside
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_FIRST_DAYS = 5  # of a month, in which makers tell what they delivered in the one that is over
_SINCE = re.compile(r"\b[Ss]ince (?:early |late |mid-|last )?$")
# 零跑11月交付7万辆;前11个月累计交付53万辆。 The next maker's are of the month again
_MONTH_AND_ALL = re.compile(
    r"[^;。\n]*?(?<![前首至到~\d-])(?:1[0-2]|[1-9])月(?![末底])[^。\n]*;[^;。\n]*(?:累计|[前首](?:\d\d?|[一二三四五六七八九十两]{1,2})个?(?:月|季度?))[^;。\n]*。"
)
_ALL = re.compile("累计|合计|总共|历史")
# 全年看,零跑交付59.6万辆;小鹏交付42.9万辆: what a line, or what a semicolon joins, opens with before it names a maker
_OPENS_WITH_A_SPAN = re.compile(
    r"[\s•*-]*[^,;。\d]{0,8}?(?:(?:20\d\d年|[今去]年)(?:全年|整年|度|累计)?(?![1-9])|全年|整年|(?:20\d\d年?|[今去]年)?(?:[前首头][三九六369]个?[季月]度?|第?[一二三四]季度?|Q[1-4]|[上下]半年|\d{1,2}月?[-至到~]\d{1,2}月))(?:[^,;。\d]{0,6},|累计|合计|共|的?交付|的?销量)?"
)
_A_MONTH = re.compile(r"(?<![\d至到~前首-])(?:1[0-2]|[1-9])月(?![底末至到~-])|当月|单月|本月|上月")
_A_LINE = 200  # characters of what stands before a maker, in which that is looked for
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
    beside = named[0][1]  # `fewer than in October 2024` is a year before, where the year is named
    after = beside.years_before(-1) if named[0][0].says_its_year else beside.steps_before(-1)
    return after if around.calendar.is_over(after) else None


def _after_another_span(around: Surroundings, amount: Amount) -> Period | None:
    """Return the month that a Chinese text tells of, behind what another maker aims at in its year, or delivered until the month's end.

    蔚来计划今年交付44万辆;零跑交付4.7万辆. 截至9月末,蔚来累计交付60万辆。零跑交付3.3万辆
    """
    carried, month, subject = around.ground.period, around.month, around.subject_before(amount.start)
    if subject is None or subject.entity == around.ground.entity:
        return None
    told_month = _told_all_behind_a_month(around, amount) or _told_the_month(around, amount)
    if around.ground.sold and told_month and not _goes_on_with_a_span(around):
        return around.ground.sold
    if carried is None or month is None:
        return None
    ahead = carried.kind in ("quarter", "year") and not around.calendar.is_over(carried)
    until = carried.kind != "month" and carried.end == month.end and not _goes_on_with_a_span(around)
    expects = around.scan.cues_between(around.scan.sentence.start, amount.start, "consensus", "forecast", "target")
    return month if (ahead or until) and not expects else None


def _goes_on_with_a_span(around: Surroundings) -> bool:
    """Whether the line, or what a semicolon joins to a sentence, opened with a year or a quarter before any maker, and named no month since."""
    text, at = around.scan.text, around.scan.sentence.start
    low = max(0, at - _A_LINE)
    starts = [text.rfind("\n", low, at)] + ([text.rfind("。", low, at)] if around.ground.joined else [])
    return any(start >= 0 and _opens_with_a_span(around, start + 1, at) for start in starts)


def _opens_with_a_span(around: Surroundings, start: int, at: int) -> bool:
    """Whether what stands between opens with a year or a quarter, before any maker, and names no month."""
    text = around.scan.text
    opens = _OPENS_WITH_A_SPAN.match(text, start, at)
    if opens is None or _A_MONTH.search(text, start, at):
        return False
    return not around.names.entities(text[start : opens.end()])


def _told_all_behind_a_month(around: Surroundings, amount: Amount) -> bool:
    """Whether the sentence before told a maker's month and, behind a semicolon, all of its year, and this one says of no such span."""
    scan, at = around.scan, around.scan.sentence.start
    start = max(scan.text.rfind("。", 0, at - 1), scan.text.rfind("\n", 0, at - 1)) + 1
    told = at > 0 and _MONTH_AND_ALL.fullmatch(scan.text, start, at) is not None
    return told and not _ALL.search(scan.text, at, amount.start)


def _told_the_month(around: Surroundings, amount: Amount) -> bool:
    """Whether the figure told last counts another maker's cars of the month, and this sentence says of no longer span."""
    level = around.ground.level
    sold = around.ground.sold
    months = (sold, sold.years_before()) if sold else ()  # 交付33181辆,上年同期为48740辆
    of_month = level is not None and level.metric in OF_CARS and level.period in months
    return of_month and not _ALL.search(around.scan.text, around.scan.sentence.start, amount.start)


def _just_over(around: Surroundings, maker: str | None) -> Period | None:
    """Return the month before, of which a maker told in its first days: `Xpeng rose 4% after it delivered 34,611 cars`, on 2 July."""
    company = around.names.catalogue.companies.get(maker or "")
    day = around.calendar.published
    early = day is not None and day.day <= _FIRST_DAYS and around.reported is None
    return around.calendar.month_before() if early and company and company.currency == _MONTHLY else None

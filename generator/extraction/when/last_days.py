"""The day that a count is of: the end of the year or the quarter that is told, the one until which a sentence counts, or the day of publication."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.tallies import OF_USERS
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# 截至去年底,平台过去12个月的买家为3亿
_COUNTED = re.compile("截[至止]")
_UNTIL_ZH = re.compile(r"[^,;。\d]{0,10},?(?:截至|截止)(?P<day>[^,;。]{2,12})")
_YEARS_END = re.compile(
    r"(?<![今去前明本上\d])(?:年[底末终]|[期季]末|报告期末)(?![前至到之])"
)  # 于年底,集团拥有518家门店
_REPORTS_END = re.compile("(?<![上去同年学早中晚前])(?:(?:报告)?期|季)末")
_LAST_MONTHS = re.compile("(?:过去|最近|近)(?:12|十二)个?月")
# 目前,公司共有员工4.8万人 (but SAP's 目前云端积压订单 is a name); 现在全国有3458座换电站; 今日宣布,门店已达1万家
_NOW = re.compile(
    r"(?:目前|现在|现今|如今|眼下|当下|截[至止]发稿|[截至]今[天日]|(?:^|(?<=[,。;「“]))[^,;。\d]{0,10}今[天日](?:宣布|公布|公告|表示|透露))(?!的|云端?(?:积压|订单))"
)
# `it now runs 3,400 stations`; `58,000 employees today`
NOW_EN = re.compile(r"\b(?:now|currently|today|at present|presently|at the moment) ", re.I)
# `149 Mi Home stores in all now open`; no `40,000 cars, it said today`
_NOW_BEHIND = re.compile(
    r"(?: (?!(?:and|but|while|which|that|who|it|they|said|says|announced|reported|to|from|by|as|than|for)\b)[A-Za-z-]+){0,6},?"
    r" (?:today|at present|at the moment|right now|currently|now(?= (?:open|in operation|operating|running|up and running|online|live|available|installed|in place|in service)\b|[,.;]))\b"
)
# `has spread to more than 40 countries`
_SPREAD = re.compile(
    r"\bha(?:s|ve) (?:now |since |already |so far )?(?:spread|expanded|extended|entered|branched out|moved|gone)(?: (?:its|their) [a-z]+)?(?: (?:in)?to)? (?:about |around |more than |over |nearly |some |almost )*$"
)
# 截至年末,现金419亿元; no 年底前, nor what there will be at its end
_AS_OF_YEARS_END = re.compile(rf"{_REPORTS_END.pattern}|(?:截[至止]|于|在)年[末底](?![前至到之])")
_DECEMBER = 12
_ENDED = tuple(
    f"{verb} {the}"
    for verb in ("ended", "ends", "closed", "finished", "concluded", "exited")
    for the in ("", "the ", "its ")
)
_WITH = re.compile(rf" with {ABOUT}")
_AS_OF = re.compile(r"[^\w\n]{0,4}(?:(?:As of|As at|At|By|On)(?: the)? ?)?")
_ALSO = re.compile(
    r"[^\w\n]{0,4}(?:(?:In addition|Besides|Moreover|Additionally), )?(?:It|They|The [a-z]+|Its [a-z]+|[A-Z]\w+) (?:[a-z]+ ){0,4}?also\b|[^\w\n]{0,4}(?:In addition|Besides|Additionally), "
)
_OPENING = 6  # characters from a sentence's start, within which a day is until when all of it counts


def counted_until(around: Surroundings, amount: Amount) -> Period | None:
    """Return the day that a Chinese sentence opens with, until which the last months were counted: 截至去年底,过去12个月的买家3亿."""
    scan, opens = around.scan, _UNTIL_ZH.match(around.scan.text, around.scan.sentence.start, amount.start)
    if opens is None:
        return None
    days = [
        (m, p) for m, p in around.resolved if p.kind == "instant" and opens.start("day") <= m.end <= opens.end("day")
    ]
    named = [m for m in scan.periods if m.end <= amount.start]
    rolls = len(named) > 1 and _LAST_MONTHS.match(scan.text, named[-1].start)
    return days[0][1] if days and rolls and scan.amount_before(amount.start) == scan.sentence.start else None


def ended_with(around: Surroundings, amount: Amount) -> Period | None:
    """Return the period that an English sentence says ended with so much: `McDonald's ended 2024 with 43,480 restaurants`."""
    scan = around.scan
    before = [(m, p) for m, p in around.resolved if m.end <= amount.start]
    if scan.chinese or not before:
        return None
    mention, period = before[-1]
    ended = scan.text.endswith(_ENDED, scan.sentence.start, mention.start)
    return period if ended and _WITH.fullmatch(scan.text, mention.end, amount.start) else None


def as_it_is_now(around: Surroundings, metric: str, amount: Amount) -> Period | None:
    """Return the day of publication, where a sentence says of what there is that it is so now."""
    scan, day = around.scan, around.calendar.published
    if day is None or (metric in OF_USERS and not scan.chinese):
        return None  # `now has 287 million members`: as of the quarter that it reports on
    said = list((_NOW if scan.chinese else NOW_EN).finditer(scan.text, scan.amount_before(amount.start), amount.start))
    behind = not scan.chinese and _NOW_BEHIND.match(scan.text, amount.end)
    spread = not scan.chinese and metric == "countries" and _SPREAD.search(scan.text, scan.sentence.start, amount.start)
    since = said[-1].end() if said else amount.start
    ahead = scan.cues_between(since, amount.start, "forecast", "target", "prior")
    dated = any(since <= m.start < amount.start for m in scan.periods)
    return Period(day.isoformat()) if (said or behind or spread) and not (ahead or dated) else None


def at_the_reports_end(around: Surroundings, amount: Amount) -> Period | None:
    """Return the last day of the period reported on, where 期末, or 年末 of a year's, stands before what there was, whatever was spoken of since."""
    reported, low = around.reported, around.scan.amount_before(amount.start)
    yearly = reported is not None and reported.end.month == _DECEMBER and around.calendar.is_over(reported)
    form = _AS_OF_YEARS_END if yearly else _REPORTS_END
    said = form.search(around.scan.text, low, amount.start) if reported and not reported.fiscal else None
    dated = said and any(said.end() <= m.start < amount.start for m in around.scan.periods)
    ahead = said and around.scan.cues_between(low, amount.start, "forecast", "target")
    return Period(reported.end.isoformat()) if reported and said and not (dated or ahead) else None


def at_its_end(around: Surroundings, year: Period | None, low: int, amount: Amount) -> Period | None:
    """Return the last day of the year that a Chinese text tells of, where 年底 or 年末 stands alone: 年末现金419亿元."""
    ended = year is not None and year.kind == "year" and not year.fiscal and around.calendar.is_over(year)
    if year is None or not ended or not _YEARS_END.search(around.scan.text, around.scan.sentence.start, amount.start):
        return None
    return None if around.scan.cues_between(low, amount.start, "forecast", "target") else Period(year.end.isoformat())


def day_opened_with(around: Surroundings) -> Period | None:
    """Return the only day that a sentence names, and opens with: 截至12月31日,设有30个仓库。员工总数43688人 is of it as well.

    In English so is what goes on with `also`: `As of October 31, it had 728 stores. It also ran 2,604 charging stations`.
    """
    scan = around.scan
    days = [(m, p) for m, p in around.resolved if p.kind == "instant"]
    if len(days) != 1 or len(scan.periods) != 1:
        return None
    mention, day = days[0]
    if scan.chinese:
        counted = _COUNTED.search(scan.text[max(scan.sentence.start, mention.start - 3) : mention.end])
        opens = mention.start - scan.sentence.start <= _OPENING and counted is not None
    else:
        opens = _AS_OF.fullmatch(scan.text, scan.sentence.start, mention.start) is not None
    over = around.calendar.published is None or day.end <= around.calendar.published
    return day if opens and over else None


def goes_on_with_the_day(around: Surroundings) -> Period | None:
    """Return the day until which the sentence before counted, where an English one goes on with it."""
    scan = around.scan
    goes_on = scan.chinese or (not scan.periods and _ALSO.match(scan.text, scan.sentence.start, scan.sentence.end))
    return around.ground.as_of if goes_on else None

"""A series of cars whose sales a maker began to publish, as Chinese texts say before they tell them: 2024年4月,小米开始公布SU7系列的交付量。当月交付7058辆,全年13.7万辆."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.frozen import frozen
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.marks.terms import NO_METRIC
from generator.extraction.periods.mention import PeriodMention
from generator.settings.period import Period

_OPENS = 10  # characters from a sentence's start, within which it says when
_BEGAN = re.compile(
    r"(?:开始|首次|起,?|首度|正式|单独)[^,;。]{0,8}?(?:公布|披露|发布|公开|公告|统计|列示)了?(?P<what>[^,;。]{0,20}?)的?(?:汽车|新车)?(?:月度?|全年|每月|单月|逐月)?(?:销量|销售|交付|产销)"
)
_NO_NAME = re.compile(
    r"(?:旗下|其|自家|自身|公司|集团|汽车|新车|新能源车?|的|每个?月|单月|逐月|月度|详细|具体|完整|全部)*"
)
_THAT_SERIES = re.compile(r"[该此这](?:一)?(?:系列|车系|品牌|车型|款车)")
_ALL = re.compile(r"公司|集团|总销量|总交付|合计|旗下|整体|全系|所有")


@frozen
class Published:
    """Since which month the sales of a line are published, where the sentence before says so."""

    since: Period
    line: str | None
    unknown: bool = False  # it is one that the catalogue does not know


def published_since(marks: Scan, line: str | None) -> Published | None:
    """Return since when and of what a Chinese sentence says that sales are published; `line` is the one spoken of before."""
    dated = next((m for m in marks.periods if m.year and m.scope == "month"), None)
    if not marks.chinese or marks.amounts or dated is None or dated.start - marks.sentence.start > _OPENS:
        return None
    began = _BEGAN.search(marks.text, dated.end, marks.sentence.end)
    if began is None:
        return None
    named = {m.segment for m in marks.segments}
    that = _THAT_SERIES.search(marks.text, dated.end, marks.sentence.end)
    only = named.pop() if len(named) == 1 else line if that and not named else None
    what = began["what"]
    for company in (e for e in marks.entities if began.start("what") <= e.start and e.end <= began.end("what")):
        what = what.replace(marks.text[company.start : company.end], "")
    since = dated.of(dated.year or 0)
    return Published(since, only, not (only or that or _NO_NAME.fullmatch(what))) if since else None


def with_published(marks: Scan, published: Published | None) -> Scan:
    """Return the marks of the sentence behind one, what it counts of cars as of that line where it names nobody and no other."""
    if published is None or not (published.line or published.unknown) or marks.segments or marks.entities:
        return marks
    if _ALL.search(marks.text, marks.sentence.start, marks.sentence.end):
        return marks
    metrics = [
        _of_line(m, published.line) if set(m.metrics) & set(OF_CARS) and not m.part else m for m in marks.metrics
    ]
    return replace(marks, metrics=metrics)


def in_its_year(mention: PeriodMention, since: Period | None) -> PeriodMention:
    """Return a bare month with the year since which sales are published."""
    bare = mention.scope == "month" and not mention.says_its_year
    if since is None or not bare or mention.number < since.end.month:
        return mention
    return replace(mention, year=since.year)


def _of_line(mention: Mention, line: str | None) -> Mention:
    """Return a count as of a line, as of none that is known where that has no name in the catalogue."""
    return replace(mention, part=line) if line else replace(mention, metrics=(NO_METRIC,))

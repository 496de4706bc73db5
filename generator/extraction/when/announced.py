"""The period whose report a Chinese text says was published: 公布2021年上半年年报."""

from __future__ import annotations

import re

from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.periods.spoken import Spoken
from generator.extraction.reading import Reading
from generator.extraction.when.opening import opening
from generator.extraction.when.previews import FIRST
from generator.settings.period import Period

_PUBLISHED = re.compile("(?:公布|发布|披露|宣布|交出|公告)(?:了|的|其|截至[^,;。]{0,12})*$")
_REPORT = re.compile(
    "(?:的)?(?:未经审计的?|未经审核的?)?(?:财务|综合|合并)?(?:年报|中报|半年报|季报|财报|业绩|成绩单|财务报告|财务业绩)(?!会|说明|电话)"
)
OPENING = 12  # sentences, within which a document says what its results are of
STALE = 200  # days after its end, from which on a period without a year is not the one a document reports on
CLOSE = 14  # characters behind a quarter, within which its results are named


def nine_months_of(reading: Reading, calendar: Calendar, title: str, mention: PeriodMention) -> Period | None:
    """Return the nine months that a Chinese 三季报 is of, where its text opens with what came in them: 前三季度营收1371.8亿元."""
    if mention.scope != "quarter" or mention.number != 3 or not title.startswith(("报", "度报"), mention.end):
        return None
    for sentence in opening(reading, FIRST + 2):
        named = [m for m in period_mentions(reading.text, sentence.start, sentence.end) if m.scope in REPORTED]
        own = [m for m in named if not (m.scope == "quarter" and reading.text.startswith(("报", "度报"), m.end))]
        if own:
            return calendar.resolve(own[0], Spoken()) if own[0].scope == "nine_months" else None
    return None


def announced_period(reading: Reading, calendar: Calendar) -> Period | None:
    """Return the period whose report a Chinese opening says was published, whatever it spoke of before: 公布2021年上半年年报."""
    for sentence in opening(reading, OPENING):
        for mention in period_mentions(reading.text, sentence.start, sentence.end):
            if mention.scope not in REPORTED or not is_announced(reading.text, sentence.start, mention):
                continue
            period = calendar.resolve(mention, Spoken())
            if period and calendar.is_over(period) and calendar.days_since(period) <= STALE:
                return period
    return None


def is_announced(text: str, start: int, mention: PeriodMention) -> bool:
    """Whether a Chinese sentence from `start` says that the report of a period was published."""
    low = max(start, mention.start - CLOSE)
    return bool(_REPORT.match(text, mention.end) and _PUBLISHED.search(text, low, mention.start))

"""The month of whose sales a document tells: makers of cars report them monthly."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.periods.mention import REPORTED
from generator.extraction.periods.spoken import Spoken
from generator.extraction.reading import Reading
from generator.extraction.when.came import tells_what_came
from generator.extraction.when.opening import opening
from generator.settings.period import Period

_COUNTED = sought(
    r"\b(?:sales|sold|sells|deliver(?:y|ies|ed|s)|shipments|wholesales?|registrations|retail numbers|sales volume)\b|销量|交付|(?:乘用车|汽车|新能源|车市)(?:市场)?(?:零售|批发|上险)|上险量",
    re.I,
)
_MONTHLY = re.compile(r"\bmonthly (?:[a-z]+ )?(?:sales|deliveries|shipments|registrations)\b", re.I)
# `October revenue at Hon Hai hits a record`: makers in Taiwan report that monthly
_TAKEN = re.compile(r"\b(?:revenues?|sales)\b|[营營]收", re.I)
# `Chinese EV makers' October scorecard`
_MAKERS = re.compile(
    r"新势力|车企|车市|新能源车|\b(?:N?EV|[Cc]ar|[Aa]uto)[ -]?(?:makers?|startups?|start-ups?|brands|firms|companies)\b|\b(?:[Cc]ar|[Aa]uto)makers?\b"
)
# `Xpeng's October numbers`
_NUMBERS = re.compile(r"\b(?:numbers|figures|tally|scorecard)\b")
# `It delivered 57,100 cars`, 交付18,393辆
_SOLD = sought(
    r"\b(?:sold|delivered|shipped|sales (?:of|were|came to|reached)|deliveries (?:of|were|came to|reached)) (?:[a-z]+ ){0,3}\d{1,3}(?:,\d{3}|\.\d+ million)|(?:交付|销量|销售)[^,。;\d]{0,6}\d[\d,.]*万?[辆輛台]",
    re.I,
)
_FIRST = 800  # characters, within which a text says what it counts
# not `start-ups published their September figures at the start of the holiday`
_LAUNCHED = re.compile(
    r"\b(?:launch|(?<!the )start(?![- ]?ups?\b)|beg[ai]n|unveil|debut|plan)\w*\b|推出|上市|开启|发布", re.I
)
_TO_COME = re.compile(r"\b(?:to|will|could|may|plans?|next)\b|[将拟]|计划|预计")  # `to launch its YU9 in November`
NEWS = 2  # sentences, within which news of a month's sales say which month's


def titled_month(reading: Reading, calendar: Calendar) -> Period | None:
    """Return the only month of whose sales a document's title tells: what it says of none is of that."""
    title = reading.title
    if month := month_in_title(reading, calendar):
        return month
    if not _counts_in_title(reading):
        return None
    if any(tells_what_came(title, 0, m) for m in period_mentions(title, 0, len(title))):
        return None
    return calendar.month_before() if _MONTHLY.search(title) else _opening_month(reading, calendar)


def month_in_title(reading: Reading, calendar: Calendar) -> Period | None:
    """Return the month that the title of news of sales names, and no other time: quarters that the text names are only told beside."""
    title = reading.title
    named = [m for m in period_mentions(title, 0, len(title)) if tells_what_came(title, 0, m)]
    told = _TAKEN.search(title) or _counts_in_title(reading) or _opens_with_sales(reading)
    only = len(named) == 1 and named[0].scope == "month" and bool(told)
    return calendar.resolve(named[0], Spoken()) if only else None


def _counts_in_title(reading: Reading) -> bool:
    """Whether a title tells what was sold, or is on makers or on the numbers of what the text counts."""
    if _COUNTED.search(reading.title):
        return True
    numbers = _MAKERS.search(reading.title) or _NUMBERS.search(reading.title)
    return bool(numbers and _COUNTED.search(reading.text, 0, _FIRST))


def _opens_with_sales(reading: Reading) -> bool:
    """Whether the opening tells the sales of a month, or what was sold and no time, below a title that only names it: `Li Auto hits a new high in September`."""
    if opens_with_a_month(reading):
        return True
    if _LAUNCHED.search(reading.title) or _TO_COME.search(reading.title):
        return False
    text = reading.text
    sold = (s for s in opening(reading, NEWS) if _SOLD.search(text, s.start, s.end))
    return any(not any(tells_what_came(text, s.start, m) for m in period_mentions(text, s.start, s.end)) for s in sold)


def opens_with_a_month(reading: Reading) -> bool:
    """Whether a text is news of a month's sales, as its opening says: quarters that it names later are only looked back on."""
    return any(tells_a_month(reading.text, s.start, s.end) for s in opening(reading, NEWS))


def _opening_month(reading: Reading, calendar: Calendar) -> Period | None:
    """Return the month that an opening tells the sales of, below a title that names no time: `BYD sales fall for a third month`."""
    for sentence in opening(reading, NEWS):
        if tells_a_month(reading.text, sentence.start, sentence.end):
            named = period_mentions(reading.text, sentence.start, sentence.end)
            months = [calendar.resolve(m, Spoken()) for m in named if m.scope == "month"]
            over = [m for m in months if m and calendar.is_over(m)]  # 进入4月,各车企陆续公布3月销量
            return (over or months or [None])[0]
    return None


def tells_a_month(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells what was sold in a month: quarters that such news names later are only looked back on."""
    named = period_mentions(text, start, end)
    months = [m for m in named if m.scope == "month" and tells_what_came(text, start, m)]
    only = (months or _MONTHLY.search(text, start, end)) and not any(m.scope in REPORTED for m in named)
    counts = _COUNTED.search(text, start, end) or (
        _NUMBERS.search(text, start, end) and _COUNTED.search(text, 0, _FIRST)
    )
    return bool(only) and bool(counts) and not _LAUNCHED.search(text, start, end)

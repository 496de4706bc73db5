"""The period whose results a document reports, and which of the periods it names came."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.periods.calendar import Calendar, Spoken
from generator.extraction.periods.mention import PeriodMention, period_mentions
from generator.extraction.reading import Reading
from generator.extraction.when.previews import FIRST, awaits_results, is_previewed
from generator.extraction.when.since import is_since
from generator.settings.period import Period

_RESULTS = re.compile(
    r"\b(?:results?|earnings|profits?|revenues?|loss|shipments?|sales|deliver(?:y|ies)|market|market share|financials|financial (?:data|figures|performance|highlights))\b|业绩|财报|财务数据|财务指标|财务表现|成绩单|经营数据|年报|净利|营收|利润|盈利|纯利|溢利|收入|获利|多赚|少赚",
    re.I,
)
REPORTED = ("quarter", "half", "nine_months")
_COUNTED = re.compile(
    r"\b(?:sales|sold|sells|deliver(?:y|ies|ed|s)|shipments|wholesales?|registrations|retail numbers|sales volume)\b|销量|交付",
    re.I,
)
_MONTHLY = re.compile(r"\bmonthly (?:[a-z]+ )?(?:sales|deliveries|shipments|registrations)\b", re.I)
# `Chinese EV makers' October scorecard`
_MAKERS = re.compile(
    r"\b(?:N?EV|[Cc]ar|[Aa]uto)[ -]?(?:makers?|startups?|start-ups?|brands|firms|companies)\b|\b(?:[Cc]ar|[Aa]uto)makers?\b"
)
_FIRST = 800  # characters, within which a text says what it counts
_LAUNCHED = re.compile(r"\b(?:launch|start|beg[ai]n|unveil|debut|plan)\w*\b|推出|上市|开启|发布", re.I)
_NEWS = 2  # sentences, within which news of a month's sales say which month's
# What a document expects of a period is not what it reports.
_EXPECTED = re.compile(
    r"(?:预告|料|相信|预计|预期|展望|预测|指引|明年)[^,;。]{0,12}$|\b(?<!than )(?<!than analysts )(?<!than was )(?<!than had been )(?<!had )(?:expects?|expected to|forecasts?|guides?|outlook for)\b[^,;]{0,60}$",
    re.I,
)
# `up 9.7% from 4.9bn yuan in Q3 2023`: the quarter is of what another is compared with.
_FROM_AMOUNT = re.compile(
    r"\b(?:from|than|against|versus|compared (?:with|to)) (?:about |a )?[A-Z$€£¥]{0,4} ?[\d.,]+ ?(?:%|[a-z]+)?(?: (?:yuan|euros?|dollars|units|vehicles|cars|smartphones|devices|RMB))? (?:in|for|of) (?:the )?$",
    re.I,
)
# `adjusted net profit of $7.1 billion for the last quarter`
_LATEST = re.compile(
    r"\b(?:in|for|during|over) (?:the|its) (?:company's )?(?:last|latest|most recent|past|recent|just-ended) quarter\b"
)
_LABEL = re.compile(r": ?(?:[A-Z]{2,3}|[A-Z]{0,2}[$€¥£])? ?\d")  # `RMB 92.5 billion (2Q24: RMB 88.9 billion)`
_ENDS_YEARS = re.compile(r"\d{4}年[至到]$")  # 2023年至2025年第二季度售出的二手机
_STALE = 200  # days after its end, from which on a period without a year is not the one a document reports on
_TO_COME = re.compile(r"[^,;。]{0,14}(?:有望|料|预计|将达|将为|目标|指引|力争)")
_ANNUAL = re.compile(
    r"\b(?:annual|full-year|yearly) (?:net )?(?:profits?|results|earnings|loss|revenues?|sales)\b", re.I
)
# `the brand's full-year profit missed estimates`, not its forecast
_FULL_YEAR = re.compile(
    r"\b(?:full-year|annual) (?:(?:net|pre-?tax|adjusted|operating|underlying|core) )*(?:profits?|results|earnings|loss|revenues?|sales)\b(?! (?:forecast|guidance|outlook|target|estimate|projection|view|goal|growth|warning|is|are|will|to|would|could|expected|seen))",
    re.I,
)
_LEADS = 3  # stretches: the title and the first two sentences
_SEASON = 4  # the month in which annual results are still reported
_AND_MONTHS = re.compile(
    r"\b(?:three|3|quarter(?:ly)?|three months|Q[1-4]|[1-4]Q)(?:[ -]?(?:20)?\d\d)?(?: results)?(?: and|,? &| /|/)(?: the| for the)? ?$",
    re.I,
)
_JOINED = 32  # characters before such months, within which the quarter is named
_SAME = re.compile(
    r"\b(?:period|quarter|month|time|months|weeks|day|half|of|in|since|ago|while|but|after|when|[A-Z][a-z]+) $"
)  # the same quarter last year
_PUBLISHED = re.compile("(?:公布|发布|披露|宣布|交出|公告)(?:了|的|其|截至[^,;。]{0,12})*$")
_REPORT = re.compile(
    "(?:的)?(?:未经审计的?|未经审核的?)?(?:财务|综合|合并)?(?:年报|中报|半年报|季报|财报|业绩|成绩单|财务报告|财务业绩)(?!会|说明|电话)"
)
_CLOSE = 14  # characters behind a quarter, within which its results are named
_OPENING = 12  # sentences, within which a document says what its results are of
COMPARED = sought(
    r"(?:\b(?:from|than|over|versus|vs\.?|since)|compared (?:with|to)|较|比|相比|对比|与|和(?=上)|高于|低于)\s*(?:the |that of |in |[A-Z]\w+['’]s )?$",
    re.I,
)


def reported_period(reading: Reading, calendar: Calendar) -> Period | None:
    """Return the period whose results a document reports: the first past one that its title, then its opening names."""
    if announced := _announced(reading, calendar):
        return announced
    title = reading.title
    shorter = any(m.scope in REPORTED for m in period_mentions(title, 0, len(title)))  # 2025/26财年首季溢利
    years = ("year",) if _RESULTS.search(title) and not shorter else ()
    quarterly, last, told = False, False, 0
    annual = _titled_year(title, calendar)
    stretches = [(title, 0, len(title))] + [(reading.text, s.start, s.end) for s in reading.sentences[:_OPENING]]
    annual = annual or _led_by_the_year(stretches, calendar)
    for i, (text, start, end) in enumerate(stretches):
        for mention in period_mentions(text, start, end):
            quarterly = (
                quarterly
                or bool(_LATEST.search(text, start, end))
                or (mention.scope == "relative" and mention.relation == "this")
                or (mention.relation == "told" and _is_last_quarters(text, start, mention))
                or last
                or (mention.relation == "next" and bool(_RESULTS.search(title)) and text[mention.start].isascii())
            )
            last = last or (0 < i <= FIRST and _leads_with_last_quarter(text, start, end, mention))
            period = calendar.resolve(mention, Spoken()) if mention.scope != "relative" else None
            if period and i <= FIRST and _is_years_results(mention, calendar, text[start:end], text, start):
                annual, told = (annual, told) if annual else (period, i)
            told_of = period is not None and period.kind in (*REPORTED, *(years if i == 0 else ()))
            if period is None or not told_of or is_since(text, start, mention):
                continue
            # in September, Q3 is not last year's; nor is a quarter that the text only looks back on
            stale = calendar.days_since(period) > _STALE and not (mention.year and i == 0)
            if stale or not (calendar.is_over(period) and tells_what_came(text, start, mention)):
                continue
            if i == 0 and (nine := _nine_months_of(reading, calendar, title, mention)):
                return nine
            headed = annual is not None and told == 0 and i > 0
            looked_back = (last and period.kind != "quarter") or (
                quarterly and _is_looked_back_on(mention, period, calendar)
            )
            so_far = quarterly and not annual and period.kind in ("half", "nine_months")
            if so_far or (i > FIRST and looked_back):
                return calendar.own_quarter()  # 集团上季收入2478亿元。…累计今年6个月,收入4954亿元
            return (
                annual if headed or (annual and told <= 1 and i > FIRST) else its_quarter(text, start, mention, period)
            )
        if i <= _NEWS and _tells_a_month(text, start, end):
            break
    return annual or (calendar.own_quarter() if quarterly or awaits_results(reading) or is_previewed(reading) else None)


def its_quarter(text: str, start: int, mention: PeriodMention, period: Period) -> Period:
    """Return the quarter that results are of that are told with those of the months up to its end: `Three and Nine Months Ended September 30, 2025`."""
    last = {"nine_months": 3, "half": 2 if period.label.endswith("H1") else 4, "year": 4}.get(period.kind)
    joined = _AND_MONTHS.search(text, max(start, mention.start - _JOINED), mention.start) if last else None
    return Period(f"{'FY' if period.fiscal else ''}{period.year}-Q{last}") if joined else period


def _nine_months_of(reading: Reading, calendar: Calendar, title: str, mention: PeriodMention) -> Period | None:
    """Return the nine months that a Chinese 三季报 is of, where its text opens with what came in them: 前三季度营收1371.8亿元."""
    if mention.scope != "quarter" or mention.number != 3 or not title.startswith(("报", "度报"), mention.end):
        return None
    for sentence in reading.sentences[: FIRST + 2]:
        named = [m for m in period_mentions(reading.text, sentence.start, sentence.end) if m.scope in REPORTED]
        own = [m for m in named if not (m.scope == "quarter" and reading.text.startswith(("报", "度报"), m.end))]
        if own:
            return calendar.resolve(own[0], Spoken()) if own[0].scope == "nine_months" else None
    return None


def _announced(reading: Reading, calendar: Calendar) -> Period | None:
    """Return the period whose report a Chinese opening says was published, whatever it spoke of before: 公布2021年上半年年报."""
    for sentence in reading.sentences[:_OPENING]:
        for mention in period_mentions(reading.text, sentence.start, sentence.end):
            if mention.scope not in REPORTED or not is_announced(reading.text, sentence.start, mention):
                continue
            period = calendar.resolve(mention, Spoken())
            if period and calendar.is_over(period) and calendar.days_since(period) <= _STALE:
                return period
    return None


def is_announced(text: str, start: int, mention: PeriodMention) -> bool:
    """Whether a Chinese sentence from `start` says that the report of a period was published."""
    low = max(start, mention.start - _CLOSE)
    return bool(_REPORT.match(text, mention.end) and _PUBLISHED.search(text, low, mention.start))


def _is_last_quarters(text: str, start: int, mention: PeriodMention) -> bool:
    """Whether a Chinese sentence tells results of 上季, the quarter that has just ended: 集团上季净利润103亿元."""
    own = tells_what_came(text, start, mention) and text[mention.start - 1 : mention.start] != "连"
    return not text[mention.start].isascii() and own and bool(_RESULTS.search(text, mention.end, mention.end + _CLOSE))


def _leads_with_last_quarter(text: str, start: int, end: int, mention: PeriodMention) -> bool:
    """Whether an English opening tells what came in the last quarter, whatever the text goes on to sum up: `BYD's profit dropped last quarter`."""
    own = mention.relation == "told" and text[mention.start].isascii() and tells_what_came(text, start, mention)
    only = own and not any(m.scope in REPORTED for m in period_mentions(text, start, end))
    return only and bool(_RESULTS.search(text, start, end))


def _is_looked_back_on(mention: PeriodMention, period: Period, calendar: Calendar) -> bool:
    """Whether a quarter that is told with its year is one before the last: a text that speaks of `the quarter` reports on that."""
    own = calendar.own_quarter()
    bare = period.kind == "quarter" and mention.year is not None and not (period.fiscal or mention.dated)
    return bare and own is not None and own.kind == "quarter" and not own.fiscal and period < own


def titled_month(reading: Reading, calendar: Calendar) -> Period | None:
    """Return the only month of whose sales a document's title tells: what it says of none is of that."""
    title = reading.title
    makers = _MAKERS.search(title) and _COUNTED.search(reading.text, 0, _FIRST)
    if not (makers or _COUNTED.search(title)):
        return None
    named = [m for m in period_mentions(title, 0, len(title)) if tells_what_came(title, 0, m)]
    if not named and _MONTHLY.search(title):
        return calendar.month_before()
    only = len(named) == 1 and named[0].scope == "month"
    return calendar.resolve(named[0], Spoken()) if only else None


def _tells_a_month(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells what was sold in a month: quarters that such news names later are only looked back on."""
    named = period_mentions(text, start, end)
    months = [m for m in named if m.scope == "month" and tells_what_came(text, start, m)]
    only = (months or _MONTHLY.search(text, start, end)) and not any(m.scope in REPORTED for m in named)
    return bool(only) and bool(_COUNTED.search(text, start, end)) and not _LAUNCHED.search(text, start, end)


def tells_what_came(text: str, start: int, mention: PeriodMention) -> bool:
    """Whether a period is neither what another is compared with nor one of which something is expected."""
    if _LABEL.match(text, mention.end) or _TO_COME.match(text, mention.end):
        return False
    if _ENDS_YEARS.search(text, max(start, mention.start - 8), mention.start):
        return False
    before = ((_FROM_AMOUNT, 60), (COMPARED, 36), (_EXPECTED, 80))
    return not any(form.search(text, max(start, mention.start - far), mention.start) for form, far in before)


def _led_by_the_year(stretches: list[tuple[str, int, int]], calendar: Calendar) -> Period | None:
    """Return the fiscal year that has just ended, where an opening tells what came in it and no quarter before: `its full-year profit missed estimates`."""
    day, year_end = calendar.published, calendar.fiscal_year_end
    if day is None or year_end == 12 or not 0 < (day.month - year_end) % 12 <= _SEASON:
        return None
    for text, start, end in stretches[:_LEADS]:
        if any(m.scope in REPORTED for m in period_mentions(text, start, end)):
            return None
        if _FULL_YEAR.search(text, start, end):
            return Period(f"FY{day.year - (day.month <= year_end)}")
    return None


def _titled_year(title: str, calendar: Calendar) -> Period | None:
    """Return the year whose results a title tells of in the season of annual results: `posts a leap in annual profit`."""
    day = calendar.published
    told = day is not None and day.month <= _SEASON and _ANNUAL.search(title)
    return Period(str(day.year - 1)) if told and day and calendar.fiscal_year_end == 12 else None


def _is_years_results(mention: PeriodMention, calendar: Calendar, said: str, text: str, start: int) -> bool:
    """Whether a sentence speaks, in the season of annual results, of those of the year before."""
    day = calendar.published
    if day is None or day.month > _SEASON or mention.scope != "year" or not _RESULTS.search(said):
        return False
    if mention.shift == -1 and text[mention.start].isascii():  # `Profit more than quintupled last year`
        return tells_what_came(text, start, mention) and not _SAME.search(text, start, mention.start)
    return mention.year == day.year - 1 or (mention.number == 12 and mention.year is None)  # the year ended December 31


def labels_fiscal(reading: Reading, calendar: Calendar) -> bool:
    """Whether the quarters that a document names with a year are those of the company's fiscal year."""
    if calendar.fiscal_year_end == 12:
        return False
    title = reading.title
    stretches = [(title, 0, len(title))] + [(reading.text, s.start, s.end) for s in reading.sentences[:FIRST]]
    return any(calendar.is_fiscal_label(m) for text, start, end in stretches for m in period_mentions(text, start, end))

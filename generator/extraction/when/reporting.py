"""The period whose results a document reports, and which of the periods it names came."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import zip_longest

from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.periods.mention import REPORTED, UNTIL, PeriodMention
from generator.extraction.periods.spoken import Spoken
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence
from generator.extraction.when.announced import CLOSE, OPENING, STALE, announced_period, nine_months_of
from generator.extraction.when.came import tells_what_came
from generator.extraction.when.ended_last import reports_the_last, results_of_the_last
from generator.extraction.when.months import NEWS, month_in_title, tells_a_month
from generator.extraction.when.opening import opening
from generator.extraction.when.previews import FIRST, awaits_results, is_previewed
from generator.extraction.when.released import released_period
from generator.extraction.when.results_named_en import results_named_en
from generator.extraction.when.results_named_zh import results_named_zh
from generator.extraction.when.results_out import tells_a_quarter
from generator.extraction.when.since import is_since
from generator.settings.period import Period

_RESULTS = re.compile(
    r"\b(?:results?|earnings|profits?|revenues?|loss|shipments?|sales|deliver(?:y|ies)|market|market share|financials|financial (?:data|figures|performance|highlights))\b|业绩|财报|财务数据|财务指标|财务表现|成绩单|经营数据|年报|净利|营收|利润|盈利|纯利|溢利|收入|获利|多赚|少赚",
    re.I,
)
# `adjusted net profit of $7.1 billion for the last quarter`
_LATEST = re.compile(
    r"\b(?:in|for|during|over) (?:the|its) (?:company's )?(?:last|latest|most recent|past|recent|just-ended) quarter\b"
)
_ANNUAL = re.compile(
    r"\b(?:annual|full-year|yearly) (?:net )?(?:profits?|results|earnings|loss|revenues?|sales)\b(?! (?:forecasts?|guidance|outlook|targets?|estimates?|projections?|views?|goals?|warnings?)\b)",
    re.I,
)
# `profit halves in difficult 2022`, `ends a record 2024 with a loss`
_QUALIFIED_YEAR = re.compile(
    r"\b(?:in|for|over|after|ends?|closes?) (?:an? |its )?(?!early|late|mid)[a-z-]+ (?P<year>20\d\d)\b(?!-)"
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


def reported_period(reading: Reading, calendar: Calendar, others: Collection[int] = ()) -> Period | None:
    """Return the period whose results a document reports: the one it says was published, else the first past one that its title, then its opening names, but for the sentences that start where it speaks of `others`."""
    if month_in_title(reading, calendar):
        return None  # 蔚来11月交付3.6万辆, below which 公司早前公布第三季业绩
    return announced_period(reading, calendar) or _named_first(reading, calendar, others)


def _named_first(reading: Reading, calendar: Calendar, others: Collection[int]) -> Period | None:
    """Return the first past period that a title, then an opening names as the one it tells of."""
    title = reading.title
    shorter = any(m.scope in REPORTED for m in period_mentions(title, 0, len(title)))  # 2025/26财年首季溢利
    years = ("year",) if _RESULTS.search(title) and not shorter else ()
    quarterly, last, told = False, False, 0
    annual = _titled_year(title, calendar)
    stretches = [(title, 0, len(title))] + [
        (reading.text, s.start, s.end) for s in _opening(reading) if s.start not in others
    ]
    annual = annual or _led_by_the_year(stretches, calendar)
    for i, (text, start, end) in enumerate(stretches):
        for mention in _without_firsts(text, period_mentions(text, start, end)):
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
            stale = calendar.days_since(period) > STALE and not (mention.year and i == 0)
            if stale or not (calendar.is_over(period) and tells_what_came(text, start, mention)):
                continue
            if meant := _reported_instead(reading, calendar, i == 0, mention, period):
                return meant
            headed = annual is not None and told == 0 and i > 0
            looked_back = (last and period.kind != "quarter") or (
                quarterly and _is_looked_back_on(mention, period, calendar)
            )
            so_far = quarterly and not annual and period.kind in ("half", "nine_months")
            if so_far or (i > FIRST and looked_back):
                return calendar.own_quarter()  # 集团上季收入2478亿元。…累计今年6个月,收入4954亿元
            return (
                annual if headed or (annual and told <= 1 and i > told) else its_quarter(text, start, mention, period)
            )
        if i <= NEWS and tells_a_month(text, start, end):
            break
    own = calendar.own_quarter() if quarterly or last or _is_of_the_last(reading, calendar) else None
    results_named = results_named_en if reading.document.language == "en" else results_named_zh
    return annual or released_period(reading, calendar) or own or results_named(reading, calendar)


def _without_firsts(text: str, mentions: Sequence[PeriodMention]) -> list[PeriodMention]:
    """Return mentions without those that only begin a span of quarters, whose last is the news: `(Q3 2021 – Q4 2022)`."""
    return [
        one
        for one, after in zip_longest(mentions, mentions[1:])
        if not (after and one.scope == after.scope == "quarter" and UNTIL.fullmatch(text, one.end, after.start))
    ]


def _reported_instead(
    reading: Reading, calendar: Calendar, in_title: bool, mention: PeriodMention, named: Period
) -> Period | None:
    """Return the period that a text reports on though it names another: the nine months of 三季报, the quarter after one that it names in passing."""
    if in_title:
        return nine_months_of(reading, calendar, reading.title, mention)
    return None if mention.year or mention.shift else reports_the_last(reading, calendar, named)


def _is_of_the_last(reading: Reading, calendar: Calendar) -> bool:
    """Whether a text that names no quarter reports or awaits the results of the last."""
    says = (awaits_results, tells_a_quarter, results_of_the_last)
    return is_previewed(reading) or any(say(reading, calendar) for say in says)


def _opening(reading: Reading) -> list[Sentence]:
    """Return the sentences that a document opens with, without the place that a dash parts from the first: `HONG KONG - Xiaomi said`."""
    first = opening(reading, OPENING + 1)
    return [s for s in first if not (s.is_heading and reading.text[s.start : s.end].isupper())][:OPENING]


def its_quarter(text: str, start: int, mention: PeriodMention, period: Period) -> Period:
    """Return the quarter that results are of that are told with those of the months up to its end: `Three and Nine Months Ended September 30, 2025`."""
    last = {"nine_months": 3, "half": 2 if period.label.endswith("H1") else 4, "year": 4}.get(period.kind)
    joined = _AND_MONTHS.search(text, max(start, mention.start - _JOINED), mention.start) if last else None
    return Period(f"{'FY' if period.fiscal else ''}{period.year}-Q{last}") if joined else period


def _is_last_quarters(text: str, start: int, mention: PeriodMention) -> bool:
    """Whether a Chinese sentence tells results of 上季, the quarter that has just ended: 集团上季净利润103亿元."""
    own = tells_what_came(text, start, mention) and text[mention.start - 1 : mention.start] != "连"
    return not text[mention.start].isascii() and own and bool(_RESULTS.search(text, mention.end, mention.end + CLOSE))


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
    """Return the year whose results a title tells of in the season of annual results: `posts a leap in annual profit`, `profit halves in difficult 2022`."""
    day = calendar.published
    if day is None or day.month > _SEASON or calendar.fiscal_year_end != 12:
        return None
    called = _QUALIFIED_YEAR.search(title) if _RESULTS.search(title) else None
    told = _ANNUAL.search(title) or (called and int(called["year"]) == day.year - 1)
    return Period(str(day.year - 1)) if told else None


def _is_years_results(mention: PeriodMention, calendar: Calendar, said: str, text: str, start: int) -> bool:
    """Whether a sentence speaks, in the season of annual results, of those of the year before."""
    day = calendar.published
    if day is None or day.month > _SEASON or mention.scope != "year" or not _RESULTS.search(said):
        return False
    if mention.shift == -1 and text[mention.start].isascii():  # `Profit more than quintupled last year`
        return tells_what_came(text, start, mention) and not _SAME.search(text, start, mention.start)
    return mention.year == day.year - 1 or (mention.number == 12 and mention.year is None)  # the year ended December 31


def labels_fiscal(reading: Reading, calendar: Calendar, others: Collection[int] = ()) -> bool:
    """Whether the quarters that a document names with a year are those of the company's fiscal year."""
    if calendar.fiscal_year_end == 12:
        return False
    title = reading.title
    stretches = [(title, 0, len(title))] + [
        (reading.text, s.start, s.end) for s in opening(reading, FIRST) if s.start not in others
    ]
    return any(calendar.is_fiscal_label(m) for text, start, end in stretches for m in period_mentions(text, start, end))

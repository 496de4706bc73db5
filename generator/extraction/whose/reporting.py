"""The periods a text speaks of: what its results are of, and which one each mention means."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.corpus.beginnings import sought
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar, Spoken
from generator.extraction.periods.mention import UNTIL, PeriodMention, period_mentions
from generator.extraction.reading import Reading
from generator.settings.period import Period

Resolved = list[tuple[PeriodMention, Period]]

_RESULTS = re.compile(
    r"\b(?:results?|earnings|profits?|revenues?|loss|shipments?|sales|deliver(?:y|ies)|market|market share)\b|业绩|财报|年报|净利|营收|利润",
    re.I,
)
_REPORTED = ("quarter", "half", "nine_months")
_COUNTED = re.compile(r"\b(?:sales|sold|sells|deliver(?:y|ies|ed|s)|shipments)\b|销量|交付", re.I)
_MONTHLY = re.compile(r"\bmonthly (?:[a-z]+ )?(?:sales|deliveries|shipments|registrations)\b", re.I)
_LAUNCHED = re.compile(r"\b(?:launch|start|beg[ai]n|unveil|debut|plan)\w*\b|推出|上市|开启|发布", re.I)
_NEWS = 2  # sentences, within which news of a month's sales say which month's
# What a document expects of a period is not what it reports.
_EXPECTED = re.compile(
    r"(?:预告|料|相信|预计|预期|展望|预测|指引|明年)[^,;。]{0,12}$|\b(?:expects?|expected to|forecasts?|guides?|outlook for)\b[^,;]{0,60}$",
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
_YEARS = re.compile(r"\byears 20\d\d and $")
_QUARTERS_REPORT = re.compile(
    r"(?:\bQ[1-4]|\bH[12]|\bquarter|\bhalf)(?:['’]s)? (?:[a-z]+ ){0,2}(?:report|results|earnings|statements?|performance) (?:(?:for|of|in) )?(?:the year )?$"
)
_LABEL = re.compile(r": ?(?:[A-Z]{2,3}|[A-Z]{0,2}[$€¥£])? ?\d")  # `RMB 92.5 billion (2Q24: RMB 88.9 billion)`
_SET_BESIDE = re.compile(r"\b(?:from|than|against|versus|compared (?:with|to)) [^,;]{0,30}$", re.I)
_LONG_OVER = 280  # days after a quarter's end, from which on its name means the next such quarter
_STALE = 200  # days after its end, from which on a period without a year is not the one a document reports on
_TO_COME = re.compile(r"[^,;。]{0,14}(?:有望|料|预计|将达|将为|目标|指引|力争)")
_SEASON = 4  # the month in which annual results are still reported
_FIRST = 4  # sentences, within which a preview says that it is one
_AWAITED = sought(
    r"\b(?:will|to|set to|due to|scheduled to|slated to|about to) (?:report|release|announce|publish|unveil)\b[^.;]{0,60}\b(?:results?|earnings|Q[1-4]|quarter)\b"
    r"|\b(?:earnings|results|Q[1-4]|quarter) preview\b|\bpreview:|[-–—:] preview\b|^preview\b"
    r"|\bwhat (?:analysts |investors |wall street )?(?:to |should )?(?:expect|watch|look for)\b(?=[^.;]{0,60}\b(?:results?|earnings|Q[1-4]|quarter)\b)"
    r"|\b(?:expected|projected) to (?:report|post) (?:quarterly |(?:first|second|third|fourth)-quarter |Q[1-4] )?(?:earnings|revenue|EPS|adjusted EPS|a profit|results)\b",
    re.I,
)
_PREVIEW = re.compile(
    r"(?:业绩|[财季年中]报|Q[1-4]|[1-4]Q(?:\d\d)?|季度?|年度?)前瞻|前瞻:"
)  # 前瞻布局 looks ahead to no results
# `自2023年热潮显现以来`, `2021年以来最差季度`: when something began, or was last so.
_SINCE_BEFORE = re.compile(r"(?:自|从)\s*$")
_SINCE_AFTER = re.compile(r"[^,;。]{0,24}?以来|年?起(?=[翻,增])")
_SAME = re.compile(
    r"\b(?:period|quarter|month|time|months|weeks|day|half|of|in|since|ago|while|but|after|when|[A-Z][a-z]+) $"
)  # the same quarter last year
_OPENING = 12  # sentences, within which a document says what its results are of
_COMPARED = sought(
    r"(?:\b(?:from|than|over|versus|vs\.?|since)|compared (?:with|to)|较|比|相比|对比|与|和(?=上)|高于|低于)\s*(?:the |that of |in |[A-Z]\w+['’]s )?$",
    re.I,
)


def reported_period(reading: Reading, calendar: Calendar) -> Period | None:
    """Return the period whose results a document reports: the first past one that its title, then its opening names."""
    title = reading.title
    years = ("year",) if _RESULTS.search(title) else ()
    quarterly, told = False, 0
    annual: Period | None = None
    stretches = [(title, 0, len(title))] + [(reading.text, s.start, s.end) for s in reading.sentences[:_OPENING]]
    for i, (text, start, end) in enumerate(stretches):
        for mention in period_mentions(text, start, end):
            quarterly = (
                quarterly
                or bool(_LATEST.search(text, start, end))
                or (mention.scope == "relative" and mention.relation == "this")
                or (mention.relation == "next" and bool(_RESULTS.search(title)) and text[mention.start].isascii())
            )
            period = calendar.resolve(mention, Spoken()) if mention.scope != "relative" else None
            if period and i <= _FIRST and _is_years_results(mention, calendar, text[start:end], text, start):
                annual, told = (annual, told) if annual else (period, i)
            if period is None or period.kind not in (*_REPORTED, *(years if i == 0 else ())):
                continue
            # in September, Q3 is not last year's; nor is a quarter that the text only looks back on
            stale = calendar.days_since(period) > _STALE and not (mention.year and i == 0)
            if stale or not (calendar.is_over(period) and tells_what_came(text, start, mention)):
                continue
            return annual if annual and told <= 1 and i > _FIRST else period
        if i <= _NEWS and _tells_a_month(text, start, end):
            break
    return annual or (calendar.own_quarter() if quarterly or awaits_results(reading) or is_previewed(reading) else None)


def titled_month(reading: Reading, calendar: Calendar) -> Period | None:
    """Return the only month of whose sales a document's title tells: what it says of none is of that."""
    title = reading.title
    if not _COUNTED.search(title):
        return None
    named = [m for m in period_mentions(title, 0, len(title)) if tells_what_came(title, 0, m)]
    only = len(named) == 1 and named[0].scope == "month"
    return calendar.resolve(named[0], Spoken()) if only else None


def _tells_a_month(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells what was sold in a month: quarters that such news names later are only looked back on."""
    named = period_mentions(text, start, end)
    months = [m for m in named if m.scope == "month" and tells_what_came(text, start, m)]
    only = (months or _MONTHLY.search(text, start, end)) and not any(m.scope in _REPORTED for m in named)
    return bool(only) and bool(_COUNTED.search(text, start, end)) and not _LAUNCHED.search(text, start, end)


def tells_what_came(text: str, start: int, mention: PeriodMention) -> bool:
    """Whether a period is neither what another is compared with nor one of which something is expected."""
    if _LABEL.match(text, mention.end) or _TO_COME.match(text, mention.end):
        return False
    before = ((_FROM_AMOUNT, 60), (_COMPARED, 36), (_EXPECTED, 80))
    return not any(form.search(text, max(start, mention.start - far), mention.start) for form, far in before)


def _is_years_results(mention: PeriodMention, calendar: Calendar, said: str, text: str, start: int) -> bool:
    """Whether a sentence speaks, in the season of annual results, of those of the year before."""
    day = calendar.published
    if day is None or day.month > _SEASON or mention.scope != "year" or not _RESULTS.search(said):
        return False
    if mention.shift == -1 and text[mention.start].isascii():  # `Profit more than quintupled last year`
        return tells_what_came(text, start, mention) and not _SAME.search(text, start, mention.start)
    return mention.year == day.year - 1 or (mention.number == 12 and mention.year is None)  # the year ended December 31


def awaits_results(reading: Reading) -> bool:
    """Whether a document's title or opening speaks of results that are still to come."""
    stretches = [reading.document.title, *(reading.text[s.start : s.end] for s in reading.sentences[:_FIRST])]
    return any(_AWAITED.search(stretch) for stretch in stretches)


def is_previewed(reading: Reading) -> bool:
    """Whether a Chinese title over an English digest says that it looks ahead to results; who expects them is not the market."""
    return reading.document.language == "en" and "前瞻" in reading.document.title


def foresees_results(reading: Reading) -> bool:
    """Whether a Chinese title says that its writer looks ahead to results: 25Q3前瞻."""
    return bool(_PREVIEW.search(reading.title))


def labels_fiscal(reading: Reading, calendar: Calendar) -> bool:
    """Whether the quarters that a document names with a year are those of the company's fiscal year."""
    if calendar.fiscal_year_end == 12:
        return False
    title = reading.title
    stretches = [(title, 0, len(title))] + [(reading.text, s.start, s.end) for s in reading.sentences[:_FIRST]]
    return any(calendar.is_fiscal_label(m) for text, start, end in stretches for m in period_mentions(text, start, end))


def resolve(marks: Scan, calendar: Calendar, spoken: Spoken) -> Resolved:
    """Return a sentence's period mentions with the periods they mean; spans of several years mean none of them.

    `spoken` is what was spoken of before the sentence.
    """
    resolved: Resolved = []
    if not marks.periods:
        return resolved
    spans = {
        m for one, other in pairwise(marks.periods) for m in (one, other)
        if one.scope == other.scope == "year"
        and UNTIL.fullmatch(marks.text, one.end, other.start)
    }  # fmt: skip
    dated = any(
        m.scope == "year" and m.year and not (_is_beside(marks, m) or _is_beginning(marks, m)) for m in marks.periods
    )
    for mention in (m for m in marks.periods if m not in spans):
        if (
            _is_beginning(marks, mention)
            or _dates_quarters_report(marks, mention)
            or _is_of_years_together(marks, mention)
        ):
            continue
        if (
            dated
            and mention.scope == "year"
            and not mention.year
            and mention.shift is None
            and not _opens(marks, mention)
        ):
            if year := _back_to_the_year(marks, mention):
                resolved.append((mention, year))
            continue  # `full-year revenue was 366 billion yuan in 2024`
        beside = _is_beside(marks, mention)
        meant = replace(mention, relation="told") if _is_just_ended(marks, mention, beside) else mention
        period = calendar.resolve(meant, spoken, _ahead(marks, mention, spoken.reported), beside)
        if period is None:
            continue
        if mention.scope == "quarter" and not (mention.year or mention.shift or beside):
            over = calendar.days_since(period) > _LONG_OVER  # in August, `the third quarter` is the one that runs
            period = period.years_before(-1) if over else period
        if _is_year_to_come(marks, mention) and not beside and calendar.is_over(period):
            period = period.years_before(-1)
        resolved.append((mention, period))
        if period.kind != "instant" and not beside:
            spoken = replace(spoken, last=period, quarter=period if period.kind == "quarter" else spoken.quarter)
    return resolved


def _back_to_the_year(marks: Scan, mention: PeriodMention) -> Period | None:
    """Return the year that a sentence comes back to, behind a part of it: `for 2025 it expects 170,000 in Q3, and an annual target of 580,000`."""
    before = [m for m in marks.periods if m.end <= mention.start]
    named = next((m for m in reversed(before) if m.scope == "year" and m.year), None)
    if named is None or named.fiscal or not marks.text[mention.start].isascii():
        return None
    part = any(m.start >= named.end and m.scope in (*_REPORTED, "month") for m in before)
    return Period(f"{named.year}") if part else None


def _is_of_years_together(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a year is the last of two that an amount is of together: `$500 billion in orders for calendar years 2025 and 2026`."""
    apart = any(cue.kind == "each" for cue in marks.cues)
    together = mention.scope == "year" and _YEARS.search(marks.text, marks.sentence.start, mention.start)
    return bool(together) and not apart


def _dates_quarters_report(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a year is that of a quarter's report, which is spoken of: `third-quarter financial report for 2025`."""
    if mention.scope != "year" or mention.fiscal:
        return False
    return bool(_QUARTERS_REPORT.search(marks.text, marks.sentence.start, mention.start))


def _is_year_to_come(marks: Scan, mention: PeriodMention) -> bool:
    """Whether `annual` or `the full year` is the one that a company's expectations are of: `it expects annual cloud revenue of`."""
    if (
        mention.scope != "year"
        or mention.number == 12
        or mention.year
        or mention.shift is not None
        or not marks.text[mention.start].isascii()
    ):
        return False
    start, end = marks.clause(mention.start)
    return bool(marks.cues_between(start, end, "forecast")) and not marks.cues_between(start, end, "target", "actual")


def _opens(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a Chinese clause has 全年 for its only year, before the sentence names another: 全年营收约8.3兆元,预估2026年…."""
    start, end = marks.clause(mention.start)
    own = not any(m is not mention and m.scope == "year" and m.start < end for m in marks.periods)
    return own and not marks.text[mention.start].isascii() and any(start <= a.start < end for a in marks.amounts)


def _is_just_ended(marks: Scan, mention: PeriodMention, beside: bool) -> bool:
    """Whether 上一季 is what Taiwan's papers call the quarter reported on: nothing is told before it that it is set beside."""
    said = marks.text[mention.start : mention.end]
    return said == "上一季" and not beside and all(a.start > mention.start for a in marks.amounts)


def _is_beside(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a mention is what another period is compared with."""
    return bool(_COMPARED.search(marks.text, max(marks.sentence.start, mention.start - 24), mention.start))


def _is_beginning(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a mention says since when something has been so."""
    since = _SINCE_AFTER.match(marks.text, mention.end, marks.sentence.end)
    return since is not None and (
        since.end() - mention.end <= 2 or bool(_SINCE_BEFORE.search(marks.text, mention.start - 2, mention.start))
    )


def _ahead(marks: Scan, mention: PeriodMention, reported: Period | None) -> bool:
    """Whether a mention is of the next such period: its clause, or the one it introduces, speaks of what is expected."""
    if reported is not None and mention.scope == reported.kind and reported.label.endswith(str(mention.number)):
        return False  # the quarter reported on, set beside what was expected of it
    start, end = marks.clause(mention.start)
    if marks.text[mention.start - 1] in "与较比":
        return False  # 毛利率估与第2季的28.72%相当
    if _SET_BESIDE.search(marks.text, start, mention.start):
        return False  # `shy of forecasts of over 18% and down from 18.2% in the second quarter`
    if not any(start <= at < end for at in [m.start for m in marks.amounts] + [m.start for m in marks.metrics]):
        end = marks.clause(min(end + 1, marks.sentence.end))[1]
    return bool(
        marks.cues_between(start, end, "forecast", "target") or marks.cues_between(start, mention.start, "consensus")
    )

"""Which period each mention of a sentence means, told what was spoken of before."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extraction.expected.labelled_old_en import dates_a_forecast
from generator.extraction.frozen import replace
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.periods.spans import is_long_span, is_span
from generator.extraction.periods.spoken import Spoken
from generator.extraction.when.aims_zh import was_set_before
from generator.extraction.when.asides_dated_en import only_dates_an_aside
from generator.extraction.when.at_year_end_en import at_year_end
from generator.extraction.when.by_another import is_that_quarter, named_last, was_to_come
from generator.extraction.when.came import COMPARED, is_of_the_compared
from generator.extraction.when.circumstances_en import only_dates_circumstances
from generator.extraction.when.dated_parts_en import dates_the_part
from generator.extraction.when.dividends_by_quarter_zh import in_dividends_year, pays_from
from generator.extraction.when.due import quarter_due
from generator.extraction.when.events_zh import only_dates_an_event
from generator.extraction.when.guided_before import quarter_guided
from generator.extraction.when.ordinals import ORDINALS
from generator.extraction.when.outlooks import begins_another
from generator.extraction.when.part_of_opened_year_zh import in_opened_year, is_of_any_year
from generator.extraction.when.part_of_year_en import years_for_parts
from generator.extraction.when.record_months_zh import month_of_record
from generator.extraction.when.since import is_beginning, is_last_so, is_of_all_told
from generator.extraction.when.this_year_zh import span_of_this_year
from generator.extraction.when.to_come import (
    is_ahead,
    is_foreseen_at_once,
    is_to_come,
    is_year_to_come,
    will_be_in,
    year_that_runs,
)
from generator.extraction.when.to_date import span_to_date
from generator.extraction.when.when_said import is_when_said
from generator.extraction.when.whole_years_zh import is_whole_year_that_runs, is_whole_year_to_come
from generator.extraction.when.years_said import (
    Resolved,
    back_to_the_year,
    dates_quarters_report,
    is_of_years_together,
    only_describes,
    says_whole_year,
    year_named,
)
from generator.extraction.whose.beside import compared_with, is_over_the_whole
from generator.extraction.whose.counts_published_zh import in_its_year
from generator.extraction.whose.joined_origins_zh import joins_an_origin
from generator.settings.period import Period

_LED_TO = re.compile(r"\s*(?:至|到|to|through)\s*")  # 24Q1至25Q1毛利率由52%升至56%: each has its amount
_TURNED_FROM = ("扭转", "扭转了", "逆转", "摆脱", "摆脱了", "告别", "一改", "走出")  # 扭转上季12亿元的亏损
_AND = (" and ", " and the ", " quarter and the ")
_AND_ZH = ("及", "和", "与", "、")
_NAMED_AGAIN = re.compile(
    r"(?:,| -| –| \(|,? (?:which|that) (?:is|are|was|were|makes? up|made up|forms?|formed|corresponds? to)|,? (?:or|i\.e\.,?))? (?:(?:the|its|their|(?:the )?company['’]s) )?|\("
)
_SEASON = 4  # the month until which the results of the year before come out
_OUT_LONG_AGO = 100  # days after a quarter's end, from which on nothing will happen in it
_LONG_OVER = 280  # days after a quarter's end, from which on its name means the next such quarter
_ITS_BASE = re.compile(
    r"(?:同期|同季|全年)?的?(?:[较偏极很更相对比]{0,3}[高低大])?的?(?:比较)?基(?:期|数)(?!的?\d)|(?:全年|同期)?的?高?(?:基础|水平)之?上"
)
_AGAINST_LAST = re.compile("[今本]年(?:[比较]|相比于?|对比|同)(?:去年|上年)")


def resolve(marks: Scan, calendar: Calendar, spoken: Spoken) -> Resolved:
    """Return a sentence's period mentions with the periods they mean; spans of several years mean none of them.

    `spoken` is what was spoken of before the sentence.
    """
    resolved: Resolved = []
    spans = _in_spans(marks) if marks.periods else set()
    dated = any(
        m.scope == "year"
        and m.year
        and not (
            _is_beside(marks, m) or is_beginning(marks, m) or _leads_from(marks, m) or _is_reason_or_base(marks, m)
        )
        for m in marks.periods
        if m not in spans
    )
    for mention in (m for m in marks.periods if m not in spans):
        if _names_no_time(marks, mention, calendar) or dates_the_part(marks, mention, resolved, calendar):
            continue
        running = year_that_runs(marks, mention, calendar, spoken.last)
        if running or (dated and says_whole_year(marks, mention)):
            year = running or back_to_the_year(marks, mention) or year_named(marks, mention, resolved)
            now = spoken.reported or next((p for _, p in resolved if p.kind in REPORTED), None)
            year = year or _year_beside(marks, mention, resolved, now)
            runs = year is not None and is_whole_year_that_runs(marks, mention, year, now)
            resolved += [(mention, year.years_before(-1) if runs else year)] if year else []
            continue  # `full-year revenue was 366 billion yuan in 2024`
        beside = _is_beside(marks, mention)
        meant = _meant(marks, mention, beside)
        period = (
            quarter_guided(marks, mention, calendar, spoken)
            or (calendar.that_runs(mention, spoken) if is_foreseen_at_once(marks, mention) else None)
            or quarter_due(marks, mention, calendar, spoken, beside)
            or calendar.resolve(
                in_its_year(meant, spoken.since),
                spoken,
                is_ahead(marks, mention, spoken.reported) or was_to_come(marks, mention),
                beside,
            )
        )
        period = _before_the_last(marks, mention, period, spoken)
        period = _of_the_year_over(
            marks, meant if is_that_quarter(marks, mention) else mention, period, calendar, spoken.reported
        )
        period = span_to_date(marks, mention, spoken.last or spoken.reported, calendar) or period
        period = span_of_this_year(marks, mention, resolved, spoken.last, calendar) or _month_beside(
            mention, period, resolved
        )
        period = _month_told(marks, mention, period, calendar)
        period = _quarter_in_turn(marks, mention, resolved) or period or month_of_record(marks, mention, calendar)
        period = at_year_end(marks, mention, _that_month(marks, mention, resolved) or period, calendar)
        if period is None:
            continue
        if mention.dated and spoken.reported and spoken.reported.fiscal and spoken.reported.kind == "quarter":
            period = calendar.as_fiscal(period) or period  # `in the June quarter` of news on the fiscal third one
        if period.kind == "year" and _is_last_year_in_january(marks, mention, calendar, spoken.last):
            period = period.years_before()
        begins = begins_another(marks, mention, period, spoken, calendar)
        now = spoken.reported or spoken.last
        if not beside and (begins or _is_a_year_later(marks, meant, period, calendar, now)):
            period = period.years_before(-1)
        resolved.append((mention, period))
        if period.kind == "quarter" and spoken.last is not None and period < spoken.last:
            spoken = replace(spoken, earlier=period)
        told = not (beside or is_of_the_compared(marks.text, marks.sentence.start, mention))
        event = only_dates_an_event(marks, mention, period, spoken.last, spoken.reported)
        if period.kind != "instant" and told and not event:
            spoken = replace(spoken, last=period, quarter=period if period.kind == "quarter" else spoken.quarter)
    return _as_one(marks.text, years_for_parts(marks, resolved))


def _that_month(marks: Scan, mention: PeriodMention, resolved: Resolved) -> Period | None:
    """Return the month named right before in a sentence, though only for when something happened: `opened a plant in May; exports reached 10,000 that month`."""
    if marks.text[mention.start : mention.end].lower() != "that month" or not resolved:
        return None
    named, last = resolved[-1]
    if last.kind != "month" or _is_beside(marks, named):
        return None
    years = [p for _, p in resolved if p.kind == "year" and not p.fiscal]
    return Period(f"{years[-1].year}-{named.number:02}") if years and not named.year else last


def _year_beside(marks: Scan, mention: PeriodMention, resolved: Resolved, now: Period | None) -> Period | None:
    """Return the year that a Chinese sentence named last, where a bare 全年 is the one after it: 前三季235亿元,接近2024年的241亿元,全年料逾320亿元."""
    last = resolved[-1][1] if resolved else None
    runs = last is not None and last.kind == "year" and is_whole_year_that_runs(marks, mention, last, now)
    return last if runs else None


def _as_one(text: str, resolved: Resolved) -> Resolved:
    """Return mentions with the periods they mean; of a quarter that is told by its months and by the fiscal year, both mean the latter's.

    `the three months to December 27, which are Q1 of its fiscal 2026`, `in Q1 of its fiscal '20, the three months to 30 June, 42 per cent more`
    """
    meant = list(resolved)
    for i, ((one, first), (other, second)) in enumerate(pairwise(resolved)):
        if one.dated == other.dated or not (first.kind == second.kind == "quarter"):
            continue
        if first.fiscal != second.fiscal and _NAMED_AGAIN.fullmatch(text, one.end, other.start):
            period = first if first.fiscal else second
            meant[i], meant[i + 1] = (one, period), (other, period)
    return meant


def _in_spans(marks: Scan) -> set[PeriodMention]:
    """Return the first and the last periods of spans; years always are, quarters unless each has its amount."""
    return {
        m for one, other in pairwise(marks.periods) for m in (one, other)
        if is_long_span(marks.text, one, other) or (is_span(marks.text, one, other) and (one.scope == "year" or not _LED_TO.fullmatch(marks.text, one.end, other.start)))
    }  # fmt: skip


def _names_no_time(marks: Scan, mention: PeriodMention, calendar: Calendar) -> bool:
    """Whether a mention says since when something is so, which report is meant, or stands for several years."""
    return (
        dates_a_forecast(marks.text, mention)
        or (is_beginning(marks, mention) and not pays_from(marks, mention))
        or is_last_so(marks, mention)
        or is_of_all_told(marks, mention)
        or dates_quarters_report(marks, mention)
        or only_describes(marks, mention)
        or is_of_years_together(marks, mention)
        or _is_reason_or_base(marks, mention)
        or is_when_said(marks, mention, calendar)
        or is_of_any_year(marks, mention)
        or only_dates_circumstances(marks, mention)
        or only_dates_an_aside(marks, mention)
    )


def _is_reason_or_base(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a Chinese year only says what a growth is told against: 受去年的高基期影响, 今年比上年少32.6%."""
    return bool(_ITS_BASE.match(marks.text, mention.end) or _AGAINST_LAST.match(marks.text, mention.start))


def _before_the_last(marks: Scan, mention: PeriodMention, period: Period | None, spoken: Spoken) -> Period | None:
    """Return the year that 上年 means: the one before that spoken of, in accounts of a year: 2024年亏损224亿元,上年亏损207亿元."""
    of_accounts = marks.text.startswith(("上年", "上一年"), mention.start) and mention.scope == "year"
    last = spoken.last or spoken.reported
    return period.years_before() if of_accounts and period is not None and period == last else period


def _is_a_year_later(
    marks: Scan, mention: PeriodMention, period: Period, calendar: Calendar, reported: Period | None
) -> bool:
    """Whether the next such period is meant: in August, `the third quarter` is the one that runs."""
    if mention.scope == "quarter" and not (mention.year or mention.shift):
        if will_be_in(marks, mention) and calendar.days_since(period) > _OUT_LONG_AGO:
            return True
        return calendar.days_since(period) > _LONG_OVER
    if mention.scope == "month" and not mention.says_its_year and will_be_in(marks, mention):
        return calendar.is_over(period)  # `will deliver 60,000 cars in October`, told in August
    if is_whole_year_that_runs(marks, mention, period, reported):
        return True
    if is_whole_year_to_come(marks, mention, reported):
        return calendar.is_over(period)
    return is_year_to_come(marks, mention) and calendar.is_over(period)


def _of_the_year_over(
    marks: Scan, mention: PeriodMention, period: Period | None, calendar: Calendar, reported: Period | None
) -> Period | None:
    """Return the half, the quarter or the end of the year that is over, which `the year` is while its results come out.

    `It had cash of 113 billion yuan at the end of the year`, in March.
    """
    day = calendar.published
    if period is None or day is None or mention.shift != 0 or day.month > _SEASON or period.end <= day:
        return period
    said = marks.text[mention.start : mention.end]
    if (
        not (said.endswith(("the year", "that quarter")) or said in ORDINALS)
        or mention.scope not in ("half", "quarter", "instant")
        or is_ahead(marks, mention, reported)
    ):
        return period
    return period if is_to_come(marks, mention) else period.years_before()


def _dated_by_the_next(marks: Scan, mention: PeriodMention) -> PeriodMention:
    """Return a mention with the year of the one that `and` joins to it: `in both the first and second quarters of 2025`."""
    after = next((m for m in marks.periods if m.start > mention.start), None)
    if after and mention.scope == after.scope == "year" and mention.year and after.fiscal:
        listed = marks.text[mention.end : after.start] in _AND_ZH
        return replace(mention, fiscal=True) if listed else mention  # 2026及2027财年
    if mention.year or mention.shift is not None or mention.scope not in ("quarter", "month"):
        return mention
    joined = after and after.scope == mention.scope and marks.text[mention.end : after.start] in _AND
    return replace(mention, year=after.year, fiscal=after.fiscal) if joined and after and after.year else mention


def _meant(marks: Scan, mention: PeriodMention, beside: bool) -> PeriodMention:
    """Return a mention of 上季 or 上一季 as the quarter reported on, or as the one before it: 由上季度的15.4%升至17.9%; a bare one with the year of the next."""
    if _is_just_ended(marks, mention, beside):
        return replace(mention, relation="told")
    mention = in_dividends_year(marks, mention)
    mention = in_opened_year(marks, _dated_by_the_next(marks, named_last(marks, mention)))
    led_from = marks.text[mention.start - 1] in "从由自" or marks.text.endswith(_TURNED_FROM, 0, mention.start)
    origin = mention.relation == "told" and led_from
    return replace(mention, relation="prev") if origin else mention


def _month_told(marks: Scan, mention: PeriodMention, period: Period | None, calendar: Calendar) -> Period | None:
    """Return the month before for `the month` in news that come early in one: the one that runs has told nothing yet."""
    if period is None or marks.text[mention.start : mention.end].lower() != "the month" or calendar.is_over(period):
        return period
    return calendar.month_before() or period


def _month_beside(mention: PeriodMention, period: Period | None, resolved: Resolved) -> Period | None:
    """Return the month before the one that was told: in December, 11月交付33181辆,上月为31767辆 sets October beside."""
    told = period is not None and period.kind == "month" and any(p == period for _, p in resolved)
    return period.steps_before(1) if told and period and mention.shift == -1 else period


def _is_last_year_in_january(marks: Scan, mention: PeriodMention, calendar: Calendar, last: Period | None) -> bool:
    """Whether 全年 or 年度, told in January, is the year that was aimed at before: 曾在年初将年度销量目标定为550万辆."""
    bare = mention.scope == "year" and not mention.year and mention.shift is None and last is None
    day = calendar.published
    return bare and day is not None and day.month == 1 and was_set_before(marks, mention)


def _quarter_in_turn(marks: Scan, mention: PeriodMention, resolved: Resolved) -> Period | None:
    """Return the quarter after the one before, of both of which a Chinese sentence expects something: 料第三财季收入203亿美元,第四财季178亿美元."""
    if not (marks.chinese and _is_bare_quarter(mention) and resolved and _is_bare_quarter(resolved[-1][0])):
        return None
    first, period = resolved[-1]
    in_turn = mention.number == first.number % 4 + 1 and period.kind == "quarter"
    if not in_turn or _is_beside(marks, mention) or _is_beside(marks, first):
        return None
    expects = marks.cues_between(marks.sentence.start, mention.start, "forecast", "consensus")
    return (
        period.quarter_after() if expects and not marks.cues_between(*marks.clause(mention.start), "actual") else None
    )


def _is_bare_quarter(mention: PeriodMention) -> bool:
    """Whether a mention is a quarter by its number alone."""
    return mention.scope == "quarter" and not (mention.year or mention.shift is not None or mention.relation)


def _leads_from(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a Chinese year is only where something was before it moved: 全年毛利率由2023年的1.5%升至14.3%."""
    return marks.text[mention.start - 1] in "由从自" and marks.text.startswith("的", mention.end)


def _is_just_ended(marks: Scan, mention: PeriodMention, beside: bool) -> bool:
    """Whether 上一季 is what Taiwan's papers call the quarter reported on: nothing is told before it that it is set beside."""
    said = marks.text[mention.start : mention.end]
    return said == "上一季" and not beside and all(a.start > mention.start for a in marks.amounts)


def _is_beside(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a mention is what another period is compared with."""
    before = COMPARED.search(marks.text, max(marks.sentence.start, mention.start - 24), mention.start)
    set_beside = (bool(before) and not is_over_the_whole(marks, mention)) or joins_an_origin(marks, mention)
    return set_beside or compared_with(marks, mention) is not None

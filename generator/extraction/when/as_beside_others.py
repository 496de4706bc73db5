"""Times that others of their sentence complete: `in both the first and second quarters of 2025`, 由上季度的15.4%升至17.9%, 料第三财季203亿美元,第四财季178亿美元."""

from __future__ import annotations

from generator.extraction.frozen import replace
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.by_another import named_last
from generator.extraction.when.compared_times import is_compared
from generator.extraction.when.dividends_by_quarter_zh import in_dividends_year
from generator.extraction.when.part_of_opened_year_zh import in_opened_year
from generator.extraction.when.whole_years_zh import is_whole_year_that_runs
from generator.extraction.when.years_said import Resolved
from generator.settings.period import Period

_TURNED_FROM = ("扭转", "扭转了", "逆转", "摆脱", "摆脱了", "告别", "一改", "走出")  # 扭转上季12亿元的亏损
_AND = (" and ", " and the ", " quarter and the ")
_AND_ZH = ("及", "和", "与", "、")


def that_month(marks: Scan, mention: PeriodMention, resolved: Resolved) -> Period | None:
    """Return the month named right before in a sentence, though only for when something happened: `opened a plant in May; exports reached 10,000 that month`."""
    if marks.text[mention.start : mention.end].lower() != "that month" or not resolved:
        return None
    named, last = resolved[-1]
    if last.kind != "month" or is_compared(marks, named):
        return None
    years = [p for _, p in resolved if p.kind == "year" and not p.fiscal]
    return Period(f"{years[-1].year}-{named.number:02}") if years and not named.year else last


def year_beside(marks: Scan, mention: PeriodMention, resolved: Resolved, now: Period | None) -> Period | None:
    """Return the year that a Chinese sentence named last, where a bare 全年 is the one after it: 前三季235亿元,接近2024年的241亿元,全年料逾320亿元."""
    last = resolved[-1][1] if resolved else None
    runs = last is not None and last.kind == "year" and is_whole_year_that_runs(marks, mention, last, now)
    return last if runs else None


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


def meant_beside(marks: Scan, mention: PeriodMention, beside: bool) -> PeriodMention:
    """Return a mention of 上季 or 上一季 as the quarter reported on, or as the one before it: 由上季度的15.4%升至17.9%; a bare one with the year of the next."""
    if _is_just_ended(marks, mention, beside):
        return replace(mention, relation="told")
    mention = in_dividends_year(marks, mention)
    mention = in_opened_year(marks, _dated_by_the_next(marks, named_last(marks, mention)))
    led_from = marks.text[mention.start - 1] in "从由自" or marks.text.endswith(_TURNED_FROM, 0, mention.start)
    origin = mention.relation == "told" and led_from
    return replace(mention, relation="prev") if origin else mention


def month_told(marks: Scan, mention: PeriodMention, period: Period | None, calendar: Calendar) -> Period | None:
    """Return the month before for `the month` in news that come early in one: the one that runs has told nothing yet."""
    if period is None or marks.text[mention.start : mention.end].lower() != "the month" or calendar.is_over(period):
        return period
    return calendar.month_before() or period


def month_beside(mention: PeriodMention, period: Period | None, resolved: Resolved) -> Period | None:
    """Return the month before the one that was told: in December, 11月交付33181辆,上月为31767辆 sets October beside."""
    told = period is not None and period.kind == "month" and any(p == period for _, p in resolved)
    return period.steps_before(1) if told and period and mention.shift == -1 else period


def quarter_in_turn(marks: Scan, mention: PeriodMention, resolved: Resolved) -> Period | None:
    """Return the quarter after the one before, of both of which a Chinese sentence expects something: 料第三财季收入203亿美元,第四财季178亿美元."""
    if not (marks.chinese and _is_bare_quarter(mention) and resolved and _is_bare_quarter(resolved[-1][0])):
        return None
    first, period = resolved[-1]
    in_turn = mention.number == first.number % 4 + 1 and period.kind == "quarter"
    if not in_turn or is_compared(marks, mention) or is_compared(marks, first):
        return None
    expects = marks.cues_between(marks.sentence.start, mention.start, "forecast", "consensus")
    return (
        period.quarter_after() if expects and not marks.cues_between(*marks.clause(mention.start), "actual") else None
    )


def _is_bare_quarter(mention: PeriodMention) -> bool:
    """Whether a mention is a quarter by its number alone."""
    return mention.scope == "quarter" and not (mention.year or mention.shift is not None or mention.relation)


def _is_just_ended(marks: Scan, mention: PeriodMention, beside: bool) -> bool:
    """Whether 上一季 is what Taiwan's papers call the quarter reported on: nothing is told before it that it is set beside."""
    said = marks.text[mention.start : mention.end]
    return said == "上一季" and not beside and all(a.start > mention.start for a in marks.amounts)

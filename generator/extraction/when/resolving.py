"""Which period each mention of a sentence means, told what was spoken of before."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extraction.frozen import replace
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.periods.spans import is_long_span, is_span
from generator.extraction.periods.spoken import Spoken
from generator.extraction.when.a_year_apart import (
    before_the_last,
    is_a_year_later,
    is_last_year_in_january,
    of_the_year_over,
)
from generator.extraction.when.as_beside_others import (
    meant_beside,
    month_beside,
    month_told,
    quarter_in_turn,
    that_month,
    year_beside,
)
from generator.extraction.when.at_year_end_en import at_year_end
from generator.extraction.when.by_another import is_that_quarter, was_to_come
from generator.extraction.when.came import is_of_the_compared
from generator.extraction.when.compared_times import is_compared
from generator.extraction.when.dated_parts_en import dates_the_part
from generator.extraction.when.due import quarter_due
from generator.extraction.when.events_zh import only_dates_an_event
from generator.extraction.when.guided_before import quarter_guided
from generator.extraction.when.led_to_come import is_foreseen_at_once
from generator.extraction.when.no_times import is_reason_or_base, names_no_time
from generator.extraction.when.outlooks import begins_another
from generator.extraction.when.part_of_year_en import years_for_parts
from generator.extraction.when.record_months_zh import month_of_record
from generator.extraction.when.since import is_beginning
from generator.extraction.when.this_year_zh import span_of_this_year
from generator.extraction.when.to_come import is_ahead
from generator.extraction.when.to_date import span_to_date
from generator.extraction.when.whole_years_zh import is_whole_year_that_runs
from generator.extraction.when.year_to_come import year_that_runs
from generator.extraction.when.years_said import Resolved, back_to_the_year, says_whole_year, year_named
from generator.extraction.whose.counts_published_zh import in_its_year

_LED_TO = re.compile(r"\s*(?:至|到|to|through)\s*")  # 24Q1至25Q1毛利率由52%升至56%: each has its amount
_NAMED_AGAIN = re.compile(
    r"(?:,| -| –| \(|,? (?:which|that) (?:is|are|was|were|makes? up|made up|forms?|formed|corresponds? to)|,? (?:or|i\.e\.,?))? (?:(?:the|its|their|(?:the )?company['’]s) )?|\("
)


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
            is_compared(marks, m) or is_beginning(marks, m) or _leads_from(marks, m) or is_reason_or_base(marks, m)
        )
        for m in marks.periods
        if m not in spans
    )
    for mention in (m for m in marks.periods if m not in spans):
        if names_no_time(marks, mention, calendar) or dates_the_part(marks, mention, resolved, calendar):
            continue
        running = year_that_runs(marks, mention, calendar, spoken.last)
        if running or (dated and says_whole_year(marks, mention)):
            year = running or back_to_the_year(marks, mention) or year_named(marks, mention, resolved)
            now = spoken.reported or next((p for _, p in resolved if p.kind in REPORTED), None)
            year = year or year_beside(marks, mention, resolved, now)
            runs = year is not None and is_whole_year_that_runs(marks, mention, year, now)
            resolved += [(mention, year.years_before(-1) if runs else year)] if year else []
            continue  # `full-year revenue was 366 billion yuan in 2024`
        beside = is_compared(marks, mention)
        meant = meant_beside(marks, mention, beside)
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
        period = before_the_last(marks, mention, period, spoken)
        period = of_the_year_over(
            marks, meant if is_that_quarter(marks, mention) else mention, period, calendar, spoken.reported
        )
        period = span_to_date(marks, mention, spoken.last or spoken.reported, calendar) or period
        period = span_of_this_year(marks, mention, resolved, spoken.last, calendar) or month_beside(
            mention, period, resolved
        )
        period = month_told(marks, mention, period, calendar)
        period = quarter_in_turn(marks, mention, resolved) or period or month_of_record(marks, mention, calendar)
        period = at_year_end(marks, mention, that_month(marks, mention, resolved) or period, calendar)
        if period is None:
            continue
        if mention.dated and spoken.reported and spoken.reported.fiscal and spoken.reported.kind == "quarter":
            period = calendar.as_fiscal(period) or period  # `in the June quarter` of news on the fiscal third one
        if period.kind == "year" and is_last_year_in_january(marks, mention, calendar, spoken.last):
            period = period.years_before()
        begins = begins_another(marks, mention, period, spoken, calendar)
        now = spoken.reported or spoken.last
        if not beside and (begins or is_a_year_later(marks, meant, period, calendar, now)):
            period = period.years_before(-1)
        resolved.append((mention, period))
        if period.kind == "quarter" and spoken.last is not None and period < spoken.last:
            spoken = replace(spoken, earlier=period)
        told = not (beside or is_of_the_compared(marks.text, marks.sentence.start, mention))
        event = only_dates_an_event(marks, mention, period, spoken.last, spoken.reported)
        if period.kind != "instant" and told and not event:
            spoken = replace(spoken, last=period, quarter=period if period.kind == "quarter" else spoken.quarter)
    return _as_one(marks.text, years_for_parts(marks, resolved))


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


def _leads_from(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a Chinese year is only where something was before it moved: 全年毛利率由2023年的1.5%升至14.3%."""
    return marks.text[mention.start - 1] in "由从自" and marks.text.startswith("的", mention.end)

"""What a relative period means beside what was spoken of: 本季度, 上季, `the period`, `that month`."""

from __future__ import annotations

from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.recent import Recent
from generator.extraction.periods.spoken import Spoken
from generator.settings.period import Period

_HALF = 6  # months
_YEAR = 12  # months
_SO_FAR = 9  # months, or as many as the year has had with the quarter reported on
_SINCE_THE_YEAR_BEGAN = {"Q1": "-Q1", "Q2": "-H1", "Q3": "-9M", "Q4": ""}
_RUNS_OUT = 75  # days after a quarter's end, from which on results that are still to come are of the next one


def relative_period(
    calendar: Recent, mention: PeriodMention, spoken: Spoken, ahead: bool, beside: bool
) -> Period | None:
    """Return the period that a relative mention means; the half or the month spoken of, where it is no quarter."""
    if mention.relation is None and mention.number == _SO_FAR:
        return _so_far(_quarter_of(spoken.reported) or _quarter_of(spoken.last))
    if mention.relation is None and mention.number == _YEAR:
        if mention.shift == -1:  # `In the previous year as a whole`
            now = spoken.reported or spoken.last
            return Period(f"{'FY' if now.fiscal else ''}{now.year - 1}") if now else None
        return _year_of(spoken.last) or _year_of(spoken.reported)
    if mention.relation is None:
        half = _half_of(spoken.last) or _half_of(spoken.reported)
        if half is None and spoken.last is None and not ahead:
            half = _half_of(
                calendar.own_quarter()
            )  # `Revenue rose to 55 billion yuan in the half`, and nothing before it
        month = calendar.relative_month(mention.shift, spoken.last)
        month = month or (spoken.month if mention.shift is None else None)  # `October was no better. In that month`
        return half if mention.number == _HALF else month
    if mention.relation == "earlier" and spoken.earlier is not None:
        return spoken.earlier
    expected = spoken.expected if ahead else None
    if expected and (mention.relation == "same" or (mention.relation == "this" and expected.kind == "quarter")):
        return expected  # `costs are projected at 1.1 billion euros in the period`, which the sentence before named
    outlook = _outlook_spoken_of(calendar, spoken) if mention.relation in ("told", "prev") else None
    return outlook.quarter_before() if outlook else _relative_quarter(calendar, mention, spoken, ahead, beside)


def _relative_quarter(
    calendar: Recent, mention: PeriodMention, spoken: Spoken, ahead: bool, beside: bool
) -> Period | None:
    """Return the quarter that a relative mention means, told from the one named last."""
    latest = calendar.latest_quarter()
    quarter = _quarter_of(spoken.last) or spoken.quarter or spoken.reported or calendar.own_quarter()
    quarter = latest.quarter_after() if latest and _awaits_the_next(calendar, mention, spoken, quarter) else quarter
    match mention.relation:
        case "that" if spoken.quarter and not ahead:
            return spoken.quarter
        case "same" if ahead and spoken.expected:
            return (
                spoken.expected
            )  # `costs are projected at 1.1 billion euros in the period`, which the sentence before named
        case "same":
            return _of_the_results(calendar, spoken) or quarter
        case "running":
            return latest.quarter_after() if latest else None
        case "told" if not (beside or spoken.awaited):
            return _quarter_of(spoken.reported) or calendar.own_quarter()
        case "told" | "prev":
            return quarter.quarter_before() if quarter else None
        case "next":
            return _coming(calendar, quarter, _quarter_of(spoken.reported)) if quarter else None
    if ahead and quarter and not spoken.awaited:
        if quarter.fiscal:
            return quarter.quarter_after() if calendar.is_over(quarter) else quarter
        return latest.quarter_after() if latest and quarter <= latest else quarter
    return quarter


def _outlook_spoken_of(calendar: Recent, spoken: Spoken) -> Period | None:
    """Return the quarter to come that a text only looks ahead to: `It guided for revenue of 12 billion in the fourth quarter. In the previous quarter, revenue was 11 billion`."""
    expected = spoken.expected
    if expected is None or expected.kind != "quarter" or calendar.is_over(expected):
        return None
    return None if spoken.last or spoken.reported else expected


def _of_the_results(calendar: Recent, spoken: Spoken) -> Period | None:
    """Return the period spoken of; behind one to come, or a month, the one reported on: 料第四季收入增长27%。期内,纯利46.9亿元; 4月交付3.4万辆。期内经营溢利."""
    last, reported = spoken.last, spoken.reported
    if last is None or reported is None:
        return last
    aside = last.kind == "month" and reported.kind != "month"
    return reported if aside or not calendar.is_over(last) else last


def _coming(calendar: Recent, quarter: Period, reported: Period | None) -> Period:
    """Return the quarter behind the one reported on, or the last that is over, whatever earlier one was told; that itself where it was told last."""
    if reported and quarter == reported.quarter_after() and not calendar.is_over(quarter):
        return quarter
    known = reported or calendar.latest_quarter()
    later = known is not None and known.fiscal == quarter.fiscal and quarter < known
    return (known if known is not None and later else quarter).quarter_after()


def _awaits_the_next(calendar: Recent, mention: PeriodMention, spoken: Spoken, quarter: Period | None) -> bool:
    """Whether results that are still to come are those of the quarter that runs, and is about to end."""
    latest = calendar.latest_quarter()
    late = latest is not None and calendar.fiscal_year_end % 3 == 0 and calendar.days_since(latest) > _RUNS_OUT
    over = quarter is None or (latest is not None and quarter <= latest)
    return late and over and spoken.awaited and mention.relation == "this"


def _so_far(quarter: Period | None) -> Period | None:
    """Return the year as far as it had come with a quarter: 年初至报告期末, in a report on the third."""
    if quarter is None:
        return None
    return Period(f"{'FY' if quarter.fiscal else ''}{quarter.year}{_SINCE_THE_YEAR_BEGAN[quarter.label[-2:]]}")


def _year_of(period: Period | None) -> Period | None:
    """Return the year that a period is, or ends: what `the full twelve months` means in a text on a fourth quarter."""
    if period is None or period.kind not in ("quarter", "year"):
        return None
    ends = period.kind == "year" or period.label.endswith("Q4")
    return Period(f"{'FY' if period.fiscal else ''}{period.year}") if ends else None


def _half_of(period: Period | None) -> Period | None:
    """Return the half that a period is, or ends: what `the half` means in a text on a second quarter."""
    if period is None or period.kind not in ("half", "quarter"):
        return None
    half = {"H1": "H1", "Q2": "H1", "H2": "H2", "Q4": "H2"}.get(period.label[-2:])
    return Period(f"{'FY' if period.fiscal else ''}{period.year}-{half}") if half else None


def _quarter_of(period: Period | None) -> Period | None:
    """Return the quarter that a longer period ends in: what `the quarter` means after nine months, a half or a year."""
    if period is None or period.kind in ("instant", "month"):
        return None
    if period.kind == "quarter":
        return period
    ending = {"nine_months": "Q3", "year": "Q4", "half": "Q2" if period.label.endswith("H1") else "Q4"}[period.kind]
    return Period(f"{'FY' if period.fiscal else ''}{period.year}-{ending}")

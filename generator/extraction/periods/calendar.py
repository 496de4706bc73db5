"""Which period a mention means, told the day of publication, the fiscal year and what was spoken of before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from generator.extraction.frozen import frozen
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.recent import Recent
from generator.settings.period import Period

_RESULTS_UNTIL = 6  # the month in which the last annual results are out
_NOT_YET_OUT = 3  # the month until which the results of the year before are still expected
_AWAITED = 75  # days after a period's end, within which what is expected of it is not yet reported
_JUST_ENDED = 3  # months after a fiscal year's end, in which its results are reported
_DECEMBER = 12
_HALF = 6  # months
_LAST = 4  # the number of a year's last quarter
_RUNS_OUT = 75  # days after a quarter's end, from which on results that are still to come are of the next one


@frozen
class Spoken:
    """What a text has spoken of: the period named last, the quarter named last, the quarter the document reports on.

    `awaited` says that its results are still to come; `expected` is the period of which the sentence before expects something,
    `since` the month since which it says that sales are published, `month` the one that a sentence without a figure told of,
    `earlier` the quarter that was set beside a later one last.
    """

    last: Period | None = None
    quarter: Period | None = None
    reported: Period | None = None
    awaited: bool = False
    expected: Period | None = None
    since: Period | None = None
    month: Period | None = None
    earlier: Period | None = None


@frozen
class Calendar(Recent):
    """What a document's day of publication and its company's fiscal year make of the periods it names.

    `labels_fiscal` says that a quarter of a year is one of the fiscal year, though nothing beside it says so,
    `years_alike` that the company's fiscal years are the calendar's: its fiscal 2024 is 2024, `begun` that the text calls
    them by the year they begin in.
    """

    labels_fiscal: bool = False
    years_alike: bool = False
    begun: bool = False

    def resolve(
        self, mention: PeriodMention, spoken: Spoken, ahead: bool = False, beside: bool = False
    ) -> Period | None:
        """Return the period a mention means, None where nothing says the year.

        `ahead` says that the text speaks of what is to come: then it is the next such period, not the last one.
        `beside` says that the mention is what another period is compared with.

        A quarter without a year is the latest that had ended when the document was published, unless the text
        speaks of a year already; so `the third quarter` of a January article is last year's.
        """
        if mention.scope == "span" or self._is_anothers_year(mention):
            return None
        mention = self._as_counted(mention)
        if mention.scope == "day":
            return self.day_meant(mention)
        if mention.scope == "relative":
            return self._relative(mention, spoken, ahead, beside)
        if mention.scope == "in_year":
            return self._same_in(mention, spoken.last)
        own = self.own_span_to(mention)
        if own or (mention.month and mention.scope != "quarter"):
            return own
        if mention.month and mention.year and not self._ends_a_quarter(mention):
            mention = replace(mention, year=None)  # of whose fiscal year it is, nothing says
        if own := self._year_to_end(mention, spoken.last) if ahead else self._own_year_over(mention, spoken.last):
            return own
        year = mention.year if mention.year else self._year(mention, self._current(spoken, ahead), ahead)
        if year is None:
            return None
        mention = self._as_fiscal(mention, spoken, beside, ahead)
        period = mention.of(year)
        if (
            ahead
            and period
            and self.published
            and not mention.year
            and mention.shift is None
            and mention.scope != "year"
        ):
            later = mention.of(year + 1)
            return self._next(mention, later) if self.is_over(period) and self.days_since(period) > _AWAITED else period
        return period

    def _current(self, spoken: Spoken, ahead: bool) -> Period | None:
        """Return the period spoken of; of a text without a day the one reported on, behind one to come: `Full-year revenue was`."""
        last = spoken.last
        to_come = self.published is None and last is not None and not (ahead or self.is_over(last))
        return spoken.reported or last if to_come else last

    def _ends_a_quarter(self, mention: PeriodMention) -> bool:
        """Whether a quarter is the calendar's by its last month, whatever it is called."""
        return (mention.month + 2) // 3 == mention.number

    def _as_counted(self, mention: PeriodMention) -> PeriodMention:
        """Return a mention of a fiscal year with the year that it ends in; of the calendar's, where the company's are that."""
        if self.years_alike and mention.fiscal:
            return replace(mention, fiscal=False)
        ends_then = mention.scope == "year" and mention.number  # `the year ended March 2025`
        called = self.begun and mention.fiscal and mention.year and not ends_then
        return replace(mention, year=mention.year + 1) if called and mention.year else mention

    def _is_anothers_year(self, mention: PeriodMention) -> bool:
        """Whether a year is said to end in a month in which the company's own does not, or to begin: `began its fiscal year in April`."""
        own = mention.dated or (mention.fiscal and self.fiscal_year_end != _DECEMBER)
        return mention.scope == "year" and bool(mention.number) and own and mention.number != self.fiscal_year_end

    def _own_year_over(self, mention: PeriodMention, last: Period | None) -> Period | None:
        """Return the fiscal year that 全年 means in the months in which its results come out, where that is no calendar's: in May, that to March."""
        open_year = mention.scope == "year" and not mention.year and mention.shift is None and not mention.number
        if not open_year or last or self.published is None or self.fiscal_year_end == _DECEMBER:
            return None
        since = (self.published.month - self.fiscal_year_end) % 12
        year = self.published.year - (self.published.month <= self.fiscal_year_end)
        return Period(f"FY{year}") if 0 < since <= _JUST_ENDED else None

    def _year_to_end(self, mention: PeriodMention, last: Period | None) -> Period | None:
        """Return the fiscal year that a calendar's quarter is of, where a company expects something of `the full year`."""
        open_year = mention.scope == "year" and not mention.year and mention.shift is None and not mention.number
        if not open_year or self.fiscal_year_end == 12 or (last and (last.fiscal or last.kind != "quarter")):
            return None
        day = last.end if last else self.published
        return Period(f"FY{day.year + (day.month > self.fiscal_year_end)}") if day else None

    def _same_in(self, mention: PeriodMention, last: Period | None) -> Period | None:
        """Return the period spoken of in another year: what is set beside a fiscal quarter may be called by the calendar's.

        财年第二季度(截至2025年9月)…相较2024年同期: a year before, whatever the fiscal year is called. `the same quarter of fiscal 2025` is.
        """
        if last is None or mention.year is None:
            return None
        back = last.year - mention.year
        if last.fiscal and not (self.years_alike or mention.fiscal) and back > 0:
            back -= last.year - self.ended(last).year
        return last.years_before(max(back, 1) if last.fiscal else back)

    def that_runs(self, mention: PeriodMention, spoken: Spoken) -> Period | None:
        """Return the calendar's quarter that runs, in a text that goes by those and reports on the company's own of that number.

        `四季度(公司第一财季)营收1437亿美元;预计Q1营收增13%`, in January.
        """
        own, last = spoken.reported, spoken.last
        if self.published is None or own is None or last is None or mention.scope != "quarter" or spoken.awaited:
            return None
        by_it = (
            own.fiscal and own.kind == last.kind == "quarter" and not (last.fiscal or mention.fiscal or mention.year)
        )
        running = Period(f"{self.published.year}-Q{(self.published.month + 2) // 3}")
        alike = own.label[-1] == running.label[-1] == str(mention.number)
        return running if by_it and alike and last.quarter_after() == running else None

    def _next(self, mention: PeriodMention, later: Period | None) -> Period | None:
        """Return the next such period: the calendar's where it runs while the fiscal year's is far ahead."""
        if self.published is None or not mention.fiscal or mention.scope != "quarter" or mention.number == 0:
            return later
        runs = mention.number == (self.published.month + 2) // 3
        far = self.end_of(mention, later.year if later else 0) - self.published > timedelta(days=200)
        return Period(f"{self.published.year}-Q{mention.number}") if runs and far else later

    def _as_fiscal(self, mention: PeriodMention, spoken: Spoken, beside: bool, ahead: bool) -> PeriodMention:
        """Return the mention as the company counts years, where it does not count the calendar's."""
        last = spoken.last
        if beside and mention.scope == "year" and last and last.fiscal and last.kind == "year":
            return replace(mention, fiscal=True)  # 2025财年…较2024年的
        if mention.year is not None and self.labels_fiscal and mention.scope == "quarter" and not mention.dated:
            return replace(mention, fiscal=True)
        if mention.year is not None or mention.fiscal:
            return mention
        if mention.scope == "year" and mention.shift is None and self.ends_with(spoken.last or spoken.reported):
            return replace(mention, fiscal=True)  # `the full year` of a fiscal quarter
        return replace(mention, fiscal=True) if self.counts(mention, ahead) else mention

    def _year(self, mention: PeriodMention, current: Period | None, ahead: bool) -> int | None:
        if mention.scope == "year" and mention.shift is None and current is not None:
            ended = mention.number and not ahead and self._is_before_it(mention, current)
            if not ended:
                return current.year  # `the full year` is that of the quarter spoken of; 截至12月31日止年度 is over
        if self.published is None:
            return _year_beside(mention, current, ahead) if current else None
        if mention.shift is not None and mention.fiscal and not mention.number:  # 截至今年3月底止年度 names its month
            return self._fiscal_year(mention.shift, current)
        if mention.shift is not None:
            told = mention.shift == 0 and current is not None and current.fiscal and _is_same_part(mention, current)
            return current.year if told and current else self.published.year + mention.shift
        if mention.scope == "year" and mention.fiscal and mention.number and not ahead:
            return self.published.year - (mention.number >= self.published.month)  # the one that ended in March
        if mention.scope == "year":
            # In the season of annual results, a full year of which nothing is expected is the one that is over.
            # So is `the year ending Dec. 31` in January, whatever is said of it.
            over = self.published.month <= (
                _NOT_YET_OUT if mention.number == 12 and ahead else 0 if ahead else _RESULTS_UNTIL
            )
            return self.published.year - over
        if mention.fiscal or self.counts(mention):
            return self.year_of(mention)
        return self._latest(mention)

    def _is_before_it(self, mention: PeriodMention, current: Period) -> bool:
        """Whether the period spoken of is no reason why a year that ended on a day should be its own: it lies ahead, or long before.

        前年纯利789亿元。截至12月31日止年度收入8968亿元.
        """
        long_before = mention.number == _DECEMBER and current.kind == "year" and not (current.fiscal or mention.fiscal)
        long_before = long_before and self.published is not None and current.year < self.published.year - 1
        return long_before or not self.is_over(current)

    def _fiscal_year(self, shift: int, current: Period | None) -> int | None:
        """Return the fiscal year that `the previous fiscal year` means: the one before the year spoken of, else before the one that runs.

        `next fiscal year` may as well be the one that runs, where a year has just ended.
        """
        if self.published is None:
            return None
        if shift == -1 and current is not None and current.kind == "year":
            return current.year - 1
        ended = (self.published.month - self.fiscal_year_end) % 12
        running = self.published.year + (self.published.month > self.fiscal_year_end)
        return None if shift > 0 and 0 < ended <= _JUST_ENDED else running + shift

    def _latest(self, mention: PeriodMention) -> int:
        """Return the year of the latest such period that had ended; a month may run."""
        assert self.published is not None
        year = self.published.year
        if mention.scope == "month":
            return year if mention.number <= self.published.month else year - 1
        this_year = mention.of(year)
        return year if this_year is None or this_year.end <= self.published else year - 1

    def _relative(self, mention: PeriodMention, spoken: Spoken, ahead: bool, beside: bool) -> Period | None:
        if mention.relation is None:
            half = _half_of(spoken.last) or _half_of(spoken.reported)
            month = self.relative_month(mention.shift, spoken.last)
            month = month or (spoken.month if mention.shift is None else None)  # `October was no better. In that month`
            return half if mention.number == _HALF else month
        if mention.relation == "earlier" and spoken.earlier is not None:
            return spoken.earlier
        expected = spoken.expected if ahead else None
        if expected and (mention.relation == "same" or (mention.relation == "this" and expected.kind == "quarter")):
            return expected  # `costs are projected at 1.1 billion euros in the period`, which the sentence before named
        return self._relative_quarter(mention, spoken, ahead, beside)

    def _relative_quarter(self, mention: PeriodMention, spoken: Spoken, ahead: bool, beside: bool) -> Period | None:
        latest = self.latest_quarter()
        quarter = _quarter_of(spoken.last) or spoken.quarter or spoken.reported or self.own_quarter()
        quarter = latest.quarter_after() if latest and self._awaits_the_next(mention, spoken, quarter) else quarter
        match mention.relation:
            case "that" if spoken.quarter and not ahead:
                return spoken.quarter
            case "same" if ahead and spoken.expected:
                return (
                    spoken.expected
                )  # `costs are projected at 1.1 billion euros in the period`, which the sentence before named
            case "same":
                return self._of_the_results(spoken) or quarter
            case "running":
                return latest.quarter_after() if latest else None
            case "told" if not (beside or spoken.awaited):
                return _quarter_of(spoken.reported) or self.own_quarter()
            case "told" | "prev":
                return quarter.quarter_before() if quarter else None
            case "next":
                return self._coming(quarter, _quarter_of(spoken.reported)) if quarter else None
        if ahead and quarter and not spoken.awaited:
            if quarter.fiscal:
                return quarter.quarter_after() if self.is_over(quarter) else quarter
            return latest.quarter_after() if latest and quarter <= latest else quarter
        return quarter

    def _of_the_results(self, spoken: Spoken) -> Period | None:
        """Return the period spoken of; behind one to come, or a month, the one reported on: 料第四季收入增长27%。期内,纯利46.9亿元; 4月交付3.4万辆。期内经营溢利."""
        last, reported = spoken.last, spoken.reported
        if last is None or reported is None:
            return last
        aside = last.kind == "month" and reported.kind != "month"
        return reported if aside or not self.is_over(last) else last

    def _coming(self, quarter: Period, reported: Period | None) -> Period:
        """Return the quarter behind the one reported on, or the last that is over, whatever earlier one was told; that itself where it was told last."""
        if reported and quarter == reported.quarter_after() and not self.is_over(quarter):
            return quarter
        known = reported or self.latest_quarter()
        later = known is not None and known.fiscal == quarter.fiscal and quarter < known
        return (known if known is not None and later else quarter).quarter_after()

    def _awaits_the_next(self, mention: PeriodMention, spoken: Spoken, quarter: Period | None) -> bool:
        """Whether results that are still to come are those of the quarter that runs, and is about to end."""
        latest = self.latest_quarter()
        late = latest is not None and self.fiscal_year_end % 3 == 0 and self.days_since(latest) > _RUNS_OUT
        over = quarter is None or (latest is not None and quarter <= latest)
        return late and over and spoken.awaited and mention.relation == "this"


def _year_beside(mention: PeriodMention, current: Period, ahead: bool) -> int:
    """Return the year of a period that a text without a day names beside the one spoken of: the first quarter that is to come after a fourth is of the next."""
    if mention.scope != "quarter" or current.kind != "quarter" or mention.shift is not None:
        return current.year
    told = int(current.label[-1])
    return current.year + (ahead and told == _LAST and mention.number < told)


def _is_same_part(mention: PeriodMention, period: Period) -> bool:
    """Whether a mention is of the quarter or half that a period is: 中期业绩…今年上半年, of the fiscal year spoken of."""
    sign = {"half": "H", "quarter": "Q"}.get(mention.scope)
    return sign is not None and period.label.endswith(f"-{sign}{mention.number}")


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

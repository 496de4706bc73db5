"""Which period a mention means, told the day of publication, the fiscal year and what was spoken of before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from generator.extraction.frozen import frozen
from generator.extraction.periods.fiscal import DECEMBER, JUST_ENDED
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.recent import Recent
from generator.extraction.periods.relative import relative_period
from generator.extraction.periods.spoken import Spoken
from generator.extraction.periods.year_meant import year_meant
from generator.settings.period import Period

_AWAITED = 75  # days after a period's end, within which what is expected of it is not yet reported


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
            return relative_period(self, mention, spoken, ahead, beside)
        if mention.scope == "in_year":
            return self._same_in(mention, spoken.last)
        own = self.own_span_to(mention)
        if own or (mention.month and mention.scope != "quarter"):
            return own
        if mention.month and mention.year and not self._ends_a_quarter(mention):
            mention = replace(mention, year=None)  # of whose fiscal year it is, nothing says
        if own := self._year_to_end(mention, spoken.last) if ahead else self._own_year_over(mention, spoken.last):
            return own
        year = mention.year if mention.year else year_meant(self, mention, self._current(spoken, ahead), ahead)
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
        own = mention.dated or (mention.fiscal and self.fiscal_year_end != DECEMBER)
        return mention.scope == "year" and bool(mention.number) and own and mention.number != self.fiscal_year_end

    def _own_year_over(self, mention: PeriodMention, last: Period | None) -> Period | None:
        """Return the fiscal year that 全年 means in the months in which its results come out, where that is no calendar's: in May, that to March."""
        open_year = mention.scope == "year" and not mention.year and mention.shift is None and not mention.number
        if not open_year or last or self.published is None or self.fiscal_year_end == DECEMBER:
            return None
        since = (self.published.month - self.fiscal_year_end) % 12
        year = self.published.year - (self.published.month <= self.fiscal_year_end)
        return Period(f"FY{year}") if 0 < since <= JUST_ENDED else None

    def _year_to_end(self, mention: PeriodMention, last: Period | None) -> Period | None:
        """Return the fiscal year that a calendar's quarter is of, where a company expects something of `the full year`."""
        open_year = mention.scope == "year" and not mention.year and mention.shift is None and not mention.number
        if not open_year or self.fiscal_year_end == DECEMBER or (last and (last.fiscal or last.kind != "quarter")):
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

"""A company's fiscal year: whether a quarter is one of it, when that ended, and whether it was over at publication."""

from __future__ import annotations

from datetime import date, timedelta

from generator.extraction.frozen import frozen
from generator.extraction.periods.mention import PeriodMention
from generator.settings.fiscal import ended_by, last_day, span_to
from generator.settings.period import Period

DECEMBER = 12
JUST_ENDED = 3  # months after a fiscal year's end, in which its results are reported
_QUARTER = 3
_MONTHS = {"quarter": _QUARTER, "half": 6, "nine_months": 9}
_REPORTED_WITHIN = 120  # days after a quarter's end, within which companies report on it


@frozen
class FiscalYear:
    """The day a document was published, and the last month of its company's fiscal year.

    `until` is when what a document that bears no day reports on had ended.
    """

    published: date | None
    fiscal_year_end: int = DECEMBER
    until: date | None = None

    def counts(self, mention: PeriodMention, ahead: bool = False) -> bool:
        """Whether a quarter or half is one of the company's fiscal year; one that names its last month is not."""
        return (
            self.fiscal_year_end != DECEMBER
            and not (mention.year or mention.dated)
            and mention.scope in ("quarter", "half")
            and (ahead or not self._is_calendar(mention))
        )

    def _is_calendar(self, mention: PeriodMention) -> bool:
        """Whether a bare quarter of a company with its own fiscal year is the calendar's: only that one has just ended."""
        if self.published is None:
            return False
        ended = mention.of(self.published.year)
        ended = ended.years_before() if ended and ended.end > self.published else ended
        fiscal = self.end_of(mention, self.year_of(mention))
        recent = self.published - timedelta(days=_REPORTED_WITHIN)
        return ended is not None and fiscal <= recent <= ended.end

    def is_fiscal_label(self, mention: PeriodMention) -> bool:
        """Whether `Q2 2025` can only be the company's fiscal quarter: the calendar's lies ahead, the fiscal one is over."""
        if self.published is None or self.fiscal_year_end == DECEMBER or mention.scope != "quarter":
            return False
        if mention.year is None or mention.fiscal or mention.dated:
            return False
        named = mention.of(mention.year)
        return named is not None and named.end > self.published >= self.end_of(mention, mention.year)

    def own_span_to(self, mention: PeriodMention) -> Period | None:
        """Return the company's own span that ended in a month in which none of the calendar's does: `the quarter ended Jan. 26`."""
        if not mention.month or self.fiscal_year_end == DECEMBER or (self.published is None and mention.year is None):
            return None
        year = mention.year
        if year is None:
            assert self.published is not None
            year = self.published.year + (mention.shift or 0)
            year -= mention.shift is None and mention.month > self.published.month
        month, months = year * 12 + mention.month - 1, _MONTHS[mention.scope]
        run_over = months == _QUARTER  # `the three months to April`: thirteen weeks may run into the next month
        own = span_to(month, months, self.fiscal_year_end)
        return own or (span_to(month - 1, months, self.fiscal_year_end) if run_over else None)

    def ends_with(self, period: Period | None) -> bool:
        """Whether a period is of the company's own fiscal year: it says so, or is the quarter that this year ends with."""
        if period is None or period.fiscal:
            return period is not None
        return (
            self.fiscal_year_end != DECEMBER and period.kind == "quarter" and period.end.month == self.fiscal_year_end
        )

    def is_over(self, period: Period) -> bool:
        """Whether a period had ended, by the company's fiscal year, when the document was published."""
        if self.published is None:
            return self.until is None or self.ended(period) <= self.until
        lag = self.fiscal_year_end - 12 if period.fiscal or self.fiscal_year_end != DECEMBER else 0
        month = period.end.year * 12 + period.end.month - 1 + lag
        return month < self.published.year * 12 + self.published.month - 1

    def days_since(self, period: Period) -> int:
        """Return how many days before publication a period ended, by the company's fiscal year; 0 without a day."""
        if self.published is None:
            return 0
        return (self.published - self.ended(period)).days

    def ended(self, period: Period) -> date:
        """Return the last day of a period, a fiscal one's by the company's fiscal year."""
        return ended_by(period, self.fiscal_year_end)

    def as_fiscal(self, period: Period) -> Period | None:
        """Return a calendar quarter as the company's fiscal year counts it, None where it ends in another month or is counted alike."""
        after = (period.end.month - self.fiscal_year_end) % 12  # months of the fiscal year that are over
        if period.fiscal or period.kind != "quarter" or self.fiscal_year_end == DECEMBER or after % 3:
            return None
        return Period(f"FY{period.year + (period.end.month > self.fiscal_year_end)}-Q{after // 3 or 4}")

    def year_of(self, mention: PeriodMention) -> int:
        """Return the fiscal year of the latest such quarter that had ended."""
        assert self.published is not None
        for year in (self.published.year + 1, self.published.year, self.published.year - 1):
            if self.end_of(mention, year) <= self.published:
                return year
        return self.published.year

    def end_of(self, mention: PeriodMention, year: int) -> date:
        """Return the last day of a fiscal year's quarter, half or whole."""
        months = (mention.number or 4) * (6 if mention.scope == "half" else 3)
        return last_day(year * 12 + self.fiscal_year_end - 1 - (12 - months))

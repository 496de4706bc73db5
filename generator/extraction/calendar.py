"""Which period a mention means, told the day of publication, the fiscal year and what was spoken of before."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date

from generator.extraction.periods import PeriodMention
from generator.settings.period import Period


@dataclass(frozen=True, slots=True)
class Calendar:
    """The day a document was published, and the last month of its company's fiscal year."""

    published: date | None
    fiscal_year_end: int = 12

    def resolve(self, mention: PeriodMention, current: Period | None, ahead: bool = False) -> Period | None:
        """Return the period a mention means, None where nothing says the year. `current` is the one spoken of last.

        `ahead` says that the text speaks of what is to come: then it is the next such period, not the last one.

        A quarter without a year is the latest that had ended when the document was published, unless the text
        speaks of a year already; so `the third quarter` of a January article is last year's.
        """
        if mention.scope == "span":
            return None
        if mention.scope == "relative":
            return self._relative(mention, current)
        year = mention.year if mention.year else self._year(mention, current)
        if year is None:
            return None
        if self._counts_fiscal(mention):
            mention = replace(mention, fiscal=True)
        period = _period(mention, year)
        if (
            ahead
            and period
            and self.published
            and not mention.year
            and mention.shift is None
            and mention.scope != "year"
        ):
            later = _period(mention, year + 1)
            return later if self.is_over(period) else period
        return period

    def _counts_fiscal(self, mention: PeriodMention) -> bool:
        """Whether a quarter or half is one of the company's fiscal year; one that names its last month is not."""
        return (
            self.fiscal_year_end != 12 and not (mention.year or mention.dated) and mention.scope in ("quarter", "half")
        )

    def is_over(self, period: Period) -> bool:
        """Whether a period had ended, by the company's fiscal year, when the document was published."""
        if self.published is None:
            return True
        lag = self.fiscal_year_end - 12 if period.fiscal or self.fiscal_year_end != 12 else 0
        month = period.end.year * 12 + period.end.month - 1 + lag
        return month < self.published.year * 12 + self.published.month - 1

    def _year(self, mention: PeriodMention, current: Period | None) -> int | None:
        if mention.scope == "year" and mention.shift is None and current is not None:
            return current.year  # `the full year` is that of the quarter spoken of
        if self.published is None:
            return current.year if current else None
        if mention.shift is not None:
            return self.published.year + mention.shift
        if mention.scope == "year":
            return self.published.year
        if mention.fiscal or self._counts_fiscal(mention):
            return self._fiscal_year(mention)
        year = self.published.year
        ended = _period(mention, year)
        return year - 1 if ended and ended.end > self.published and mention.scope != "month" else year if (
            not ended or mention.scope != "month" or mention.number <= self.published.month
        ) else year - 1  # fmt: skip

    def _fiscal_year(self, mention: PeriodMention) -> int:
        """Return the fiscal year of the latest such quarter that had ended."""
        assert self.published is not None
        for year in (self.published.year + 1, self.published.year, self.published.year - 1):
            months = (mention.number or 4) * (6 if mention.scope == "half" else 3)
            months_before_end = 12 - months
            index = year * 12 + self.fiscal_year_end - 1 - months_before_end
            end = date(index // 12, index % 12 + 1, calendar.monthrange(index // 12, index % 12 + 1)[1])
            if end <= self.published:
                return year
        return self.published.year

    def _relative(self, mention: PeriodMention, current: Period | None) -> Period | None:
        if mention.number == 1:
            return self._relative_month(mention.shift or 0, current)
        if current is not None and not mention.shift:
            return current
        if mention.number == 0:
            return None
        base = current if current is not None and current.kind == "quarter" else self._latest_quarter()
        if base is None or not mention.shift:
            return base
        return base.quarter_before() if mention.shift < 0 else _quarter_after(base)

    def _relative_month(self, shift: int, current: Period | None) -> Period | None:
        if current is not None and current.kind == "month" and not shift:
            return current
        if self.published is None:
            return None
        index = self.published.year * 12 + self.published.month - 1 + shift
        return Period(f"{index // 12}-{index % 12 + 1:02}")

    def _latest_quarter(self) -> Period | None:
        if self.published is None:
            return None
        quarter = (self.published.month - 1) // 3
        return Period(f"{self.published.year}-Q{quarter}" if quarter else f"{self.published.year - 1}-Q4")


def _quarter_after(period: Period) -> Period:
    fiscal, quarter = "FY" if period.fiscal else "", int(period.label[-1])
    return Period(f"{fiscal}{period.year}-Q{quarter + 1}" if quarter < 4 else f"{fiscal}{period.year + 1}-Q1")


def _period(mention: PeriodMention, year: int) -> Period | None:
    prefix = "FY" if mention.fiscal else ""
    if mention.scope == "instant":
        last = calendar.monthrange(year, mention.number)[1]
        return Period(f"{year}-{mention.number:02}-{min(mention.day or last, last):02}")
    ending = {
        "quarter": f"-Q{mention.number}", "half": f"-H{mention.number}", "nine_months": "-9M",
        "month": f"-{mention.number:02}", "year": "",
    }[mention.scope]  # fmt: skip
    return Period(f"{prefix}{year}{ending}")

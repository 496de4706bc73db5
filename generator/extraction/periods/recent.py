"""The quarter, month and day that a document looks back on from its day of publication."""

from __future__ import annotations

from datetime import timedelta

from generator.extraction.frozen import frozen
from generator.extraction.periods.fiscal import FiscalYear
from generator.extraction.periods.mention import PeriodMention
from generator.settings.period import Period

_EARLY = 10  # the day of a month until which news tell of the sales of the month before


@frozen
class Recent(FiscalYear):
    """A fiscal year, and what had ended in it when a document was published."""

    def latest_quarter(self) -> Period | None:
        """Return the calendar's last quarter that had ended when the document was published."""
        if self.published is None:
            return None
        quarter = (self.published.month - 1) // 3
        return Period(f"{self.published.year}-Q{quarter}" if quarter else f"{self.published.year - 1}-Q4")

    def own_quarter(self) -> Period | None:
        """Return the last quarter that had ended: the company's, where its quarters end in other months than the calendar's."""
        if self.published is None or self.fiscal_year_end % 3 == 0:
            return self.latest_quarter()
        ended = self.published.year * 12 + self.published.month - 1 - self.fiscal_year_end  # months of fiscal years
        return Period(f"FY{ended // 12 + 1}-Q{ended % 12 // 3}" if ended % 12 >= 3 else f"FY{ended // 12}-Q4")

    def month_before(self) -> Period | None:
        """Return the month before, of which a document speaks that was published early in one."""
        early = self.published is not None and self.published.day <= _EARLY
        return self.relative_month(-1, None) if early else None

    def relative_month(self, shift: int | None, current: Period | None) -> Period | None:
        if current is not None and current.kind == "month" and not shift:
            return current
        if self.published is None or shift is None:
            return None
        index = self.published.year * 12 + self.published.month - 1 + shift
        return Period(f"{index // 12}-{index % 12 + 1:02}")

    def day_meant(self, mention: PeriodMention) -> Period | None:
        """Return the day that `18日` or `昨日` means: the last such day before publication."""
        if self.published is None:
            return None
        if mention.shift is not None:
            return Period((self.published + timedelta(days=mention.shift)).isoformat())
        month = self.published.replace(day=1)
        if (mention.day or 1) > self.published.day:
            month = (month - timedelta(days=1)).replace(day=1)
        try:
            return Period(month.replace(day=mention.day or 1).isoformat())
        except ValueError:
            return None

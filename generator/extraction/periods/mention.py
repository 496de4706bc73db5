"""A period as a text names it: quarters, halves, nine months, years, months, days, and those that only the context completes."""

from __future__ import annotations

import calendar
import re
from typing import Literal

from generator.extraction.frozen import frozen
from generator.settings.period import Period

Scope = Literal["quarter", "half", "nine_months", "year", "month", "instant", "day", "relative", "in_year", "span"]
REPORTED = ("quarter", "half", "nine_months")  # scopes of which companies report results, beside the year
PARTS = (*REPORTED, "month")  # scopes of the parts of a year
# Of a relative quarter: the one spoken of (本季度), the one named last (该季度), the period spoken of (期内), the one reported on (上季), the one before
# that (上一季度), the one that runs (今季), the one after (下季度), the one set beside it (that earlier quarter).
Relation = Literal["this", "that", "same", "told", "prev", "running", "next", "earlier"]
# What stands between the first and the last of several periods.
UNTIL = re.compile(r"\s*(?:至|到|-|–|~|to|through)\s*")


@frozen
class PeriodMention:
    """A period as a text names it. What it leaves open (`year`, or all of a `relative` one) the context completes.

    `number` is the quarter, half or month; `shift` the years from the publication's (去年 is −1), or the months or days of
    a relative one; `relation` of a relative quarter; `day` of an instant, 0 for the last of the month; `fiscal` labels stay
    fiscal; `dated` ones name the month they end in, `month` where no quarter of the calendar ends in it; `in_year` is the
    period spoken of, in another year.
    """

    start: int
    end: int
    scope: Scope
    year: int | None = None
    number: int = 0
    day: int | None = None
    shift: int | None = None
    fiscal: bool = False
    dated: bool = False
    relation: Relation | None = None
    month: int = 0

    @property
    def says_its_year(self) -> bool:
        """Whether the mention itself says of which year it is: 2021年, 今年上半年."""
        return self.year is not None or self.shift is not None

    def of(self, year: int) -> Period | None:
        """Return the period it is in a year: that year's third quarter."""
        prefix = "FY" if self.fiscal else ""
        if self.scope == "instant":
            last = calendar.monthrange(year, self.number)[1]
            return Period(f"{year}-{self.number:02}-{min(self.day or last, last):02}")
        ending = {
            "quarter": f"-Q{self.number}", "half": f"-H{self.number}", "nine_months": "-9M",
            "month": f"-{self.number:02}", "year": "",
        }[self.scope]  # fmt: skip
        return Period(f"{prefix}{year}{ending}")

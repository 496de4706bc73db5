"""The year of a dividend: what is proposed with a year's results is of it, and so is a final one, whatever was told in between."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.when.moves import names_a_period
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_FINAL_ZH = re.compile("末期(?:股)?息|期末股息|(?:年度|全年|末期)(?:现金)?(?:股息|股利|分红|派息)")
_FINAL = re.compile(r"\b[Ff]inal (?:[a-z]+ )?dividend\b")


def year_of_a_dividend(around: Surroundings, amount: Amount) -> Period | None:
    """Return the year that a text reports on: what is proposed with its results is of it, whatever was told in between, and so is a final dividend."""
    reported = around.reported
    if reported is None or names_a_period(around, amount):
        return None
    if reported.kind == "year":
        return reported if around.scan.chinese else None
    form = _FINAL_ZH if around.scan.chinese else _FINAL
    final = form.search(around.scan.text, around.scan.clause(amount.start)[0], around.scan.sentence.end)
    last = around.calendar.as_fiscal(reported) or reported
    ends = final is not None and last.label.endswith(("-Q4", "-H2"))
    return Period(f"{'FY' if last.fiscal else ''}{last.year}") if ends else None

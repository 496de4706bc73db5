"""Records that another figure beat, and the period that they are of."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.bases import MONTH_BEFORE, QUARTER_BEFORE, YEAR_BEFORE
from generator.extraction.marks.verbs import DID
from generator.extraction.whose.context import Surroundings

# `breaking the previous high of 53.6 trillion won from last year`, `September's prior record of 419,166`, `Its previous high was 10,412`
_PREVIOUS_HIGH = sought(
    r"(?P<whose>['’]s )?\b(?:previous|prior|earlier|old|former) (?:[a-z-]+ )?(?:high|record|best|peak|low) (?:of|at|was|is|stood at) (?:about |around |nearly |over )?$"
)
# `down from its record of 51,000`, `breaking the record of 22,093`: another one, and not what came
_BEATEN_HIGH = re.compile(
    r"\b(?:from|below|above|(?:break|beat|smash|surpass|exceed|top|eclips|shatter)(?:s|es|ing|ting|ping)|broke|beat|short of|shy of) (?:its |the )(?:own )?(?:[a-z-]+ )?(?:high|record|best|peak) of (?:about |around |nearly |over )?$"
)
_SET_THEN = re.compile(
    rf"(?: (?:units|vehicles|cars))?(?:,? (?:which|that))?(?: (?:it|they|the (?:company|brand|[a-z]{{0,12}}maker)) (?:had )?(?:only |just )?{DID}| (?:set|reached|recorded|achieved|from|dating from))? (?:only |just )?(?:back )?(?:in |during |for |from )?"
    rf"(?:(?P<year>{YEAR_BEFORE})|(?P<quarter>{QUARTER_BEFORE})|(?P<month>{MONTH_BEFORE}))"
)
_SET_LAST_YEAR = re.compile(r" (?:(?:from|in|set in|reached in|posted in) )?last year\b")


def of_record(around: Surroundings, amount: Amount) -> str | None:
    """Return which period a record is of that another beat: `breaking the previous high of 53.6 trillion won from last year`."""
    text = around.scan.text
    low = max(around.scan.sentence.start, amount.start - 48)
    record = _PREVIOUS_HIGH.search(text, low, amount.start) or _BEATEN_HIGH.search(text, low, amount.start)
    if record is None:
        return None
    if then := _SET_THEN.match(text, amount.end, around.scan.sentence.end):
        return then.lastgroup
    behind = min(around.scan.clause(amount.start)[1], around.scan.amount_after(amount.end))
    if any(amount.end <= m.start < behind and m.shift != -1 for m, _ in around.resolved):
        return "named"  # `up 1.5 percent from the previous record of 40,422 it had set in October`
    whose = record.re is _PREVIOUS_HIGH and record["whose"]
    return "year" if _SET_LAST_YEAR.match(text, amount.end) and not whose else "other"

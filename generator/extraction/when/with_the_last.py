"""Amounts that are of the year before because what they are told with is: `$0.02 and $12.8 billion in revenue a year ago`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.bases import A_MONTH_AGO, A_QUARTER_AGO, A_YEAR_AGO
from generator.extraction.marks.cues import Cue
from generator.extraction.metrics.per_share import PER, is_said_again
from generator.extraction.when.beside import (
    EARLIER,
    FROM_BEFORE,
    LED_TO,
    YEARS_OWN,
    is_of_year_before,
    opens_earlier,
)
from generator.extraction.whose.context import Surroundings

# `improved from the same quarter last year, where EPS stood at $0.70 on revenue of $5.8 billion`
_PRIOR_WHERE = sought(rf"{EARLIER},? (?:where|when|in which|during which) ", re.I)
_IT_WAS = re.compile(r",? (?:(?:to|at|it was|they were|it had been|they had been) )?")
_OR = re.compile(r",? or (?:about )?|,?(?:或(?:相当于)?|[折约]?合)每股(?:约)?")
_AND_MORE = re.compile(
    r"(?: (?:in|of) (?!the\b|its\b)[a-z-]+(?: [a-z-]+)?)? and (?:(?!from|up|down|than|versus|vs|compared|beat|against|to|was|were|rose|fell|grew)[a-z-]+ ){0,4}(?:of )?",
    re.I,
)
# `from 59.5 million units and a 19.6% share`
_AND_SHARE = re.compile(r"(?: (?:units|vehicles|cars|smartphones|phones|devices))? and (?:an? |about )?")
_AND_FROM = re.compile(
    rf" (?:in|for|during|from|of|recorded in|seen in|reported in) [^,;.]{{3,40}}?,? and (?:an? |about )?|,? (?:{A_YEAR_AGO}|{A_QUARTER_AGO}|{A_MONTH_AGO}),? and (?:an? |about )?"
)
RIGHT_BEHIND = re.compile(
    r"(?: (?:units|vehicles|cars|EVs|yuan|RMB))?(?: (?:sold|delivered|shipped|made|recorded|reported|posted))?,? (?:in |for |during |from |of |on |at |as of )?(?:the )?",
    re.I,
)


def said_by_share(around: Surroundings, amount: Amount) -> Amount | None:
    """Return the amount that one only repeats by the share: `from $21.9 billion, or $2.94 per share, a year earlier`."""
    before = around.scan.preceding(amount)
    if before is None or not _OR.fullmatch(around.scan.text, before.end, amount.start):
        return None
    in_chinese = not around.scan.text[amount.start - 1].isascii()  # 去年同期赚153亿美元或每股1.43美元
    by_share = in_chinese or PER.match(around.scan.text, amount.end) or is_said_again(around.scan, amount)
    return before if by_share else None


def from_the_last(around: Surroundings, amount: Amount) -> re.Match[str] | None:
    """Return the words that set the amount before beside another, where `and` joins this one to it: `from 13.8% in Q2 and 10.7% last year`."""
    text, last = around.scan.text, around.scan.preceding(amount)
    joined = last and _AND_FROM.fullmatch(text, last.end, amount.start)
    if last and amount.kind == "percent" != last.kind:
        joined = joined or _AND_SHARE.fullmatch(text, last.end, amount.start)
    if last is None or not joined:
        return None
    lead = text[max(around.scan.sentence.start, last.start - 40) : last.start]
    return None if LED_TO.search(lead) else FROM_BEFORE.search(lead)


def is_told_of_the_last(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount stands in a sentence that opens with the year before, or in a clause of it: `last year, when sales were`."""
    if opens_earlier(around.scan, amount.start) and not _names_another(around, amount):
        return True
    if YEARS_OWN.search(around.scan.text, max(around.scan.sentence.start, amount.start - 60), amount.start):
        return True
    ago = around.scan.cues_between(around.scan.sentence.start, amount.start, "prior", "yoy")
    return bool(ago) and bool(_PRIOR_WHERE.search(around.scan.text, max(0, ago[-1].start - 8), amount.start))


def _names_another(around: Surroundings, amount: Amount) -> bool:
    """Whether a later amount has a month or a quarter of its own: `A year before, it had sold 162,530, and in June 253,046`."""
    low = around.scan.amount_before(amount.start)
    own = (m for m in around.scan.periods if m.scope in ("month", "quarter") and low <= m.start)
    return low > around.scan.sentence.start and any(
        _IT_WAS.fullmatch(around.scan.text, m.end, amount.start) for m in own
    )


def goes_with_the_last(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount is joined to one of the year before: `EPS of $0.02 and $12.8 billion in revenue in the same period last year`."""
    text, after = around.scan.text, around.scan.following(amount)
    if after is None or not _AND_MORE.fullmatch(text, amount.end, after.start):
        return False
    if any(amount.end <= m.start < after.start for m in around.scan.periods):
        return False  # `23,000 in July and 48,000 in the same month last year`
    return is_of_year_before(around.scan, after)


def is_of_the_last(around: Surroundings, cue: Cue) -> bool:
    """Whether a cue stands right behind the amount before: `compared to RMB 1.36 in the same quarter last year and 2.53`."""
    before = around.scan.amount_before(cue.start)
    return before > around.scan.sentence.start and bool(RIGHT_BEHIND.fullmatch(around.scan.text, before, cue.start))

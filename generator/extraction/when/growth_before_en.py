"""Growth of a time before, told beside what came: `a clear slowdown from the 30.5% growth of 2Q25`, `down 49%, after a gain of 43.8%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# `down 49%, after a gain of 43.8% in net income from January to March`
_AFTER = re.compile(
    r"\b(?:after|following) (?:an? |at least |its )?(?:[a-z-]+ ){0,3}(?:of |by )?(?:about |around |nearly |over |at least )?$",
    re.I,
)
_SLOWED_FROM = re.compile(
    r"\b(?:slowdown|slowing|deceleration|acceleration|step[- ](?:down|up)|comedown|pick-?up|cool-?down|moderation|improvement) from (?:the |its |an? )?(?:[a-z]+ )?$"
)
_GROWTH_OF = re.compile(
    r"[ -](?:growth|rise|increase|gain|expansion|pace|jump|decline|drop|fall)(?: rate)? (?:of|in|for|during|recorded in|seen in|posted in) (?:the )?"
)
_AT_THEN = re.compile(
    r", at (?:about |around |nearly |over )?(?:[A-Z]{2,3} ?)?[$€£¥]?\d[^,;]{3,60}, (?:was|were|is|fell|rose|grew|dropped|climbed|slid|jumped)(?: (?:up|down))?(?: by)? (?:about |around |nearly |over )?$"
)
# `would top the fourth quarter's $33.7 billion, itself a 25.5% increase`: how that one grew
_ITSELF = re.compile(
    r"(?:[^,;.\d]{0,40}),? (?:itself|in (?:itself|turn)|already|which (?:itself )?was|that (?:itself )?was) (?:(?:up|down)(?: by)? |an? )(?:about |around |nearly |over )?$"
)
_LEAD = 48  # characters before a change, within which it is said to be looked back on


def looks_back(around: Surroundings, amount: Amount) -> bool:
    """Whether a change is only what came before what a sentence tells."""
    low = max(around.scan.amount_before(amount.start), amount.start - _LEAD)
    return bool(_AFTER.search(around.scan.text, low, amount.start))


def is_growth_of_the_last(around: Surroundings, end: int, amount: Amount) -> bool:
    """Whether a change says how the level that ends at an offset had grown itself: `which would top Q4's $33.7 billion, itself a 25.5% increase`."""
    return not around.scan.chinese and _ITSELF.fullmatch(around.scan.text[end : amount.start]) is not None


def slowed_from(around: Surroundings, amount: Amount) -> Period | None:
    """Return the time that a growth is of which a later one slowed from: `a clear slowdown from the 30.5% growth of 2Q25`."""
    text, low = around.scan.text, max(around.scan.sentence.start, amount.start - _LEAD)
    if around.scan.chinese or not _SLOWED_FROM.search(text, low, amount.start):
        return None
    return next((p for m, p in around.resolved if _GROWTH_OF.fullmatch(text, amount.end, m.start)), None)


def past_its_aside(around: Surroundings, amount: Amount, then: Period | None) -> Period | None:
    """Return the period spoken of, where English only tells in an aside what a figure was a year before: `net income, at 14.5 billion yuan in the second quarter of 2024, was down 49%`."""
    now = around.ground.period or around.reported
    aside = _AT_THEN.search(around.scan.text, around.scan.sentence.start, amount.start)
    return now if then and now and aside and now.years_before() == then else None

"""Amounts that something to come is only said to be like: `is expected to be similar to the 22.5 billion euros of last year` came."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.bases import YEAR_BEFORE
from generator.extraction.marks.verbs import DID
from generator.extraction.whose.context import Surroundings

_LIKE = re.compile(
    r"\b(?:similar to|in line with|on (?:a|the) (?:par|level) (?:with|of)|level with|comparable (?:to|with)|(?:come )?(?:close to|near)|equal(?:s|ling)?(?: to)?|match(?:es|ed|ing)?|repeat(?:s|ing)?|reach(?:es|ing)?|(?:as|so) (?:high|much|many|large|low|big|good) as|the same as|unchanged (?:from|at|on)|below|above|under|short of|exceed(?:s|ing)?|surpass(?:es|ing)?|top|beat|higher than|lower than|more than|less than|than)"
    rf" (?:the|its|their) (?:record |roughly )?{ABOUT}[A-Z]{{0,3}} ?[$€£¥]?$"
)
_WHO = r"(?:it|they|the (?:company|group|firm|[a-z]*maker)|[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?)"
# when it was so, behind an amount and what it is in another currency: `($23.82 billion) of last year`, `VW earned in 2022`
_BEHIND = re.compile(
    rf"(?: ?\([^()]{{2,40}}\))?(?: (?:units|vehicles|cars|phones))?(?:,? (?:(?:that|which) )?(?:{_WHO} (?:had )?)?(?:{DID}|reached|achieved|seen))?(?: (?:of|in|for|from|during))?(?: the)? (?:(?P<ago>{YEAR_BEFORE})(?!['’])|(?=\S))"
)
_EXPECTED = ("forecast", "target", "consensus")


def is_only_matched(around: Surroundings, amount: Amount) -> bool:
    """Whether what English expects is only set beside an amount of a time that is over, which a year behind it says."""
    scan = around.scan
    if scan.chinese or not scan.cues_between(scan.sentence.start, amount.start, *_EXPECTED):
        return False
    if not _LIKE.search(scan.text, max(scan.sentence.start, amount.start - 60), amount.start):
        return False
    behind = _BEHIND.match(scan.text, amount.end)
    if behind is None:
        return False
    over = (p for m, p in around.resolved if m.start <= behind.end() < m.end and around.calendar.is_over(p))
    return behind["ago"] is not None or any(over)

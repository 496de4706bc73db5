"""Words that make a profit the adjusted or the recurring one at a distance: `adjusted group operating profit`, 归母净利润(扣非)为8.86亿元."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.vocabulary import words

# `adjusted`, `non-GAAP`, `underlying`: each may stand where another does
ADJUSTED_EN = rf"(?<![\w-])(?:{'|'.join(re.escape(word) for word in words('terms')['adjusted_in_english'])})(?!\w)"
# what says no more than whose, or of when, the profit is; `GAAP and non-GAAP group profit` are two
_PAST = re.compile(
    rf"(?<!GAAP and )(?<!IFRS and )(?<!GAAP or )(?<!IFRS or ){ADJUSTED_EN} (?:(?:group|consolidated|total|overall|company|companywide|company-wide|attributable|quarterly|annual|full-year|half-year|half-yearly|first-half|(?:first|second|third|fourth)-quarter|diluted|basic|corporate|headline|consensus) ){{1,2}}$",
    re.I,
)
_IN_BRACKETS = re.compile(r"\s?\((?:扣除?非(?:经常性?损益)?(?:之?后)?(?:口径)?)\)")
_BACK = 60  # characters before a profit, within which the word may stand


def is_adjusted_past(mention: Mention, text: str, floor: int) -> bool:
    """Whether an English profit has the word before others that only say whose it is: `adjusted group operating profit`."""
    return _PAST.search(text, max(floor, mention.start - _BACK), mention.start) is not None


def is_recurring_in_brackets(mention: Mention, text: str) -> bool:
    """Whether Chinese says in brackets right behind a profit that it is without what does not recur: 归母净利润(扣非)."""
    return _IN_BRACKETS.match(text, mention.end) is not None

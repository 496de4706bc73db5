"""Figures of a whole company that an English sentence only names for what a part makes up of them: `Cloud accounted for $15 billion of Alphabet's revenue of $102 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_WHOSE = r"(?:the (?:company|group|firm|[a-z]*maker)['’]s |the |its |[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2}['’]s? )"
_ALL = r"(?:(?:total|overall|group|quarterly|annual|full-year|[a-z]+-(?:quarter|half|month)) ){0,2}"
# an amount before, and what it is a part of: `$15 billion of its total revenue`, `$15 billion of the $102 billion in revenue`
_OF_ALL = re.compile(rf"(?: \([^()]{{1,24}}\))?,? (?:out )?of {_WHOSE}?{_ALL}")
_OF_SO_MUCH = re.compile(rf"(?: \([^()]{{1,24}}\))?,? (?:out )?of (?:{_WHOSE}|a total of ){_ALL}{ABOUT}")
_CAME_TO = re.compile(rf"(?: \([^()]{{1,24}}\))?(?: in (?:the )?[^,;.\d]{{3,30}})?,? (?:of|totall?ing|at) {ABOUT}")
_IN = re.compile(rf" (?:in|of) {_ALL}")


def is_the_whole_of_a_part(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether an amount is all of what the amount before it is a part of."""
    before = None if scan.chinese else scan.preceding(amount)
    if before is None or before.kind != amount.kind or amount.kind not in ("money", "count", "bare"):
        return False
    text = scan.text
    if before.end <= mention.start and mention.end <= amount.start:
        return bool(
            _OF_ALL.fullmatch(text, before.end, mention.start) and _CAME_TO.fullmatch(text, mention.end, amount.start)
        )
    behind = amount.end <= mention.start and _IN.fullmatch(text, amount.end, mention.start)
    return bool(behind and _OF_SO_MUCH.fullmatch(text, before.end, amount.start))

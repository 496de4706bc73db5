"""The part or the place that stands behind an English amount and its change: `revenue of RMB50 billion, up 20%, in its online advertising business`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention

_SPAN = r"(?: (?:year[- ]o(?:n|ver)[- ]year|YoY|yoy|Y/Y|from a year (?:earlier|ago|before)|from the (?:same|previous|prior) (?:period|quarter|year)[a-z ]{0,20}))?"
_MOVED = rf"(?:up|down|(?:an?|representing an?|marking an?) (?:year[- ]o(?:n|ver)[- ]year )?(?:increase|rise|gain|jump|decrease|decline|drop|fall) of|(?:rising|falling|growing)(?: by)?) {ABOUT}[\d.]+ ?(?:%|percent|per cent)"
_BEHIND = re.compile(
    rf"(?: \([^()]{{1,40}}\))?(?: (?:vehicles|units|cars))?(?:,? {_MOVED})?{_SPAN}, (?:in|from|for|at) (?:the |its |their |the company['’]s )?"
)
_ENDS = re.compile(
    r"(?: (?:business(?:es)?|segment|division|unit|arm|group|region|market|operations))?(?:[.;,\x1f\n]|$| (?:in|during|for) (?:the|20\d\d|Q\d)\b)"
)
_AND = re.compile(r"(?: (?:business|segment|division|unit|arm|region|market))?,? (?:and|or|as well as)\b")


def is_behind_change(text: str, amount: Amount, part: Mention) -> bool:
    """Whether a part or a place stands alone right behind an amount and how it changed; `up 5%, in China and elsewhere` is of more."""
    at = part.start + 3 * text.startswith("in ", part.start)
    if at <= amount.end or at - amount.end > 160 or not _BEHIND.fullmatch(text, amount.end, at):
        return False
    return bool(_ENDS.match(text, part.end)) and not _AND.match(text, part.end)

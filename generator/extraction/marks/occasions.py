"""Earnings that are only a day on which they are told, and no figure: `when fiscal first-quarter earnings are reported on Wednesday`."""

from __future__ import annotations

import re

from generator.corpus.months import MONTHS
from generator.extraction.marks.mention import Mention

# `said on the earnings call that he was confident of a million`: where somebody spoke is no profit
_OCCASION = re.compile(
    r" (?:conference |post-earnings )?(?:calls?|briefings?|conferences?|webcasts?|presentations?|seasons?|day)\b"
)
_TOLD = r"(?:report|releas|publish|announc|present|unveil|disclos)"
_DAY = rf"(?:(?:on|by|before|after|until|for) )?(?:[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday|tomorrow|today|(?:this|next) (?:week|month)|the (?:close|bell|market)|(?:{MONTHS}|Jan\.?|Feb\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?) \d)"
_ARE_TOLD = re.compile(
    rf" (?:are|is|were|will be|to be|get) (?:due|out|expected|scheduled|slated|set)?(?: (?:to be|for))? ?(?:{_TOLD}(?:ed)\b|{_DAY})|,? (?:due|scheduled|slated|expected)(?: out| for)? {_DAY}"
)
_ON_A_DAY = re.compile(rf" (?:later )?{_DAY}")
_TELLS = re.compile(rf"\b{_TOLD}(?:s|es|e|ing)? (?:(?:its|their|the|fiscal|[a-z]+-quarter|quarterly|annual|latest) )*$")
_EARNINGS = ("earnings", "results", "profit", "profits")


def is_an_occasion(mention: Mention, text: str) -> bool:
    """Whether a name of earnings only says when, or where, they are told."""
    if _OCCASION.match(text, mention.end):
        return True
    if not text[mention.start : mention.end].lower().endswith(_EARNINGS):
        return False
    told = _TELLS.search(text, max(0, mention.start - 60), mention.start) and _ON_A_DAY.match(text, mention.end)
    return bool(told or _ARE_TOLD.match(text, mention.end))

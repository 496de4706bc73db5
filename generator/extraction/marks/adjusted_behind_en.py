"""By which rules English tells a profit, said behind its name: `net profit attributable to the parent of Non-GAAP`, `net profit in non-IFRS terms`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention

_WHOSE = r"(?: (?:of|at) [A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?)?(?: attributable to (?:the |its )?(?:[a-z]+ ){0,2}(?:parent|shareholders|owners|holders|company)(?: of the (?:parent|company))?(?: company)?)?"
_RULES = r"(?:non-?\s?(?:IFRS|GAAP|HKFRS)(?:\d|\[\d\]|\*)?)"
_TERMS = (
    r"(?:standards?|basis|terms|measures?|rules|principles|criteria|calibers?|calibres?|accounting(?: standards?)?)"
)
# the sentence goes on with what the profit did: `of Non-GAAP net income` is another name
_GOES_ON = r"(?= (?:was|is|were|are|reached|to|will|would|came|rose|fell|grew|increased|decreased|declined|dropped|climbed|jumped|surged|amounted|stood|hit|of|at|for|in)\b|[,.:;]|$)"
_BEHIND = re.compile(
    rf"{_WHOSE}(?: (?:under|of|in|by|on|per|using)(?: an?| the| its)? (?:{_RULES}(?: {_TERMS})?|(?:adjusted|underlying) {_TERMS}){_GOES_ON}|, {_RULES},)",
    re.I,
)


def is_adjusted_behind(mention: Mention, text: str) -> bool:
    """Whether English says right behind a profit's name that it is told by other rules than those of the accounts."""
    return _BEHIND.match(text, mention.end) is not None

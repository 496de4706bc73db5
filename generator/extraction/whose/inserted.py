"""Companies that only an insertion between commas names, behind which its sentence goes on: `BYD, in which Berkshire owns 8%, sold`, `a business, in which Alibaba competes with Meituan, took in`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import DID, MOVED

_NAMES = r"(?:(?:[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3})(?:, and |, | and | or ))*"
# what an insertion opens with: a relative clause, or any words that are no name
_OPENS = re.compile(
    rf", (?!(?:and|but|or|so|while|whereas|as|though|although)\b)(?:(?:[a-z][\w'’-]*|\d+%?|[A-Z][\w.&'’-]*) ){{1,14}}?{_NAMES}$"
)
_WHICH = re.compile(
    r", (?:[^,;.]{2,60}? )?(?:(?:in|of|for|to|from|with|by|behind|on|at|over|through|between) )?(?:which|whom?|whose|that)\b"
)
_COMMA = re.compile(r",(?= )")
# the verb that the sentence goes on with, whose subject stands before the insertion
GOES_ON = re.compile(
    rf", (?:(?:also|only|alone|nevertheless|still|now|again|both|each|had|has|have|[a-z]+ly) )*(?:{MOVED}|{DID}|was|were|is|are|had|has|have|came|stood|hit|totall?ed|amounted|narrowed|widened|(?:more than )?(?:doubled|tripled|quadrupled|halved)|did|said|says|led|leads|remained|kept|ended|closed|traded|expects?|expected|accounted|brought|took|saw|suffered|enjoyed|faced|grossed|swung|turned|plans?|aims?|intends?|targets?|wants?|hopes?|sees?|forecasts?|guides?|guided|raised|cut|spen[dt]s?|sells?|makes?|earns?|holds?|reports?|posts?|delivers?|ships?)\b"
)
_REACH = 140  # characters before a company, within which an insertion opens


def inserted_until(scan: Scan, mention: EntityMention) -> int | None:
    """Return where the insertion ends that an English company stands in, None for one that the sentence itself names."""
    text, low = scan.text, max(scan.sentence.start, mention.start - _REACH)
    if not text[mention.start].isascii():
        return None
    which = any(_WHICH.match(text, at, mention.start) for at in _commas(text, low, mention.start))
    opens = which or _OPENS.search(text, low, mention.start)
    if not opens:
        return None
    for at in _commas(text, mention.end, scan.sentence.end):
        if GOES_ON.match(text, at):
            return at
        if not which:
            return None
    return None


def _commas(text: str, low: int, high: int) -> list[int]:
    """Return where commas stand in a stretch, but for those of numbers."""
    return [m.start() for m in _COMMA.finditer(text, low, high)]

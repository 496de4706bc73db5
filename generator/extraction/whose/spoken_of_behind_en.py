"""The company that an English sentence turns to though it is not its subject: `The three are dwarfed by BYD, whose sales rose 22% to 93,900`, `It is less happy with Li Auto`."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan

_WHOSE = re.compile(r",? (?:whose|which) [a-z]")
# `It was beaten by Xpeng, whose deliveries rose`: whom the text is on is still its subject
_STILL = re.compile(
    r"[\s•*–-]*(?:[A-Z][a-z]+, )?(?:It|Its|They|Their|He|She|We|Our|The (?:company|group|firm|[a-z]*maker|start-?up)(?:['’]s)?)\b"
)
_REGARD = r"(?:happy|upbeat|optimistic|pessimistic|positive|negative|cautious|bullish|bearish|keen|enthusiastic|confident|worried|concerned|wary|sceptical|skeptical|constructive|sanguine|hopeful|impressed|convinced|excited)"
_JUDGED = re.compile(
    rf"\b(?:is|are|was|were|remains?|stays?|feels?|grows?|turns?) (?:(?:also|now|still|even|far|much|a bit|a little|somewhat|rather) )*(?:less |more |not (?:so|as) |most |least )?{_REGARD} (?:with|on|about|of|by|for|towards?) (?:the )?(?:[a-z-]+ )?$"
)
_LEAD = 80  # characters before a name, within which it is judged


def spoken_of_behind(scan: Scan) -> str | None:
    """Return the only company that a sentence names, where it goes on to tell of it, or says what somebody thinks of it."""
    if scan.chinese or len({e.entity for e in scan.entities}) != 1:
        return None
    named = scan.entities[-1]
    if _JUDGED.search(scan.text, max(scan.sentence.start, named.start - _LEAD), named.start):
        return named.entity
    tells = _WHOSE.match(scan.text, named.end) and all(a.start >= named.end for a in scan.amounts) and scan.amounts
    return named.entity if tells and not _STILL.match(scan.text, scan.sentence.start) else None

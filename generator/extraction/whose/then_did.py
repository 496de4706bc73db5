"""Whose a figure is that a subordinate clause tells of a company: `AMD's results came a day after Nvidia posted revenue of $46.7 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

_AFTER = re.compile(
    r"\b(?:[Aa]fter|[Ww]hen|[Bb]ecause|[Ss]ince|[Bb]efore|[Ww]hile|[Ww]hereas|[Aa]s) (?:(?:its |the )?(?:[a-z-]+ ){0,2}(?:rival|competitor|peer|supplier|customer|[a-z]*maker|giant) )?$"
)
_DID = re.compile(
    r"(?: \([^()]{1,24}\))?(?: (?:had|has|itself|also|alone|on [A-Z][a-z]+day|last [a-z]+))*"
    r" (?:posted|reported|booked|recorded|logged|delivered|sold|shipped|handed over|earned|lost|made|forecast|guided|predicted|announced|(?:cut|raised|lifted|lowered|hiked|trimmed|slashed|set|kept) its|said it (?:had )?(?:sold|delivered|shipped|made|earned|lost))\b"
    r"(?:(?! (?:and|but) )[^,;])*"
)
# `With BYD selling 300,114 electric cars, Tesla has its crown back`
_WITH = re.compile(
    r"\b[Ww]ith (?:(?:its |the )?(?:[a-z-]+ ){0,2}(?:rival|competitor|peer|supplier|customer|[a-z]*maker|giant) )?$"
)
_DOING = re.compile(
    r"(?: \([^()]{1,24}\))?(?: (?:itself|also|alone))? (?:selling|delivering|shipping|handing over|exporting|producing|making|building|earning|losing|posting|reporting|booking|recording|logging|generating|registering)\b"
    r"(?:(?! (?:and|but) )[^,;])*"
)
_LEAD = 40  # characters before a name, within which its clause begins


def then_did(scan: Scan, amount: Amount) -> EntityMention | None:
    """Return the company of an English clause with `after`, `as` or `with` that an amount stands in, and which did what it tells."""
    before = [e for e in scan.entities if e.end <= amount.start]
    if scan.chinese or not before:
        return None
    last = before[-1]
    low = max(scan.sentence.start, last.start - _LEAD)
    if _WITH.search(scan.text, low, last.start) and _DOING.fullmatch(scan.text, last.end, amount.start):
        return last
    led = len(before) > 1 and _AFTER.search(scan.text, low, last.start)
    return last if led and _DID.fullmatch(scan.text, last.end, amount.start) else None

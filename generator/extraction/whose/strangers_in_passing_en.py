"""Companies that the catalogue does not list and an English sentence on a listed one only names: `Cisco agreed to buy Splunk for $28 billion. It ended July with $16 billion in cash`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import STRANGER, EntityMention
from generator.extraction.marks.scanning import Scan

# What goes on to tell of it: `Splunk's revenue`, `Splunk, which`, `Splunk reported`
_TOLD = re.compile(
    r"['’]s?\b|,? (?:which|whose|where)\b|(?: \([^()]{1,24}\))?,? (?:(?:also|alone|itself|then|now|only|has|had|on [A-Z][a-z]+day|in Q[1-4]|in the [a-z]+ quarter) )*(?!including|excluding|following)(?:[a-z]+ed|[a-z]+ing|sold|made|saw|fell|rose|grew|took|lost|was|were|put|built|won|had|has|got|expects|said|says)\b"
)
_BEHIND = re.compile(r"[a-z,] (?:its |the |rival )?$")
_JOINS = re.compile(r"(?:\b(?:and|while|whereas|but)|;|^) (?:its |the |rival )?$")


def is_stranger_in_passing(scan: Scan, mention: EntityMention) -> bool:
    """Whether a company that the catalogue does not list stands behind a listed one that its sentence is on, and nothing is told of it."""
    if scan.chinese or mention.entity != STRANGER:
        return False
    listed = any(e.entity != STRANGER and e.end < mention.start for e in scan.entities)
    lead = scan.text[max(scan.sentence.start, mention.start - 16) : mention.start]
    beside = _BEHIND.search(lead) and not _JOINS.search(lead)
    return bool(listed and beside) and _TOLD.match(scan.text, mention.end) is None

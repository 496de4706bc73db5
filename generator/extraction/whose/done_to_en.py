"""Companies that English names only as whom another did something to, before it did something else: `Alibaba invested in XPeng and reported revenue of`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import DID

# behind a subject, a transitive verb or a preposition right before a name: `has backed Anthropic`, `a stake in XPeng`
_DONE_TO = re.compile(
    r"(?:\([^()]{1,24}\))? (?:[^,;:]{0,60}? )?(?:[a-z]+ed|bought|beat|beaten|overtook|sued|left|hit|met|fought|sold|hired from|took over|in|into|from|of|with|to|on|against|at) (?:the |rival )?$"
)
_AND_DID = re.compile(
    rf",? and (?:(?:also|then|later|now|so|thus|still|itself|has|had|meanwhile|last [a-z]+) )*(?:{DID}|put|poured|paid|said|reports|posts|(?:raised|cut|lifted|lowered) its)\b(?! (?:by|in|to|at|on|for|with|from)\b)"
)
# `analysts thought that Tesla and made`, `as rivals left BYD and sold`: another clause begins between
_TURNS = re.compile(
    r"\b(?:that|as|while|when|because|since|after|before|if|whether|and|but|who|which|where|whose|said|says|than|for)\b|[.;:]"
)
_OPENS = re.compile(
    r"[\s•*-]*(?:(?:In|On|For|During|At) [^,;]{2,40}, )?(?P<nameless>(?:It|They|We) |(?:The|This) (?:[\w-]+ ){1,3})?"
)


def is_done_to(scan: Scan, company: EntityMention) -> bool:
    """Whether a company is the object of what the subject of its sentence did, whose next verb follows right behind it."""
    if scan.chinese or not _AND_DID.match(scan.text, company.end):
        return False
    opens = _OPENS.match(scan.text, scan.sentence.start, company.start)
    start = opens.end() if opens else scan.sentence.start
    first = next((e for e in scan.entities if e.start == start and e.entity != company.entity), None)
    if first is None and not (opens and opens["nameless"]):
        return False
    said = scan.text[first.end if first else start - 1 : company.start]
    return _DONE_TO.fullmatch(said) is not None and _TURNS.search(said) is None

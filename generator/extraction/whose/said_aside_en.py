"""Companies that an English aside only names as who said it: `The games unit had sales of 1 trillion yen, Sony said, and an operating profit`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan

_SAID = re.compile(
    r"(?: [A-Z][\w.&]*){0,3}(?: itself| also| further)? (?:said|says|reported|reports|announced|disclosed|noted|added|stated|explained|told [a-z]+|wrote|writes)(?: (?:on|in|at|to|today|yesterday|late|earlier|this|last)\b[^,;\d]{0,40})?,"
)
_ACCORDING = re.compile(r", (?:according to|as reported by) (?:figures|data|numbers)?(?: (?:from|of|by))? ?$")
_ENDS = re.compile(r"(?:['’]s? [^,;\d]{2,30})?,")
_ALSO_HAD = re.compile(r" (?:of|at) ")  # with no verb of its own: `had sales of …, Sony said, and a margin of …`
_LEAD = 48  # characters before a company, within which an aside begins


def is_said_aside(scan: Scan, company: EntityMention) -> bool:
    """Whether a company stands in an aside between commas that only says who said it."""
    if scan.chinese:
        return False
    if scan.text.endswith(", ", scan.sentence.start, company.start):
        return _SAID.match(scan.text, company.end, scan.sentence.end) is not None
    led = _ACCORDING.search(scan.text, max(scan.sentence.start, company.start - _LEAD), company.start)
    return led is not None and _ENDS.match(scan.text, company.end, scan.sentence.end) is not None


def goes_on_past_aside(scan: Scan, mention: Mention, since: int) -> bool:
    """Whether a metric behind such an aside goes on with what the verb before it told, of a part named at `since`."""
    aside = any(since < e.start < mention.start and is_said_aside(scan, e) for e in scan.entities)
    return aside and _ALSO_HAD.match(scan.text, mention.end) is not None

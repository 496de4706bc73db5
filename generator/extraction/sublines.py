"""Lines of business that English names right before a metric and the catalogue does not know: `Cloud Music net revenues`."""

from __future__ import annotations

import re

from generator.extraction.names import Mention
from generator.extraction.scanning import Scan
from generator.extraction.vocabulary import words

_OF_ALL = rf"(?:{'|'.join(words('terms')['of_all'])})"
_TAKINGS = ("revenue", "services_revenue", "cloud_revenue")
# What stands between a line's name and the metric and makes it another: `Cloud Music revenue`, `cloud infrastructure revenue`.
_NARROWER = re.compile(
    rf" (?:(?!{_OF_ALL}\b)[A-Z][\w&-]*|infrastructure|hardware|software|content|accessor(?:y|ies)|subscription|membership|hosting|rental|leasing|licensing) (?:net |total )?"
)
_OPENING = re.compile(
    rf"[\s•*–-]*(?P<name>(?!{_OF_ALL}\b)[A-Z][\w&]*(?: (?:[A-Z][\w&]*|and|[a-z]+s)){{0,3}}) (?:net |total )?"
)
_NOBODY = re.compile(rf"(?:{'|'.join(words('terms')['nobody'])}|[A-Z][a-z]+(?:ly|day|ing|ed))(?: |$)")


def of_subline(scan: Scan, mention: Mention) -> bool:
    """Whether the takings that a mention names are those of a line that no name of the catalogue is."""
    text = scan.text
    if not mention.metrics or mention.metrics[0] not in _TAKINGS or not text[mention.start].isascii():
        return False
    if any(0 <= mention.start - m.end < 10 and text.endswith(("non-", "Non-"), 0, m.start) for m in scan.segments):
        return True  # `non-advertising revenue`
    before = [m for m in scan.segments if m.end <= mention.start and mention.start - m.end < 30]
    if before and _NARROWER.fullmatch(text, before[-1].end, mention.start):
        return not _is_marked(scan, before[-1].end, mention.start)
    start, _ = scan.clause(mention.start)
    opening = _OPENING.fullmatch(text, start, mention.start)
    if opening is None or _NOBODY.match(opening["name"]):
        return False
    return not _is_marked(scan, opening.start("name"), opening.end("name"))


def _is_marked(scan: Scan, start: int, end: int) -> bool:
    marks = (scan.entities, scan.segments, scan.periods, scan.cues, scan.amounts)
    return any(m.start < end and start < m.end for listed in marks for m in listed)

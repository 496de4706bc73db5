"""What a name brings in that the catalogue does not know, a product's as a rule: `We expect Blackwell to contribute $5 billion`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan

_TAKER = re.compile(
    r"(?:[^,;]{0,60}\bexpect(?:s|ed)?|\s*(?:and|while|but|of which)?)\s*\b(?P<name>(?!(?:It|They|We|That|This|Which|Both|These|Those|Together|Altogether|Operations|Sales|Group|Company)\b)[A-Z][\w-]+)"
    r"(?: (?:to|will|would|should|could|has|had|have|also|alone))*\s*"
)


def is_an_unknowns(scan: Scan, start: int, verb: int) -> bool:
    """Whether a clause that begins at `start` names no company and no line of business as who took in what the verb says."""
    taker = _TAKER.fullmatch(scan.text, start, verb)
    marks: tuple[Mention | EntityMention, ...] = (*scan.entities, *scan.segments, *scan.metrics)
    return taker is not None and not any(m.start < taker.end("name") and taker.start("name") < m.end for m in marks)

"""English `its` behind a line of business that opens its sentence: `SSG revenue was $2.3 billion, and its operating margin was 22.2%` may be told of the line or of the company."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

WHOSE = "of the line of business or of the company"
_ITS = re.compile(r",? (?:and|while|with|but) its (?:own |quarterly )?$")
_OF_LINES = re.compile(r"(?:adjusted_)?operating_(?:margin|profit)")  # a gross margin goes on with its line
_OPENS = 8  # characters before a line that opens its sentence
_LEAD = 24  # characters before a metric, within which `its` stands


def its_or_the_companys(around: Surroundings, metric: str, mention: Mention) -> str | None:
    """Return why a figure may be of either."""
    scan, start = around.scan, around.scan.sentence.start
    low = max(start, mention.start - _LEAD)
    if scan.text.endswith("loss", mention.start, mention.end):
        return None  # `ISG revenue rose 65%, but its operating loss was $36 million`: that of a company would be told first
    if scan.chinese or not _OF_LINES.fullmatch(metric) or not _ITS.search(scan.text, low, mention.start):
        return None
    takings = _takings(around)
    if takings is None or takings.start - start > _OPENS or takings.end > low:
        return None
    named = any(start <= e.start < mention.start for e in scan.entities)
    others = any(takings.end <= m.start < mention.start for m in scan.segments)
    return None if named or others else WHOSE


def _takings(around: Surroundings) -> Mention | None:
    """Return the name of what a line of business took in, from the line's own on, where that is the first thing that a sentence names."""
    scan, catalogue = around.scan, around.names.catalogue
    line = next((m for m in scan.segments if catalogue.segments[m.segment or ""].kind == "business"), None)
    first = scan.metrics[0] if scan.metrics else None
    if first is None or not first.metrics[0].endswith("revenue"):
        return None
    if line is not None and line.end + 1 == first.start:
        return line
    own = catalogue.metrics.get(first.metrics[0])
    return first if own is not None and own.segment is not None else None

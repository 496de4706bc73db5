"""What a list of a company's lines is of, whose header names no metric: `What the segments brought in: Gaming, $1.34B (+27%); Data Center, $1.14B`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.part_of import label_of

_LINES = r"(?:segments?|divisions?|units?|businesses|business lines?|product lines?|products?|lines of business|categor(?:y|ies))"
_TOOK = r"(?:made|took in|take in|brought in|bring in|turned over|generated|contributed|sold|booked)"
# `What the segments made last quarter`, `By product, Apple took in`, `Segments`
_HEADER = re.compile(
    rf"[^\w\n]{{0,4}}(?:[^:;$€£¥\d]{{0,60}}\b(?P<took>{_LINES}\b[^:;$€£¥]{{0,40}}\b{_TOOK})\b[^:;$€£¥]{{0,40}}|(?:[Hh]ere are the |[Tt]he |[Bb]y )?(?P<alone>{_LINES})(?: [Qq][1-4])?):",
    re.I,
)
_ENOUGH = 2  # labelled amounts, from which on they are a list


def over_lines(scan: Scan) -> Mention | None:
    """Return the revenue that an English list of lines is of by its header alone, as a mention of it there."""
    header = _HEADER.match(scan.text, scan.sentence.start, scan.sentence.end)
    if scan.chinese or header is None or any(m.start < header.end() for m in scan.metrics):
        return None
    items = [a for a in scan.amounts if a.kind == "money" and a.scaled and label_of(scan, a)]
    if len(items) < _ENOUGH or any(a.start < header.end() for a in scan.amounts):
        return None
    said = "took" if header["took"] else "alone"
    return Mention(*header.span(said), metrics=("revenue",))

"""Things that name a line of business only where money is told of them: `Cars were responsible for $21 billion of that`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.vocabulary import words

_LINES = {thing.lower(): line for line, things in words("terms")["things_sold"].items() for thing in things}
_THING = sought(rf"\b(?:{'|'.join(sorted(_LINES, key=len, reverse=True))})\b", re.I)


def with_things(scan: Scan) -> Scan:
    """Return marks with the things of a sentence as lines of business, where money or a margin is told and no name holds them."""
    of_margins = scan.text.find("argin", scan.sentence.start, scan.sentence.end) >= 0
    if not of_margins and not any(a.kind == "money" and a.scaled for a in scan.amounts):
        return scan
    found = [
        Mention(*said.span(), segment=_LINES[said[0].lower()])
        for said in _THING.finditer(scan.text, scan.sentence.start, scan.sentence.end)
    ]
    spans = [(n.start, n.end) for n in (*scan.segments, *scan.metrics)] + [(e.start, e.end) for e in scan.entities]
    counted = {a.end + 1 for a in scan.amounts if a.kind in ("count", "bare")}  # `sales of 4.6 million vehicles`
    things = [
        m for m in found
        if m.start not in counted and not any(start < m.end and m.start < end for start, end in spans)
    ]  # fmt: skip
    return replace(scan, segments=sorted([*scan.segments, *things], key=lambda m: m.start)) if things else scan

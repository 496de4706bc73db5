"""Parts of a company that hold one of its lines and more: `the segment that holds the car business`, `cars, AI and other new initiatives`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan

_HOLDS = re.compile(
    r"(?:[Tt]he |[Ii]ts |[A-Z]\w+['’]s |a |A )?(?:[a-z-]+ ){0,2}(?P<unit>segment|division|unit|business|arm|group|part) (?:that|which) (?:also |now |mainly |mostly )?"
    r"(?:hold|house|include|contain|comprise|cover|encompasse|combine|bundle|take|group)s?(?: in| together)? (?:the |its |all of the |all |both )?$"
)
_AND_MORE = re.compile(
    r",? (?:AI,? )?(?:and|&) (?:AI and )?(?:other )?(?:(?:new|innovative|innovation)(?:, innovative)? (?:initiatives?|business(?:es)?|activities))"
)
_NAME_ENDS = re.compile(r"(?:[- ](?:business|segment|division|unit|arm|operations|brand|app|services?))*")
_REACH = 60  # characters before a line, within which what holds it is named


def with_wider_parts(marks: Scan, names: Names, home: str | None) -> Scan:
    """Return marks with a company's part that is wider than the line it is named by as a mention of that part; none, where the catalogue has no such."""
    if marks.chinese:
        return marks
    segments, changed = list(marks.segments), False
    for i, line in enumerate(marks.segments):
        low = max(marks.sentence.start, line.start - _REACH)
        holds = _HOLDS.search(marks.text, low, line.start)
        rest = (_NAME_ENDS if holds else _AND_MORE).match(marks.text, line.end)
        if rest is None or line.metrics or names.catalogue.segments[line.segment or ""].counts_as:
            continue
        segment = _wider(line.segment, names, home)
        if segment is None and not holds:
            continue
        start = holds.start() if holds else line.start
        segments[i] = replace(line, start=start, end=rest.end(), segment=segment)
        changed = True
    if not changed:
        return marks
    kept = [
        m
        for m in segments
        if m.segment and not any(o is not m and o.start <= m.start < o.end and o.segment for o in segments)
    ]
    return replace(marks, segments=kept)


def _wider(line: str | None, names: Names, home: str | None) -> str | None:
    """Return the part of a company that counts as a line and holds more."""
    kinds = names.catalogue.segments
    return next((name for name, kind in kinds.items() if kind.counts_as == line and kind.entity == home), None)

"""The two whose figures an English sentence lists behind `Their`: `Li Auto and XPeng sold more cars. Their margins were 19.8% and 10.5%, respectively`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.latter_en import Two

_THEIR = re.compile(r"[\s\"“•*-]*(?:(?:In|For) [^,;]{3,40}, (?=their))?(?P<first>[Tt]h)(?P<second>eir) ")


def with_theirs(scan: Scan, before: Two | None) -> Scan:
    """Return an English sentence's marks with `Their` as mentions of the two that the one before named, side by side.

    Only where it lists figures `respectively`, and names no others.
    """
    their = None if scan.chinese or before is None else _THEIR.match(scan.text, scan.sentence.start, scan.sentence.end)
    if their is None or before is None or not any(cue.kind == "each" for cue in scan.cues):
        return scan
    spans = their.span("first"), their.span("second")
    if before.companies and not scan.entities:
        both = [EntityMention(*span, name) for span, name in zip(spans, before.companies, strict=True)]
        return replace(scan, entities=both)
    if before.lines and not scan.segments:
        lines = [Mention(*span, segment=name) for span, name in zip(spans, before.lines, strict=True)]
        return replace(scan, segments=lines)
    return scan

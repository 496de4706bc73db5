"""The line of business that a sentence opens with, behind whose aside a verb goes on: `Games, its largest business, had revenue of 28 billion yuan`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, TOOK
from generator.extraction.unnamed.subject import ADVERBS, UNIT, is_subject

_ON = re.compile(
    rf"{UNIT}(?:, [^,;\d]{{2,100}},| - [^;\d]{{2,100}} -){ADVERBS} (?=(?:{TOOK}|{MOVED}|lost|saw|grew|was|were|is|are|remained|[a-z]+ (?:its|their))\b)"
)
_TURNS = re.compile(
    r"[;:]|,? (?:while|whereas|but|as|and) (?:the (?:company|group|firm|[a-z]*maker)|its|it|total|group|overall|net|operating)\b"
)


def line_behind_an_aside(scan: Scan, mention: Mention, businesses: Sequence[Mention]) -> str | None:
    """Return the line that is the subject of a metric's clause, with an aside between it and its verb."""
    for line in businesses:
        on = _ON.match(scan.text, line.end, mention.start) if is_subject(scan, line) else None
        if on is None or _TURNS.search(scan.text, on.end(), mention.start):
            continue
        starts = [m.start for m in businesses] + [e.start for e in scan.entities]
        if not any(on.end() <= start < mention.end for start in starts):
            return line.segment
    return None

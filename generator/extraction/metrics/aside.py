"""The line of business that a sentence opens with, behind whose aside a verb goes on: `Games, its largest business, had revenue of 28 billion yuan`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, TOOK
from generator.extraction.unnamed.subject import ADVERBS, UNIT, is_subject

_ON = re.compile(
    rf"{UNIT}(?:, [^,;\d]{{2,100}},|, (?:aka|a\.k\.a\.|that is|i\.e\.|or|namely|meaning|including|such as|which include) [^;\d]{{2,100}},| - [^;\d]{{2,100}} -){ADVERBS} (?=(?:{TOOK}|{MOVED}|lost|saw|grew|was|were|is|are|remained|[a-z]+ (?:its|their))\b)"
)
_ITS = re.compile(r"\b(?:its|their) $")
_TURNS = re.compile(
    r"[;:]|,? (?:while|whereas|but|as|and) (?:the (?:company|group|firm|[a-z]*maker)|its|it|total|group|overall|net|operating)\b"
)


def line_of_its_loss(scan: Scan, mention: Mention, businesses: Sequence[Mention]) -> str | None:
    """Return the line that a clause opens with, whose loss or profit a later one tells: `The cloud arm grew 13% to 31.7 billion but its adjusted loss swelled`."""
    if not _ITS.search(scan.text, max(scan.sentence.start, mention.start - 8), mention.start):
        return None
    lines = [m for m in businesses if m.end <= mention.start]
    others = [e for e in scan.entities if lines and lines[-1].end <= e.start < mention.start]
    return lines[-1].segment if lines and not others and is_subject(scan, lines[-1]) else None


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

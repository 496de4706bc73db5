"""What is expected and not said by whom, in English: behind a sentence on the market's expectations, it is the market's too."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan

# `Adjusted earnings are seen at 75 cents a share`, `The cloud unit is forecast to bring in`; not `is expected by the company`
_IS_SEEN = re.compile(
    r"[^,;:]{0,40} (?:is|are|was|were) (?:now |also |then |in turn )?(?:expected|seen|forecast|projected|predicted|estimated|tipped|pencilled in)\b(?! by\b)"
)
_OF_ITSELF = re.compile(r"\b(?:the company|management|guid(?:es|ed|ance)|its own|outlook)\b", re.I)
_SUBJECT = 60  # characters from a sentence's start, within which its subject stands


def is_seen_at(scan: Scan) -> bool:
    """Whether a sentence says of its subject that it is expected, and not by whom."""
    start, end = scan.sentence.start, scan.sentence.end
    named = (m.end for m in (*scan.metrics, *scan.segments) if m.start - start <= _SUBJECT)
    if scan.chinese or not scan.amounts or _OF_ITSELF.search(scan.text, start, end):
        return False
    return any(_IS_SEEN.match(scan.text, at, max(at, scan.amounts[0].start)) for at in named)

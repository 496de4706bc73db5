"""What a house of research estimates of a time that is over is its count, and nothing expected: `Gartner estimates Lenovo's volume at 14.9 million`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.cues import Cue
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import DID, MOVED

# `Gartner, whose rules differ, estimates that`, `Canalys, another tracker, now estimates`
_ESTIMATES = re.compile(
    r"(?:['’]s?)?(?:, [^,;$€£¥%]{3,70},)? (?:(?:now|also|itself|preliminarily) )?(?=estimat(?:es?|ed)\b)"
)
# `estimates that shipments will rise`, `to fall 3% this year`, `for the coming quarter`
_AHEAD = re.compile(
    r"\b(?:will|would|could|should|may|might|next|coming|upcoming|ahead|by (?:the end of )?20\d\d|to (?!about|around|nearly|over|more|just|some|an?\b|the\b|be\b|have\b)[a-z]+)\b"
)
_PAST = re.compile(rf"\b(?:{DID}|{MOVED}|held|took|accounted)\b")


def with_counts_estimated(scan: Scan, names: Names) -> Scan:
    """Return a sentence's marks without the word of estimating behind a house of research that counts what came."""
    if scan.chinese or not scan.amounts:
        return scan
    counting = [e.end for e in scan.entities if names.catalogue.company_kind(e.entity) == "researcher"]
    ends = [said.end() for end in counting if (said := _ESTIMATES.match(scan.text, end, scan.sentence.end))]
    ends = [end for end in ends if not _looks_ahead(scan, end)]
    kept = [cue for cue in scan.cues if not _is_at(cue, ends)]
    return replace(scan, cues=kept) if len(kept) < len(scan.cues) else scan


def _is_at(cue: Cue, ends: list[int]) -> bool:
    return cue.kind == "forecast" and any(cue.start <= end < cue.end for end in ends)


def _looks_ahead(scan: Scan, at: int) -> bool:
    """Whether what is estimated behind an offset is to come: it is said so, or of a year without a verb of what came."""
    if _AHEAD.search(scan.text, at, scan.sentence.end):
        return True
    years = any(m.scope == "year" or m.relation == "next" for m in scan.periods if m.start > at)
    return years and not _PAST.search(scan.text, at, scan.sentence.end)

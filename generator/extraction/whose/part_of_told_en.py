"""English sentences that only say how much of what was told a part was: `Phones accounted for 41% of that. Gross margin was 22.9%` goes on with the whole company."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan

_OF_IT = re.compile(
    r"\b(?:made up|makes? up|making up|account(?:s|ed)? for|represent(?:s|ed)?|contribut(?:es?|ed)|were|was|are|is|comprised?|formed?|brought in|provided) "
    r"(?:[^,;]|,(?=\d)){1,48}? of (?:that|it|this|those|these|them|the (?:total|whole|sum|figure)|all|(?:its|the company['’]s|the group['’]s|total|group|company|overall|annual|quarterly) (?:[a-z]+ ){0,2}?(?:revenues?|sales|turnover|total|takings)|revenues?|sales|turnover)\b"
)
_REACH = 48  # characters behind a part, within which its share is told


def tells_only_a_share(scan: Scan) -> bool:
    """Whether an English sentence names a part first, and says how much of the whole it was."""
    if scan.chinese or not scan.segments or any(m.end <= scan.segments[0].start for m in scan.metrics if m.metrics):
        return False
    part = scan.segments[0]
    share = _OF_IT.search(scan.text, part.end, scan.sentence.end)
    return share is not None and share.start() - part.end <= _REACH

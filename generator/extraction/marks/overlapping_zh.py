"""Names that share a character: behind 阿里云 begins 云计算业务, another name of the same line, and both are one: 阿里云计算业务."""

from __future__ import annotations

from generator.extraction.frozen import replace
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan

_LONGEST = 10  # characters of the name that begins with another's last one


def with_overlapping(marks: Scan, names: Names, home: str | None) -> Scan:
    """Return marks in which a Chinese line's name reaches to the end of the one that begins with its last character."""
    if not (marks.chinese and marks.segments and marks.amounts):
        return marks
    segments = [_widened(marks, m, names, home) for m in marks.segments]
    return replace(marks, segments=segments) if segments != marks.segments else marks


def _widened(marks: Scan, line: Mention, names: Names, home: str | None) -> Mention:
    """Return a mention of a line, up to the end of the same line's name that its last character begins."""
    last = line.end - 1
    metric = next((m.start for m in marks.metrics if m.start >= line.end), marks.sentence.end)
    end = min(line.end + _LONGEST, metric)
    goes_on = line.segment and not line.metrics and end > line.end and not marks.text[line.end].isascii()
    if not goes_on or marks.text[last].isascii():
        return line
    found = (m for m in names.mentions(marks.text[last:end], home) if m.start == 0 and m.segment == line.segment)
    longer = max((m.end for m in found if not m.metrics), default=0)
    return replace(line, end=last + longer) if longer > 1 else line

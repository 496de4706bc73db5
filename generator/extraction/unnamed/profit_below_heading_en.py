"""Plain profit that opens an English sentence below the heading of a line of business: `Digital Industries`, and below it `Profit declined 43% to €641 million`."""

from __future__ import annotations

import re

from generator.extraction.frozen import replace
from generator.extraction.marks.scanning import Scan

_OPENS = re.compile(r"[\s•·●■▪*-]*(?:(?:Its|The|Segment|The segment's|Quarterly) )?")


def with_profit_of_heading(marks: Scan, heading: str | None) -> Scan:
    """Return marks, the profit or loss that opens a sentence being the line's below whose heading it stands."""
    first = marks.metrics[0] if marks.metrics else None
    if heading is None or first is None or marks.chinese or marks.sentence.title or not first.any_profit:
        return marks
    if marks.segments or marks.entities or not _OPENS.fullmatch(marks.text, marks.sentence.start, first.start):
        return marks
    own = replace(first, metrics=("operating_profit",), part=heading)
    return replace(marks, metrics=[own, *marks.metrics[1:]])

"""What an apposition says that a company is: it names no line of business of the figures that follow, as in `Meituan, its rival in food delivery, lost 19 billion`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.inserted import GOES_ON

_IS = re.compile(
    r"(?: \([^()]{1,24}\))?, (?:an?|the|its|their|another|one of|long|once|[A-Z]\w+['’]s) [^,;\d]{3,80}(?=,)"
)


def without_descriptions(scan: Scan) -> Scan:
    """Return a sentence's marks without the lines of business that only say what a company is."""
    if scan.chinese or not scan.segments:
        return scan
    said = [span for company in scan.entities if (span := _description(scan, company))]
    kept = [m for m in scan.segments if not any(low <= m.start and m.end <= high for low, high in said)]
    return replace(scan, segments=kept) if len(kept) < len(scan.segments) else scan


def _description(scan: Scan, company: EntityMention) -> tuple[int, int] | None:
    """Return where an apposition right behind a company stands, behind which its sentence goes on with a verb."""
    said = _IS.match(scan.text, company.end, scan.sentence.end)
    return said.span() if said and GOES_ON.match(scan.text, said.end()) else None

"""Companies that English calls by the name of who leads them: `the seventh decline for Elon Musk's company`, `Lei Jun's group`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan

# What says no more of a company than that it is one: no rocket company of Musk's is Tesla.
_CALLED = re.compile(
    r"\b(?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+)?)['’]s? (?:own )?(?:(?:electric|car|EV)[- ](?:car |vehicle )?)?(?:company|group|firm|(?:car|auto)?maker|manufacturer)\b"
)


def with_peoples_companies(scan: Scan, names: Names) -> Scan:
    """Return a sentence's marks with the companies that are called by a person."""
    if scan.chinese:
        return scan
    called = _CALLED.finditer(scan.text, scan.sentence.start, scan.sentence.end)
    found = [EntityMention(*said.span(), names.leaders[said["who"]]) for said in called if said["who"] in names.leaders]
    return replace(scan, entities=sorted([*scan.entities, *found], key=lambda e: e.start)) if found else scan

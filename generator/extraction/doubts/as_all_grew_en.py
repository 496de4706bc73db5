"""What all makers shipped, told behind the place that one of them held: `stayed the biggest vendor, IDC said, with global shipments growing 2% to 310 million units`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import is_tracked
from generator.extraction.whose.context import Surroundings

_PLACED = re.compile(
    r"\b(?:biggest|largest|top|leading|leader|lead|led|first|second|third|No\. ?\d|number (?:one|two|three)|ranked|ranking|rank|crown|throne|spot|place|ahead of|overtook|dethroned|on top)\b"
)
_WITH_ALL = re.compile(r", (?:with|as|while) (?:global|worldwide|overall|total|industry|market)(?: [a-z-]+| PC){1,3}$")
_GREW = re.compile(
    r" (?:(?:growing|rising|climbing|increasing|expanding|gaining|edging up|inching up|falling|declining|shrinking|dropping|slipping|contracting|up|down) |(?:grew|rose|climbed|increased|fell|declined|shrank|dropped|slipped|edged up) )(?:by )?(?:about |around |nearly |just |only )?[\d.]+ ?(?:%|percent|per cent)"
)
_COMPUTERS = re.compile(r"\b(?:PCs?|notebooks?|laptops?|tablets?|computers?)\b")
_NO_MAKERS = 100_000_000  # phones, more than any maker ships in a quarter
_NO_MAKERS_PCS = 30_000_000


def is_of_all_that_grew(around: Surroundings, mention: Mention) -> bool:
    """Whether shipments that grew, behind a maker's place and nobody's by a word, are those of all: too many for it, or not told how many."""
    scan, kinds = around.scan, around.names.catalogue.companies
    if scan.chinese or not any(is_tracked(name) for name in mention.metrics):
        return False
    counted = around.tracked or any(kinds[e.entity].kind == "researcher" for e in scan.entities)
    said = _WITH_ALL.search(scan.text, max(scan.sentence.start, mention.start - 50), mention.end)
    if not counted or said is None or not _GREW.match(scan.text, mention.end):
        return False
    if not _PLACED.search(scan.text, scan.sentence.start, said.start()):
        return False
    most = _NO_MAKERS_PCS if _COMPUTERS.search(scan.text, scan.sentence.start, mention.end) else _NO_MAKERS
    count = next((a for a in scan.amounts if a.start >= mention.end and a.kind in ("count", "bare")), None)
    return count is None or count.value >= most

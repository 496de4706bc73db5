"""Revenue that English calls income from a line of business: `Income from energy storage batteries jumped 17 percent to 19.1 billion yuan`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

# what it is income of else stands before the word: `net income from`, `licensing income from`
_INCOME = re.compile(
    r"(?:\A|[\n,;:•] ?|\b(?:[Ii]ts|[Tt]heir|[Tt]he|and|while|but|total|annual|quarterly) )(?P<income>[Ii]ncome)(?P<from> from (?:the |its |their |sales of |selling )?)$"
)
# `regulatory credit income fell 12% to $23 million`: of these, nothing is earned but what they bring in
_ALL_INCOME = ("advertising", "games", "regulatory_credits", "value_added_services")
_BEHIND = re.compile(r" income\b(?! (?:from operations|before|after|tax|statement))")
_REACH = 40  # characters before a line of business, within which it is told to be income from it


def with_income_from(scan: Scan) -> Scan:
    """Return a sentence's marks with income from a line of business as revenue."""
    if scan.chinese:
        return scan
    found: list[Mention] = []
    for line in scan.segments:
        if line.segment in _ALL_INCOME and (behind := _BEHIND.match(scan.text, line.end)):
            found.append(Mention(line.end + 1, behind.end(), ("revenue",)))
            continue
        low = max(scan.sentence.start, line.start - _REACH)
        lead = scan.text[low : line.start].lstrip() if low == scan.sentence.start else scan.text[low : line.start]
        if said := _INCOME.search(lead):
            start = line.start - len(lead) + said.start("income")
            found.append(Mention(start, start + len(said["income"]), ("revenue",)))
    return scan.with_metrics(found)

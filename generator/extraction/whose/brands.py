"""Lines of business named by one company's brand: `while Azure grew 26 percent` is told of Microsoft, whoever was spoken of before."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, MOVING, TOOK
from generator.extraction.vocabulary import words

_OWNERS: dict[str, str] = words("terms")["brands"]
# What only whoever is spoken of has or does; `its deal with AWS` speaks of another.
_HAS = re.compile(
    rf"(?:['’]s)? (?:(?:cloud|total|net|operating|segment|business|unit|annual|quarterly|also|then) )*(?:revenues?|sales|growth|income|profits?|margins?|{MOVED}|{MOVING}|{TOOK}|grows?|continue[sd]?|remained|was|is|up|down)\b"
)


def with_brands(scan: Scan, names: Names) -> Scan:
    """Return a sentence's marks with the owners of the brands that it speaks of."""
    found = [owner for mention in scan.segments if (owner := _owner(scan, mention, names))]
    return replace(scan, entities=sorted([*scan.entities, *found], key=lambda e: e.start)) if found else scan


def _owner(scan: Scan, mention: Mention, names: Names) -> EntityMention | None:
    """Return whose a brand is, where another company, or none, was named before it."""
    owner = _OWNERS.get(scan.text[mention.start : mention.end])
    if owner not in names.catalogue.companies or not _HAS.match(scan.text, mention.end):
        return None
    before = next((e for e in reversed(scan.entities) if e.end <= mention.start), None)
    if any(e.start < mention.end and mention.start < e.end for e in scan.entities):
        return None
    return None if before and before.entity == owner else EntityMention(mention.start, mention.end, owner)

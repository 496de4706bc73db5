"""Companies that stand in a list with others, of which one tells of them all."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

_AND = re.compile(r",? and |, ")


def first_of_list(scan: Scan, mention: EntityMention) -> EntityMention | None:
    """Return the first company of an English list that a company stands in, None for one that stands alone."""
    first = mention
    for before in reversed(scan.entities):
        if before.end <= first.start:
            if not _AND.fullmatch(scan.text, before.end, first.start):
                break
            first = before
    return None if first is mention else first


def first_of_list_zh(scan: Scan, mention: EntityMention) -> EntityMention:
    """Return the first company of the Chinese list that one stands in, itself where it stands in none."""
    if scan.text[mention.start - 1] != "、":
        return mention
    ends = {e.end: e for e in scan.entities}
    while scan.text[mention.start - 1] == "、" and (before := ends.get(mention.start - 1)):
        mention = before
    return mention

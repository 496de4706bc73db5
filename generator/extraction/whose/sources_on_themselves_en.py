"""Companies that English gives as the source of what it tells of them: `According to Marvane, its revenue was 5 billion yuan`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

_ACCORDING_TO = re.compile(r"[\s•*–-]*According to $")
_ON_ITSELF = re.compile(r", (?:its?|the company(?:['’]s)?) ")


def is_source_on_itself(scan: Scan, mention: EntityMention) -> bool:
    """Whether a company that is the source is who is spoken of."""
    according = _ACCORDING_TO.fullmatch(scan.text, scan.sentence.start, mention.start)
    return according is not None and _ON_ITSELF.match(scan.text, mention.end) is not None

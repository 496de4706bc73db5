"""Whom English sets above everyone is who is spoken of: `No one shipped more PCs than Lenovo, with 19.27 million units`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

_NOBODY_MORE = re.compile(
    r"\b(?:[Nn]o one|[Nn]obody|[Nn]one|[Nn]o (?:other |single )?(?:[a-z-]+ ){0,2}(?:[a-z]*maker|vendor|brand|company|manufacturer|rival|competitor|supplier|group|firm|seller))\b[^,;.\d]{0,40}\b(?:more|faster|better|larger|bigger|higher|stronger|steeper|harder|quicker|greater)\b[^,;]{0,70} than (?:the |market leader )?$"
)
_LEAD = 170  # characters before a company, within which nobody is said to do more


def is_outdone_by_none(scan: Scan, mention: EntityMention) -> bool:
    """Whether a company stands right behind the words that nobody does more than it."""
    return bool(_NOBODY_MORE.search(scan.text, max(scan.sentence.start, mention.start - _LEAD), mention.start))

"""Companies that English only names as whose business another bought: `since it acquired IBM's storage operations`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

_BOUGHT = re.compile(
    r"\b(?:[Bb]ought|[Bb]uy(?:s|ing)?|[Aa]cquir(?:ed?|es|ing)|[Tt](?:ook|aken?|akes|aking) over|[Pp]urchas(?:ed?|es|ing)|(?:takeover|acquisition|purchase) of)(?: (?:most|all|parts?|some|much) of)? (?:the )?$"
)
_WHAT_WAS = re.compile(
    r"['’]s? (?:[\w&-]+ ){0,4}?(?:business(?:es)?|units?|divisions?|operations?|assets|arms?|studios?|brands?|plants?|factor(?:y|ies)|stakes?|subsidiar(?:y|ies)|fabs?)\b"
)
_LEAD = 40  # characters before a company, within which a verb says that something of it was bought


def is_bought_of(scan: Scan, company: EntityMention) -> bool:
    """Whether a company only stands in the name of what was bought of it."""
    low = max(scan.sentence.start, company.start - _LEAD)
    return bool(_WHAT_WAS.match(scan.text, company.end) and _BOUGHT.search(scan.text, low, company.start))

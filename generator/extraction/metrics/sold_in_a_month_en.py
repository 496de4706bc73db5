"""Sales that English tells of a maker of cars by the month, as makers count them: `NIO's November sales surged by 76%` is no revenue."""

from __future__ import annotations

import re

from generator.corpus.months import MONTHS
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.settings.catalogue import Catalogue

_KIND = r"(?:(?:global|total|overall|group|monthly|wholesale|domestic|overseas|retail|car|auto|new|own|brand|combined) ){0,2}"
_OF_A_MONTH = re.compile(rf"\b(?:{MONTHS})(?:['’]s?)? (?:20\d\d )?{_KIND}$")
_IN_A_MONTH = re.compile(rf" (?:(?:in|for|during) (?:the month of )?(?:{MONTHS})\b|(?:last|this) month\b)")
_LEAD = 60  # characters before `sales`, within which the month stands


def sold_in_a_month(scan: Scan, catalogue: Catalogue, mention: Mention) -> bool:
    """Whether `sales` are those of one month, in a sentence that names makers of cars and nobody else."""
    if scan.chinese or scan.text[mention.start : mention.end].lower() != "sales":
        return False
    kinds = catalogue.companies
    named = [kinds[e.entity] for e in scan.entities if e.entity in kinds and kinds[e.entity].kind == "company"]
    if not named or not all(maker.makes_cars or maker.combustion for maker in named):
        return False
    low = max(scan.sentence.start, mention.start - _LEAD)
    return bool(_OF_A_MONTH.search(scan.text, low, mention.start) or _IN_A_MONTH.match(scan.text, mention.end))

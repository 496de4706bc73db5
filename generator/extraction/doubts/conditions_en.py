"""What English says has to come first: `only when sales reach 300,000 units can it break even` tells no figure."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

CONDITION = "what has to come first, not what came"
# `Games, once its main business, saw revenue rise` sets none
# only after reaching, unless margins climb to, once sales hit: what is thought of, in the present tense
_CONDITION = re.compile(
    r"\b(?:only (?:when|if|once|after|by)|unless|once(?! more| again| (?:its|the|an?|their|one|considered|seen|known|part)\b[^,;]{0,50},)|if|as long as|provided(?: that)?|until|till|before it can [a-z]+ [a-z ]{0,20}when) "
    r"(?:[^.;:]{0,60}? )?(?<!to )(?:reach(?:es|ing)?|hits?|hitting|exceeds?|exceeding|climbs?|climbing|rises?|rising|gets?|getting|falls?|falling|drops?|sells?|selling|deliver(?:s|ing)?|surpass(?:es|ing)?|tops?|topping|passes|passing|stays?|remains?)\b"
    r"[^.;:]{0,80}$",
    re.I,
)
_REACH = 170  # characters before an amount, within which its condition begins


def of_condition(scan: Scan, amount: Amount) -> bool:
    """Whether an English amount is part of a condition."""
    low = max(scan.sentence.start, amount.start - _REACH)
    return _CONDITION.search(scan.text, low, amount.start) is not None

"""What English says has to come first, or would be needed: `only when sales reach 300,000 units can it break even`, `needs to sell 50,000 cars in December` tell no figure."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

CONDITION = "what has to come first, not what came"
# `Games, once its main business, saw revenue rise` sets none
# only after reaching, unless margins climb to, once sales hit: what is thought of, in the present tense
_CONDITION = sought(
    r"\b(?:only (?:when|if|once|after|by)|unless|once(?! more| again| (?:its|the|an?|their|one|considered|seen|known|part)\b[^,;]{0,50},)|if|as long as|provided(?: that)?|until|till|before it can [a-z]+ [a-z ]{0,20}when) "
    r"(?:[^.;:]{0,60}? )?(?<!to )(?:reach(?:es|ing)?|hits?|hitting|exceeds?|exceeding|climbs?|climbing|rises?|rising|gets?|getting|falls?|falling|drops?|sells?|selling|deliver(?:s|ing)?|surpass(?:es|ing)?|tops?|topping|passes|passing|stays?|remains?)\b"
    r"[^.;:]{0,80}$",
    re.I,
)
_DO = r"(?:deliver|sell|ship|hand over|make|earn|produce|build|turn out|reach|hit|post|generate|achieve|lift|raise|grow|record|register|turn in|average|book|move|take|get|attain|bring|win|find|export|add)"
# `must sell`, `has to deliver`, `would need revenue of`; `had to sell` may be what it did, `has to date sold` is
_NEEDED = re.compile(
    rf"\b(?:(?:(?:needs?|needed|needing|(?:is|are|was|were|be) (?:required|obliged|forced)) to|(?:has|have|having)(?: still| yet)? to|must(?: still| now| yet)?|ought to) {_DO}\b"
    r"|(?:would|will|may|might|still|now) (?:still |also |only )?(?:need|require)\b|(?:needs|requires)(?! to\b))(?: (?!(?:and|after|as|before|but|while|since|to)\b)[^ ,;:]+){0,9} $"
)
_REACH = 170  # characters before an amount, within which its condition begins


def of_condition(scan: Scan, amount: Amount) -> bool:
    """Whether an English amount is part of a condition."""
    low = max(scan.sentence.start, amount.start - _REACH)
    if _CONDITION.search(scan.text, low, amount.start):
        return True
    if scan.cues_between(scan.sentence.start, amount.start, "target"):
        return False  # `To reach its goal it has to sell 408,000 in December`: a goal, too
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    return _NEEDED.search(scan.text, floor, amount.start) is not None

"""Times that only say when something was said or decided, not what it is for: `said last month that it would spend`, `lowered its full-year goal to 4.6 million in September`."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.unnamed.aimed import GOAL, MOVED

_SAID = re.compile(
    r"\b(?:said|announced|told [a-z ]{3,30}|disclosed|pledged|promised|forecast|predicted|estimated|guided|indicated|declared|signalled|signaled) (?:in |back in |at the end of |late |early )?$"
)
_WHAT = re.compile(
    r",? that (?:it|they|he|she|sales|revenue|capital|spending|[a-z]+ [a-z]+|the [a-z]+) (?:would|will|planned|plans|wants|wanted|aimed|aims|expects|expected|intends|intended)\b"
)
_GOAL_MOVED = re.compile(
    rf"\b{MOVED} (?:its|their|the) {GOAL}(?: from [\d.,]+(?: million)?(?: [a-z]+)?)? (?:to|at) [\d.,]+(?: million)?(?: (?:cars|vehicles|units|phones|smartphones))?,? (?:back )?(?:in|last|earlier in|at the end of)? ?$"
)
_NEAR = 150


def is_when_said(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a month or a quarter of an English sentence is when something was said that is of another time."""
    if marks.chinese or mention.scope not in ("month", "quarter", "relative"):
        return False
    low = max(marks.sentence.start, mention.start - _NEAR)
    said = _SAID.search(marks.text, low, mention.start) and _WHAT.match(marks.text, mention.end)
    return bool(said or _GOAL_MOVED.search(marks.text, low, mention.start))

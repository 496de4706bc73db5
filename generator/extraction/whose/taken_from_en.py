"""English revenue or profit that is told as coming from a company, or as its due, in a text on another: `Revenue from iQIYI was RMB7.2 billion`, in Baidu's results."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

OF_ANOTHERS = "of what came from another company"
_FROM = re.compile(r" (?:(?:generated|earned|contributed|coming|derived) )?(?:from|by) (?:its |the )?", re.I)
_DUE_TO = re.compile(r" attributable to (?:the )?")
_PROFITS = ("net_profit", "adjusted_net_profit", "operating_profit", "adjusted_operating_profit")


def taken_from_another(around: Surroundings, mention: Mention) -> str | None:
    """Return why a figure is not all of the company's: another one stands right behind what is measured."""
    scan, home = around.scan, around.home
    if scan.chinese or home is None or not mention.metrics:
        return None
    takings = mention.metrics[0].endswith("revenue")
    if not (takings or mention.metrics[0] in _PROFITS):
        return None
    subject = around.subject_before(mention.start)
    own = {home, around.ground.entity, subject.entity if subject else None}
    for other in scan.entities:
        if other.start < mention.end or other.entity in own:
            continue
        came = takings and _FROM.fullmatch(scan.text, mention.end, other.start)
        return OF_ANOTHERS if came or _DUE_TO.fullmatch(scan.text, mention.end, other.start) else None
    return None

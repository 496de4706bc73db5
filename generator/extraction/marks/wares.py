"""Things that are counted, and sold as well: `revenue from connected devices` is of the line that sells them, and counts none."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.mention import Mention

# what counts what is in use, and the line of business that sells it
_SOLD_BY = {"aiot_connected_devices": "iot"}
_TAKINGS = r"(?:[Rr]evenues?|[Ss]ales|[Tt]akings|[Tt]urnover|[Ii]ncome|[Ss]pending|[Tt]hat|[Tt]hose)"
_FROM = re.compile(
    rf"\b{_TAKINGS}(?: (?:rose|fell|grew|climbed|came|generated|derived|earned))? (?:from|of|on) (?:its |the |all |smart |other )*$"
)
_TOOK = re.compile(
    r"(?: and (?:lifestyle|other|smart|consumer)[a-z -]{0,24}?)? (?:(?:brought|took|raked|pulled|bring|take|brings|takes) (?:in|home)|contributed|generated|(?:business|segment|division|unit|revenues?|sales|gross margin)\b)"
)
_LEAD = 48  # characters before a thing, within which stands that money came from it


def as_wares(mentions: list[Mention], text: str) -> list[Mention]:
    """Return mentions with what is counted elsewhere as the line that sells it, where money came from it."""
    return [_as_ware(m, text) for m in mentions]


def _as_ware(mention: Mention, text: str) -> Mention:
    line = _SOLD_BY.get(mention.metrics[0]) if mention.metrics else None
    if line is None or not text[mention.start].isascii():
        return mention
    sold = _FROM.search(text, max(0, mention.start - _LEAD), mention.start) or _TOOK.match(text, mention.end)
    return replace(mention, metrics=(), segment=line) if sold else mention

"""Revenue that English leaves unsaid where a part of the business is the subject: `Local services recorded growth of 17%, hitting 12 billion`."""

from __future__ import annotations

import re

from generator.extraction.amount import Amount
from generator.extraction.names import Mention
from generator.extraction.scanning import Scan

_OPENS = re.compile(r"[\s*•-]*(?:(?:the|its|while|and|meanwhile,?) |[A-Z][\w.]*['’]s ){0,2}", re.I)
_RECORDED = re.compile(
    r"(?: (?:business(?:es)?|segment|division|unit|group|arm|retail|operations))*(?:,? (?:which|that|consisting|including|comprising) [^,;]{3,90}(?:, [^,;]{2,20}){0,3},)?"
    r" (?:also )?(?P<verb>recorded|posted|reported|saw|registered|achieved|logged|notched|enjoyed) "
)
_LED_TO = re.compile(
    r"(?:\bto|\bhitting|\breaching|\btotall?ing) (?:about |around |nearly |over |more than |a record )?$"
)


def recorded(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue of the part that is a sentence's subject and `recorded a 29% growth to 18.5 billion yuan`."""
    if not scan.segments or not scan.text[scan.sentence.start].isascii():
        return None
    part = scan.segments[0]
    said = _RECORDED.match(scan.text, part.end, amount.start)
    if said is None or not _OPENS.fullmatch(scan.text, scan.sentence.start, part.start):
        return None
    if any(said.end() <= m.start < amount.start for m in (*scan.metrics, *scan.segments[1:])):
        return None
    fits = amount.kind == "percent" or (
        amount.kind == "money" and amount.scaled and _LED_TO.search(scan.text, said.end(), amount.start)
    )
    return Mention(said.start("verb"), said.end("verb"), ("revenue",), part=part.segment) if fits else None

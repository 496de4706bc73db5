"""The region whose market a report on makers opens with: `Smartphone shipments in mainland China grew 10%`, below a title that names none."""

from __future__ import annotations

import re

from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading

_LEAD = 240  # characters, within which the first sentence's subject stands
_LINE = 40  # characters: what is shorter is a line of who wrote it, and when
_WORLD = re.compile(r"\b(?:global(?:ly)?|world(?:wide|'s|’s)?|international)\b", re.I)
# `shipments in`, `the smartphone market in`, right before a region
_OF_IT = re.compile(r"\b(?:shipments|sales|market) (?:in|across|of) (?:the )?$")
# `India's smartphone shipments`, `the Chinese PC market`, right behind one
_ITS = re.compile(r"(?:['’]s)? (?:[A-Za-z-]+ ){0,2}(?:shipments|sales|market)\b(?! (?:share|value|cap))")


def region_led_with(reading: Reading, names: Names) -> str | None:
    """Return the only region that the first sentence of an English report names, and as the market that it tells of."""
    if reading.document.language != "en":
        return None
    told = (s for s in reading.sentences if not (s.title or s.is_heading) and s.end - s.start > _LINE)
    first = next(told, None)
    lead = reading.text[first.start : min(first.end, first.start + _LEAD)].strip() if first else ""
    for named_one in reversed(names.entities(lead)):  # International Data Corporation names no region
        lead = f"{lead[: named_one.start]}{'_' * (named_one.end - named_one.start)}{lead[named_one.end :]}"
    kinds = names.catalogue.segments
    found = (m for m in names.mentions(lead) if m.segment and kinds[m.segment].kind == "region")
    named = [m for m in found if not lead.startswith("domestic", m.start)]
    if len({m.segment for m in named}) != 1 or _WORLD.search(lead):
        return None
    region = named[0]
    at = region.start + 3 * lead.startswith(("in ", "In "), region.start)
    market = _OF_IT.search(lead, max(0, at - 24), at) or _ITS.match(lead, region.end)
    return region.segment if market else None

"""Makers that an English report on how makers stand names and the catalogue does not: `Poco, on the other hand, grew faster than any other brand`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import DID, MOVED
from generator.extraction.vocabulary import words
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.strangers import COMPANY

_NAME = r"[A-Z][A-Za-z]{2,14}(?: [A-Z][a-z]{2,14})?"
# what a reporter puts between who is spoken of and what that did
_ASIDE = r"(?:,? (?:on the other hand|by contrast|in contrast|by comparison|meanwhile|however|for its part|too|in turn|though|likewise),?| \([^()]{2,40}\)|, (?:an?|the) [^,.;\d]{4,60},)?"
_OPENS = re.compile(
    rf"\s*(?:(?:[Aa]nd|[Bb]ut|[Ww]hile|[Ww]hereas|[Mm]eanwhile|[Hh]owever|[Bb]y contrast|[Ii]n contrast|[Oo]n the other hand|[Aa]mong [a-z ]{{4,30}}),? )?(?:(?:the )?(?:brand|vendor|maker|rival|newcomer|sub-brand) )?(?P<name>{_NAME}){_ASIDE}(?: (?:and|&) {_NAME})?(?:['’]s |(?: (?:also|too|only|alone|even|then|[a-z]+ly))? (?:{MOVED}|{DID}|led|topped|became|was|were|remained|emerged|ranked|finished|came|held|kept|took|overtook|followed|doubled|tripled|outgrew|outpaced|stood|showed|gave)\b)"
)
_NOBODY = re.compile(
    rf"(?:{'|'.join(words('terms')['nobody'])}|[A-Z][a-z]+(?:ly|day|ing|an|ese|ish)|Demand|Growth|Supply|Prices?|Average|Inventor(?:y|ies)|Channels?|Vendors?|Makers?|Brands?|Smartphones?|Phones?|Tablets?|Notebooks?|Laptops?|Desktops?|Chromebooks?|Workstations?|Wearables?|Foldables?|Devices?|Premium|Android|Windows|Online|Offline|Consumers?|Enterprises?|Education|Segment|Market|Markets|Units?|Models?|Data|Everyone|First|Second|Third|Fourth|Last|Next|Year|Quarter|The|Latin|North|South|Middle|Western|Eastern|Central|Southeast)(?: |$)"
)


def of_a_maker_unknown(around: Surroundings, mention: Mention, at: int) -> str | None:
    """Return that a tracked figure is of nobody the catalogue knows, whose name opens its clause or its sentence; `at`: where the amount stands."""
    scan = around.scan
    if not around.tracked or scan.chinese:
        return None
    first = min(mention.start, at)
    low = max(scan.clause(first)[0], scan.sentence.start)
    strange = any(_is_strange(scan, start, first) for start in {low, scan.sentence.start})
    return COMPANY if strange else None


def _is_strange(scan: Scan, start: int, first: int) -> bool:
    """Whether a name that is none of the catalogue's stands at an offset as who does something, and no company of the catalogue behind it."""
    found = _OPENS.match(scan.text, start, scan.sentence.end)
    if found is None or found.start("name") >= first or _NOBODY.match(found["name"]):
        return False
    if scan.is_marked(found.start("name"), found.end("name"), scan.cues, scan.metrics):
        return False
    return not any(found.start("name") <= e.start < first for e in scan.entities)

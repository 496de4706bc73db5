"""A company's name in a Chinese list of its brands is that of its own brand: 交付31305辆,当中乐道16434辆、蔚来10525辆及萤火虫4346辆."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan

_COUNT = r"(?:约|近|逾|为)?\d[\d,.]{0,12}万?[辆台]"
_JOINED = r"(?:、|,|和|及|与|以及)"
_GOES_ON = re.compile(_COUNT + _JOINED)
_COUNTED = re.compile(_COUNT)
_NEXT = re.compile(rf"(?:品牌)?{_COUNT}{_JOINED}")


def with_own_brands(scan: Scan, names: Names) -> Scan:
    """Return a sentence's marks with the own brands of companies that it counts between, or beside, others of theirs."""
    if not (scan.chinese and scan.segments and scan.entities):
        return scan
    own = [Mention(e.start, e.end, segment=f"{e.entity}_brand") for e in scan.entities if _is_own_brand(scan, e, names)]
    return replace(scan, segments=sorted([*scan.segments, *own], key=lambda m: m.start)) if own else scan


def _is_own_brand(scan: Scan, company: EntityMention, names: Names) -> bool:
    """Whether cars are counted right behind a company's name, and of another of its brands in the item before or after."""
    kinds = names.catalogue.segments
    if f"{company.entity}_brand" not in kinds or not _COUNTED.match(scan.text, company.end):
        return False
    brands = [m for m in scan.segments if m.segment and kinds[m.segment].entity == company.entity]
    before = any(_NEXT.fullmatch(scan.text, m.end, company.start) for m in brands)
    return before or any(_GOES_ON.fullmatch(scan.text, company.end, m.start) for m in brands)

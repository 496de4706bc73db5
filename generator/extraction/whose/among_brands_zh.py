"""Companies that a Chinese list counts among another one's brands: 吉利银河12.8万辆,极氪2.1万辆,领克4万辆 goes on with Geely."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.whose.context import Surroundings

_COUNTED = re.compile(r"(?:品牌|汽车)?[一-鿿]{0,4}\d[\d,.]*万?[辆台]")
_ALONE = re.compile(r"(?:品牌|汽车)?(?:约|近|逾|为)?\d")  # a sentence of its own that only a list has: 极氪9.1万辆。


def is_among_brands(around: Surroundings, company: EntityMention, first: EntityMention) -> bool:
    """Whether a company only stands in a list of the brands of the one spoken of, which the sentence names `first` or the one before did."""
    scan, ground = around.scan, around.ground
    if not scan.chinese or not _COUNTED.match(scan.text, company.end):
        return False
    owner = first.entity if first.entity != company.entity else ground.entity
    if owner is None or owner == company.entity:
        return False
    alone = _ALONE.match(scan.text, company.end) and scan.text[scan.sentence.start - 1] != "\n"
    before = ground.told[1] if ground.told and alone else None
    named = [*(m.segment for m in scan.segments), before]
    kinds = around.names.catalogue.segments
    brands = [kinds[name] for name in named if name and kinds[name].product_of is None]
    return any(brand.entity == owner for brand in brands) and not any(b.entity == company.entity for b in brands)

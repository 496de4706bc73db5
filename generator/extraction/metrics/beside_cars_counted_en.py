"""A margin or profit beside a count of one product, in an English sentence on the line that sells it: `The EV business had revenue of 18.6 billion yuan, with 75,000 SU7s shipped and a gross margin of 23.2%`."""

from __future__ import annotations

import re

from generator.extraction.figure import LOSABLE
from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

_COUNTED = re.compile(r"\d(?: (?:units|cars|vehicles) of)?(?: the)? $")
_AND = re.compile(r"[^,;.\d]{0,40},? and (?:an? )?(?:[a-z-]+ ){0,2}")
_LEAD = 24  # characters before a product, within which it is counted


def past_product(around: Surroundings, line: str | None, metric: str, mention: Mention) -> str | None:
    """Return the line that sells a product, where the sentence named it before the product was counted; the line as it is elsewhere."""
    scan, kinds = around.scan, around.names.catalogue.segments
    sells = kinds[line].product_of if line else None
    if sells is None or scan.chinese or not (metric in LOSABLE or metric.endswith("margin")):
        return line
    product = next((m for m in reversed(scan.segments) if m.segment == line and m.end <= mention.start), None)
    if product is None or not _AND.fullmatch(scan.text, product.end, mention.start):
        return line
    counted = _COUNTED.search(scan.text, max(scan.sentence.start, product.start - _LEAD), product.start)
    lines = {m.segment for m in scan.segments if m.end <= product.start}
    return sells if counted and lines & {sells, f"{sells}_segment"} else line

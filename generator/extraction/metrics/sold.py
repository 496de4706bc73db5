"""Cars that English says were sold without a word for it: `Geely moved 2.18 million vehicles last year`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.names import Mention
from generator.extraction.marks.scanning import Scan

_MOVED = sought(
    r"\b(?P<verb>mov(?:es?|ed|ing)|shift(?:s|ed|ing)?|offload(?:s|ed|ing)|retail(?:s|ed)|rack(?:s|ed|ing) up|clock(?:s|ed|ing)(?: up)?|chalk(?:s|ed|ing) up|notch(?:es|ed|ing) up|found (?:buyers|homes) for)\s+(?:(?:about|around|approximately|roughly|nearly|almost|over|more than|some|only|just|a record|another)\s+)*$",
    re.I,
)
_CARS = re.compile(
    r" (?:(?:new|electric|electrified|passenger|pure|battery[- ]electric|plug-in|hybrid|energy|new[- ]energy)[ -]){0,4}(?:vehicles|cars|units|EVs|NEVs|BEVs|PHEVs|hybrids|automobiles)\b"
)


def sold(scan: Scan, amount: Amount) -> tuple[str, Mention] | None:
    """Return the sales of cars that a verb tells which says so only of things: `moved 2.18 million vehicles`."""
    if amount.kind not in ("count", "bare") or not _CARS.match(scan.text, amount.end):
        return None
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    moved = _MOVED.search(scan.text, floor, amount.start)
    return ("vehicle_sales", Mention(*moved.span("verb"), ("vehicle_sales",))) if moved else None

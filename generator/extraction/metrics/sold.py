"""Cars that a verb says were sold which says so only of things: `Geely moved 2.18 million vehicles last year`, 海外销8.4万辆."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_MOVED = sought(
    r"\b(?P<verb>mov(?:es?|ed|ing)|selling|shift(?:s|ed|ing)?|offload(?:s|ed|ing)|retail(?:s|ed)|rack(?:s|ed|ing) up|clock(?:s|ed|ing)(?: up)?|chalk(?:s|ed|ing) up|notch(?:es|ed|ing) up|found (?:buyers|homes) for)\s+(?:(?:about|around|approximately|roughly|nearly|almost|over|more than|some|only|just|a record|another)\s+)*$",
    re.I,
)
_CARS = re.compile(
    r" (?:(?:new|electric|electrified|passenger|pure|battery[- ]electric|plug-in|hybrid|energy|new[- ]energy)[ -]){0,4}(?:vehicles|cars|units|EVs|NEVs|BEVs|PHEVs|hybrids|automobiles)\b"
)
# `4Q guidance: 120-125k vehicles`, `guides to 100,000 to 110,000 units`
_GUIDED = re.compile(
    r"\b(?P<guided>guid(?:ance|es?|ed|ing)|outlook)(?: (?:for|of|to|at|is|was|calls for|stands at))?:? (?:between |about |around |c\.)?$",
    re.I,
)
# 10月销44.2万辆, 其中海外销8.4万辆; 直销, 月销 and 年销 are other things
_SOLD_ZH = re.compile(
    "(?<![直分代促营畅供包经滞展推购统产年日周季]|(?<!\\d)月)(?P<verb>销)(?:出|得|了|约|近|逾|超|超过|达)*$"
)
_CARS_ZH = re.compile("(?:多|余|几)?(?:辆|台)")


def sold(scan: Scan, amount: Amount) -> tuple[str, Mention] | None:
    """Return the sales of cars that a verb tells which says so only of things: `moved 2.18 million vehicles`."""
    upper = scan.following(amount)
    whole = upper.end if upper is not None and upper.range_end else amount.end
    if amount.kind not in ("count", "bare"):
        return None
    if scan.chinese:
        verb = _SOLD_ZH.search(scan.text, max(scan.sentence.start, amount.start - 6), amount.start)
        counted = verb and _CARS_ZH.match(scan.text, whole)
        return ("vehicle_sales", Mention(*verb.span("verb"), ("vehicle_sales",))) if verb and counted else None
    if not _CARS.match(scan.text, whole):
        return None
    if guided := _GUIDED.search(scan.text, max(scan.sentence.start, amount.start - 40), amount.start):
        return "ev_deliveries", Mention(*guided.span("guided"), ("ev_deliveries",))
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    moved = _MOVED.search(scan.text, floor, amount.start)
    return ("vehicle_sales", Mention(*moved.span("verb"), ("vehicle_sales",))) if moved else None

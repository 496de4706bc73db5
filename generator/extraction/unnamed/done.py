"""What was done with cars, said behind their count or before it: `421,371 of the vehicles produced`, `481,166 of the deliveries`, `made 410,244 cars`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS

_BY_DEED = {
    "produced": "vehicle_production", "built": "vehicle_production", "made": "vehicle_production", "manufactured": "vehicle_production", "assembled": "vehicle_production",
    "delivered": "ev_deliveries", "handed over": "ev_deliveries", "sold": "vehicle_sales",
    "deliveries": "ev_deliveries", "sales": "vehicle_sales", "production": "vehicle_production", "output": "vehicle_production",
}  # fmt: skip
_ENDS = re.compile(r"[,.;]|$| (?:and|but|while|in|or)\b")
_NEAR = 34  # characters before a count, within which it is said that they were made
_DONE = re.compile(
    r" of (?:the |all |its |those |these |them |that were |which were |vehicles |cars |units |ones |total |it |had |been |Tesla ){1,5}(?P<deed>produced|built|made|manufactured|assembled|delivered|handed over|sold|deliveries|sales|production|output)\b"
)
# `made 410,244 cars and delivered 384,122`, `but built 410,244`
_MADE = re.compile(
    rf"\b(?:produced|built|made|manufactured|assembled|(?:turned|churned|cranked|rolled) (?:out|off)|put together)(?: (?:a record|another))? {ABOUT}$"
)
_CARS = re.compile(r" (?:(?:electric|new|battery-electric|passenger) )?(?:vehicles|cars|EVs|NEVs)\b")
_ONE_PLANT = re.compile(r"\b(?:plant|factory|gigafactory|site|works|line)\b[^,;.]{0,30}$", re.I)
_FEW = 1000  # `built 300 and sold 200` may be of anything


def made(scan: Scan, amount: Amount, told: str | None) -> Mention | None:
    """Return the words that say that cars were made, right before their count: of cars, or where cars were told of before."""
    if amount.kind not in ("count", "bare") or amount.value < _FEW or amount.precision < 1:
        return None
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _NEAR)
    said = _MADE.search(scan.text, low, amount.start)
    if said and _ONE_PLANT.search(scan.text, scan.clause(amount.start)[0], said.start()):
        return None
    cars = _CARS.match(scan.text, amount.end) or (told in OF_CARS and _ENDS.match(scan.text, _past_units(scan, amount)))
    return Mention(said.start(), said.end(), ("vehicle_production",)) if said and cars else None


def _past_units(scan: Scan, amount: Amount) -> int:
    """Return where a count ends, or the `units` behind it that say no more."""
    return amount.end + len(" units") if scan.text.startswith(" units", amount.end) else amount.end


def was_done(scan: Scan, amount: Amount) -> str | None:
    """Return the metric of cars of which is said right behind their count what was done with them: `412,180 of those delivered`."""
    done = _DONE.match(scan.text, amount.end) if amount.kind in ("count", "bare") else None
    return _BY_DEED[done["deed"]] if done else None

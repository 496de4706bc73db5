"""What was done with cars, said behind their count: `412,180 of those delivered`, `421,371 of the vehicles produced`, `481,166 of the deliveries`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_BY_DEED = {
    "produced": "vehicle_production", "built": "vehicle_production", "made": "vehicle_production", "manufactured": "vehicle_production", "assembled": "vehicle_production",
    "delivered": "ev_deliveries", "handed over": "ev_deliveries", "sold": "vehicle_sales",
    "deliveries": "ev_deliveries", "sales": "vehicle_sales", "production": "vehicle_production", "output": "vehicle_production",
}  # fmt: skip
_DONE = re.compile(
    r" of (?:the |all |its |those |these |them |that were |which were |vehicles |cars |units |ones |total |it |had |been |Tesla ){1,5}(?P<deed>produced|built|made|manufactured|assembled|delivered|handed over|sold|deliveries|sales|production|output)\b"
)


def was_done(scan: Scan, amount: Amount) -> str | None:
    """Return the metric of cars of which is said right behind their count what was done with them: `412,180 of those delivered`."""
    done = _DONE.match(scan.text, amount.end) if amount.kind in ("count", "bare") else None
    return _BY_DEED[done["deed"]] if done else None

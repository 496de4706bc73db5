"""Growth in brackets behind an amount that is of nothing known is of that too: `the Galaxy brand accounted for 95,011 (+237%)`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Figure
from generator.extraction.marks.scanning import Scan

_OPENS = re.compile(
    r"(?: (?:units|vehicles|cars|yuan|euros))? ?\((?:(?:up|down|an? (?:increase|rise|gain|drop|decline|fall) of|plus|minus) )?"
)


def in_brackets_behind_doubted(scan: Scan, amount: Amount, figure: Figure, before: Figure | None) -> str | None:
    """Return why growth in brackets is of no metric: the amount that they stand behind is of a part or a company that is not known."""
    if amount.kind not in ("percent", "points") or figure.metric is None or before is None or before.metric is not None:
        return None
    unknown = before.doubt is not None and before.doubt.startswith("of a ")
    opens = unknown and _OPENS.fullmatch(scan.text, scan.amount_before(amount.start), amount.start)
    return before.doubt if opens else None

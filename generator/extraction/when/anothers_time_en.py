"""Times that an English sentence gives one company, and not the next, which expects something of a time that is not told.

`Samsung had sales of $50 billion in the first quarter, and Micron forecast revenue of $9 billion`
"""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_NEXT = re.compile(r"(?:,? (?:and|while|whereas|but)|[,;]) (?:the )?")
_ITSELF = re.compile(
    r" (?:itself |also |now )?(?:(?:has |had )?(?:forecast|guided|projected|predicted)|(?:is |are )?(?:expect|forecast|guide|project|predict|anticipat)(?:s|es|ing|ed)?)\b"
)


def is_of_anothers_time(around: Surroundings, amount: Amount, period: Period | None) -> bool:
    """Whether the time that an amount was dated by stands before the next company, which itself expects it."""
    scan = around.scan
    own = next((e for e in reversed(scan.entities) if e.end <= amount.start), None)
    if scan.chinese or own is None or not scan.periods or not _ITSELF.match(scan.text, own.end, amount.start):
        return False
    named = scan.periods[-1].end
    another = any(e.entity != own.entity and e.end <= named for e in scan.entities)
    if around.names.catalogue.company_kind(own.entity) == "broker":
        return False
    # a sentence that opens with its time says it of all that it tells
    first = min(e.start for e in scan.entities)
    opens = any(p == period and m.start < first for m, p in around.resolved)
    return another and not opens and _NEXT.fullmatch(scan.text, named, own.start) is not None

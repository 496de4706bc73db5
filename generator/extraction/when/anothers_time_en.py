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

_NOW_EXPECTS = re.compile(
    r"(?:[^;.]|\.(?=\d)){0,60}?(?P<joined>,? (?:and|while|but)|;)(?: (?:it|they|the (?:company|group|firm|[a-z]*maker|retailer|giant)|(?P<name>[A-Z][\w.]*(?: [A-Z]\w+)?)))?(?: (?:itself|also|now))? (?:(?:expect|forecast|project|predict|anticipate|target|guide)s|(?:is|are) (?:expecting|forecasting|guiding|targeting))\b"
)


def is_of_anothers_time(around: Surroundings, amount: Amount, period: Period | None) -> bool:
    """Whether the time that an amount was dated by stands before the next company, which itself expects it, or was over when its own now does."""
    scan = around.scan
    if period is not None and not around.awaited and around.calendar.is_over(period) and _expects_more(around, amount):
        return True
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


def _expects_more(around: Surroundings, amount: Amount) -> bool:
    """Whether a company that an English sentence told what came of, at a time, now expects something: `sales were 5 billion in the second quarter, and it forecasts capex of 3 billion`."""
    scan = around.scan
    if scan.chinese or not scan.periods or scan.periods[-1].end > amount.start:
        return False
    named = scan.periods[-1].end
    on = _NOW_EXPECTS.match(scan.text, named, amount.start)
    if on is None or scan.amount_before(on.start("joined")) <= scan.sentence.start:
        return False
    kind = around.names.catalogue.company_kind
    return on["name"] is None or any(e.start == on.start("name") and kind(e.entity) != "broker" for e in scan.entities)

"""Times that English told what came of, whose company goes on to what it now expects of a time that is not told: `sales were 5 billion in the second quarter, and it forecasts capex of 3 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_NOW_EXPECTS = re.compile(
    r"(?:[^;.]|\.(?=\d)){0,60}?(?P<joined>,? (?:and|while|but)|;)(?: (?:it|they|the (?:company|group|firm|[a-z]*maker|retailer|giant)|(?P<name>[A-Z][\w.]*(?: [A-Z]\w+)?)))?(?: (?:itself|also|now))? (?:(?:expect|forecast|project|predict|anticipate|target|guide)s|(?:is|are) (?:expecting|forecasting|guiding|targeting))\b"
)


def is_of_what_it_now_expects(around: Surroundings, amount: Amount, period: Period | None) -> bool:
    """Whether the time that an amount was dated by is over, and its company now expects it of another one."""
    over = period is not None and not around.awaited and around.calendar.is_over(period)
    return over and _expects_more(around, amount)


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

"""What one car or phone sold for on average, where English names no price: `On average a car sold for 245,600 yuan`, `sold 75,869 cars at an average of RMB238,301`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_CARS = r"(?:cars?|vehicles?|EVs?|NEVs?|electric (?:cars?|vehicles?))"
_PHONES = r"(?:phones?|smartphones?|handsets?)"
_THING = rf"(?:(?P<car>{_CARS})|(?P<phone>{_PHONES}))"
_CURRENCY = r"(?:[A-Z]{2,4} ?)?[$€£¥]?"
# `a vehicle sold for`, `it got … for a car`, `each phone cost`
_SOLD_FOR = re.compile(
    rf"\b(?:[Aa]|[Oo]ne|[Ee]ach|[Ee]very|the average|[Tt]he|[Ii]ts) (?:[a-z-]+ )?{_THING} (?:(?:was |were |is |are )?sold (?:for|at)|sells (?:for|at)|went for|fetched|fetches|costs?|brought in) {ABOUT}{_CURRENCY}$"
)
# `sold 41.8 million phones in Q1 for 1,211 yuan each on average`
_SOLD_AT = re.compile(
    rf"(?:\d(?: (?:million|[a-z-]+))?|\bs(?:old|ells|elling) (?:its|their|the|all its)(?: own| electric)?) {_THING}\b(?:[^;.\d]|Q[1-4]|20\d\d){{0,40}}?,? (?:at|for) (?P<average>an average (?:of )?|an average price of )?{ABOUT}{_CURRENCY}$"
)
_ON_AVERAGE = re.compile(
    r"(?: [a-z]+)?(?: \([^()]{1,40}\))?(?: (?:each|apiece|a piece))?(?:,? on average| (?:each|apiece))\b"
)
_AVERAGE_BEFORE = re.compile(r"\b[Oo]n average\b[^;.]{0,60}$")
_LEAD = 110  # characters before a price, within which stands what sold for it


def sold_for(scan: Scan, amount: Amount) -> tuple[str, Mention] | None:
    """Return the average price that money is, by what is said to have sold for it."""
    if amount.kind != "money" or amount.scaled or scan.chinese:
        return None
    low = max(scan.sentence.start, amount.start - _LEAD)
    one, several = _SOLD_FOR.search(scan.text, low, amount.start), _SOLD_AT.search(scan.text, low, amount.start)
    average = bool(_ON_AVERAGE.match(scan.text, amount.end) or _AVERAGE_BEFORE.search(scan.text, low, amount.start))
    said = one if one and average else several if several and (average or several["average"]) else None
    if said is None:
        return None
    thing = "car" if said["car"] else "phone"
    return "asp", Mention(*said.span(thing), ("asp",), part="ev" if said["car"] else "smartphones")

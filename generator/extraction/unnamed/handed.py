"""Cars that came into their buyers' hands, by words that name no delivery: `brought 422,875 of them to customers`, `72,056 customers received a vehicle`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_CAR = r"(?:vehicles?|cars?|EVs?|NEVs?|SUVs?|sedans?|units|models?)"
_BUYERS = r"(?:customers?|buyers?|owners?|drivers?|clients?|users?|households?)"
_BROUGHT = re.compile(
    rf"\b(?:br(?:ought|ings?|inging)|got|put(?:s|ting)?|took|turn(?:ed|s) over|hand(?:ed|s|ing)|deliver(?:ed|s|ing)|pass(?:ed|es)|sent|transferred|gave|placed) {ABOUT}$"
)
_TO_BUYERS = re.compile(
    rf"(?: (?:of them|of those|of these|new|electric|[A-Z][\w-]*|{_CAR})){{0,4}} (?:to|into|over to|with|in) (?:the )?(?:hands of )?(?:its |their |the |new |happy |waiting ){{0,2}}(?P<buyers>{_BUYERS})\b"
)
_FOUND = re.compile(
    rf"(?: (?:of them|of those|of (?:its|their|the [a-z]*maker['’]s|[A-Z][\w.]*['’]s)|new|electric|[A-Z][\w-]*|{_CAR})){{1,4}} (?:(?:had|have|has) )?(?:already )?(?:found (?:their way to|a (?:new )?(?:home|owner|buyer) with|buyers|owners|customers)|went to|reached|made it to|ended up with|changed hands|were (?:handed|given|brought|passed|turned over|transferred)(?: over)? to) ?(?:its |their |the |new )?(?P<buyers>{_BUYERS})?\b"
)
_RECEIVED = re.compile(
    rf" (?P<buyers>{_BUYERS}|people) (?:received|got|took delivery of|picked up|collected|took possession of|drove (?:off|away) (?:with|in)) (?:a|an|one of|their|its|the|his or her)(?: (?:new|electric|first|own|[A-Z][\w'’-]*)){{0,4}} {_CAR}\b"
)
# `Customers received 2.45 million cars`, `overseas customers bought 417,204 of its vehicles`
_GOT = re.compile(
    rf"\b(?P<buyers>(?i:{_BUYERS})|(?i:motorists)) (?:(?:had|have|has|already|also|only|together) )*(?:received|got|accepted|collected|picked up|took home|took possession of|(?P<bought>bought|purchased|acquired)) {ABOUT}$"
)
_CARS = re.compile(rf"(?: (?:of|the|its|their|all|new|electric|battery-electric|hybrid|[A-Z][\w'’-]*)){{0,4}} {_CAR}\b")
# `Hertz customers had bought 30,000 Tesla cars`: those of another company
_OF_ANOTHER = re.compile(r"\b[A-Z]\w+(?<!ese)(?<!an)(?<!ish)(?<!nch)(?<!ch) $")
_LEAD = 24  # characters before a count, within which its verb stands


def with_handed(scan: Scan, cars: bool) -> Scan:
    """Return a sentence's marks with the cars that came to buyers as deliveries, in a text on cars; the buyers are no count of users."""
    if not cars or scan.chinese:
        return scan
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for amount in scan.amounts:
        if (said := _handed(scan, amount)) and not _OF_ANOTHER.search(scan.text, scan.sentence.start, said.start()):
            got = said.re is _GOT
            at = (
                said.span("buyers") if got else (amount.start - 1, amount.start)
            )  # `overseas customers` are of a region
            found.append(Mention(*at, ("vehicle_sales" if got and said["bought"] else "ev_deliveries",)))
            taken.append(said.span("buyers"))
    if not found:
        return scan
    kept = [m for m in scan.metrics if not any(low <= m.start < high for low, high in taken)]
    return replace(scan, metrics=sorted([*kept, *found], key=lambda m: m.start))


def _handed(scan: Scan, amount: Amount) -> re.Match[str] | None:
    """Return the words behind a count that say of it that so many came to their buyers."""
    if amount.kind not in ("count", "bare") or amount.precision < 1:
        return None
    text, low = scan.text, max(scan.sentence.start, amount.start - _LEAD)
    brought = _BROUGHT.search(text, low, amount.start) and _TO_BUYERS.match(text, amount.end)
    got = _GOT.search(text, max(scan.sentence.start, amount.start - 2 * _LEAD), amount.start)
    if got and _CARS.match(text, amount.end):
        return got
    return brought or _FOUND.match(text, amount.end) or _RECEIVED.match(text, amount.end)

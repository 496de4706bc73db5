"""Electric cars of makers that sell engines too, in English: `Deliveries of electric cars rose 13.5 percent`, `BMW sold 426,594 electric cars` are no count of all its cars."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.metrics.kinds_of_cars import maker_of
from generator.extraction.whose.context import Surroundings

BATTERY_ELECTRIC = "battery_electric"
_CARS = r"(?:car|vehicle|model|auto)"
# not `of electric cars and plug-in hybrids`
_ALONE = r"(?!,? (?:and|or|including) (?:[a-z-]+ )?hybrids?\b)"
_ELECTRIC = re.compile(r"(?<!and )(?<!or )(?<!hybrid )(?<!hybrids )(?<!-)\b[Ee]lectric[- ]$")
_BEFORE = re.compile(rf"(?<!and )(?<!or )(?<!hybrid )(?<!hybrids )\b[Ee]lectric[- ]{_CARS}s? $")
_BEHIND = re.compile(
    rf"(?: volumes?| figures)? of (?:(?:its|their|the|new|[A-Z][\w-]*(?:['’]s)?) ){{0,2}}electric {_CARS}s\b{_ALONE}"
)
_COUNTED = re.compile(rf" (?:(?:were|are|of its|new|[A-Z][\w-]*) ){{0,2}}electric {_CARS}s\b{_ALONE}")
_NEAR = 40  # characters before a metric


def is_of_electric_cars(around: Surroundings, metric: str, mention: Mention, amount: Amount) -> bool:
    """Whether a count of cars is of electric ones alone; what Chinese makers call so may have an engine."""
    scan = around.scan
    known = BATTERY_ELECTRIC in around.names.catalogue.segments
    if metric not in OF_CARS or scan.chinese or not known:
        return False
    maker = maker_of(around, mention)
    if maker is None or not maker.combustion or maker.currency == "CNY":
        return False
    if scan.text.startswith(("electric ", "Electric "), mention.start) or _BEHIND.match(scan.text, mention.end):
        return True
    named = scan.text.startswith(("car ", "vehicle ", "model "), mention.start)
    if named and _ELECTRIC.search(scan.text, max(scan.sentence.start, mention.start - _NEAR), mention.start):
        return True  # `electric car sales`
    if _BEFORE.search(scan.text, max(scan.sentence.start, mention.start - _NEAR), mention.start):
        return True
    count = (
        amount if amount.kind in ("count", "bare") else scan.preceding(amount)
    )  # `426,594 electric cars, 13.5% more`
    return count is not None and count.kind in ("count", "bare") and bool(_COUNTED.match(scan.text, count.end))

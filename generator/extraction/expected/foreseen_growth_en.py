"""Growth that English foresees of what it has just told: `Revenue was $97.7 billion in 2024, and analysts expect it to rise 3% in 2025` tells none of 2024."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.expected.market import MARKET
from generator.extraction.figure import Basis
from generator.extraction.marks.scanning import Scan

_EXPECT = r"(?:expect|forecast|project|predict|anticipat|estimat|reckon|model|foresee|look for|see|think|believ|assum|bet)(?:s|es|ed|ing)?(?: (?:on|that))?"
_MOVE = r"(?:rise|grow|increase|climb|jump|fall|drop|decline|shrink|slip|expand|surge|edge up|edge down|go up|go down|gain|advance|decrease|slide|contract|rebound|recover)"
_MOVING = r"(?:ris|grow|increas|climb|jump|fall|dropp|declin|shrink|slipp|expand|surg|gain|advanc|decreas|slid|contract|rebound)ing"
_IT = r"(?:it|that|this|them|the (?:figure|number|total|top line|bottom line)|(?:its |the |annual |total |net )*(?:revenues?|sales|profits?|earnings|income|deliveries|shipments))"
_SO_MUCH = (
    rf"(?: (?:by|another|a further|an additional|as much as|up to))* {ABOUT}(?:another |a further |an additional )?$"
)
_FORESEEN = re.compile(
    rf"\b(?:(?P<market>{MARKET}(?: (?:polled|surveyed|tracked) by [A-Z]\w+)?|[Tt]he (?:average estimate|consensus)|[Cc]onsensus(?: estimates?)?)|[A-Za-z][\w.&-]*) (?:(?:now|also|still|currently|on average|generally) )*{_EXPECT} {_IT} (?:(?:to|will|should|would|could) (?:then |again )?{_MOVE}|{_MOVING}){_SO_MUCH}"
    rf"|\b(?:is|are) (?:now |also |then |currently |still )?(?:expected|forecast|projected|predicted|seen|set|likely|due|estimated|tipped|poised) (?:by (?P<by>{MARKET}) )?(?:to (?:then |again )?{_MOVE}|{_MOVING}){_SO_MUCH}"
    rf"|\b(?:and|but|it|which|that) (?:will|should|could|may|would|might) (?:then |again |probably |likely )?{_MOVE}{_SO_MUCH}"
)
# `to rise 63% this year to $213 billion`
_LED_TO = re.compile(
    rf"(?:,? (?:(?:this|next|the current|the coming) (?:fiscal |financial )?(?:year|quarter)|in (?:the )?[^,;.\d]{{0,16}}(?:20\d\d|quarter|half|year)),?)? (?:to|reaching|hitting) {ABOUT}$"
)


def leads_to(scan: Scan, end: int, amount: Amount) -> bool:
    """Whether a growth that ends at an offset leads to an amount, past the time that it is of."""
    return _LED_TO.match(scan.text, end, amount.start) is not None


def foreseen_growth(scan: Scan, amount: Amount) -> Basis | None:
    """Return whose a growth is that English foresees behind a figure of the same thing; None where it does not."""
    low = scan.amount_before(amount.start)
    if scan.chinese or low <= scan.sentence.start:
        return None
    said = _FORESEEN.search(scan.text, low, amount.start)
    if said is None:
        return None
    return "consensus" if said["market"] or said["by"] else "forecast"

"""Levels whose time stands behind their change: `Revenue was 457 billion yuan, up 25% in 2025`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.frozen import replace
from generator.extraction.marks.verbs import A_MOVE
from generator.extraction.whose.context import Surroundings

_CHANGED = re.compile(
    r"(?: (?:units|vehicles|cars|phones|smartphones|handsets|devices|people))?,? (?:(?:which (?:is|was) )?(?:up|down)|(?:representing |marking |which (?:is|was) )?an? (?:[a-z-]+ ){0,2}(?:increase|rise|gain|jump|growth|decline|drop|fall|decrease|plunge|surge) of|growing|rising|falling|representing (?:growth|a decline) of|a) (?:by )?(?:about |around |nearly |more than |over |some )?"
)
_THEN = re.compile(
    rf"(?: {A_MOVE})?(?: (?:year-on-year|year-over-year|on-year|yoy|y/y))?,? (?:in|for|during|over|through) (?:the |its |all of |full-year )?"
)


def past_its_change(around: Surroundings, amount: Amount) -> Amount:
    """Return an amount as if it ended behind its change, where that is followed by a time, and none is told before it."""
    scan = around.scan
    if scan.chinese or any(m.start < amount.start for m, _ in around.resolved):
        return amount
    change = next((a for a in scan.amounts if a.start >= amount.end), None)
    if change is None or change.kind != "percent" or not _CHANGED.fullmatch(scan.text, amount.end, change.start):
        return amount
    then = _THEN.match(scan.text, change.end)
    follows = then and any(0 <= m.start - then.end() <= 1 or m.start <= then.end() < m.end for m, _ in around.resolved)
    return replace(amount, end=change.end) if follows else amount

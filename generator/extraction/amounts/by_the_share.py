"""Numbers that say by the share what money before them says in all, and leave the currency to it: `27.5 billion euros, or 6.34 per share`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT

_OR = re.compile(rf"(?: \([^()]{{1,30}}\))?,? or {ABOUT}")
_PER_SHARE = re.compile(r" (?:per|a) (?:diluted |basic )?share\b")


def by_the_share(found: Sequence[Amount], text: str) -> list[Amount]:
    """Return amounts in order, a bare one by the share in the currency of the money that it repeats."""
    told: list[Amount] = []
    for amount in found:
        money = told[-1] if told and told[-1].kind == "money" and told[-1].scaled else None
        bare = amount.kind == "bare" and not amount.scaled and amount.precision < 1
        if money and bare and _OR.fullmatch(text, money.end, amount.start) and _PER_SHARE.match(text, amount.end):
            amount = replace(amount, kind="money", currency=money.currency)
        told.append(amount)
    return told

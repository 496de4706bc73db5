"""Cars that a round-up counts right behind whose they are, a line each: `Leapmotor: 60,423 cars in December`, `- Denza: 15,138 vehicles`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS

_BEFORE = re.compile(r"\s*[•*–·-]?\s*")
_BEHIND = re.compile(rf"(?: ?\([^()]{{1,24}}\))?(?: brand)?: {ABOUT}")
_CARS = re.compile(
    r" (?:(?:electric|new|new-energy|passenger) )?(?:vehicles|cars|EVs|NEVs)\b(?! (?:on|per|in stock|ordered))"
)
# `- Battery-electric cars: 146,395, up 22%`, below what says that cars are counted
_SOLD = re.compile(
    r"(?: units)?(?: (?:were )?(?:sold|delivered|handed over))?(?=[,.;()]|\s*$|\n| (?:up|down|in|vs\.?|compared|from|versus|\())"
)


def labelled(scan: Scan, amount: Amount, told: str | None) -> Mention | None:
    """Return what a count of cars is of behind the name of a maker or a brand that heads a line; `told` is the metric told before."""
    of_told = told in OF_CARS and amount.precision == 1 and _SOLD.match(scan.text, amount.end)
    if amount.kind not in ("count", "bare") or not (of_told or _CARS.match(scan.text, amount.end)):
        return None
    named: list[EntityMention | Mention] = [*scan.entities, *scan.segments]
    heads = [
        m for m in named
        if _BEFORE.fullmatch(scan.text, scan.sentence.start, m.start) and _BEHIND.fullmatch(scan.text, m.end, amount.start)
    ]  # fmt: skip
    if not heads or any(m.start < amount.start for m in scan.metrics):
        return None
    part = next((m.segment for m in heads if isinstance(m, Mention)), None)
    return Mention(heads[0].end, amount.start, (told if told in OF_CARS else "ev_deliveries",), part=part)

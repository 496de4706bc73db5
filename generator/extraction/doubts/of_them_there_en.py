"""Some of the cars of one kind that went somewhere: `It delivered 88,000 of them in Germany`, behind a sentence on electric ones."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.whose.context import Surroundings

_OF_THEM = re.compile(
    r" of (?:them|these|those)(?: (?:were |was )?(?:sold|delivered|shipped|exported|went))? (?:(?:in|to|from|across|outside) (?:the )?)?"
)


def is_of_them_there(around: Surroundings, amount: Amount) -> bool:
    """Whether an English count is of a kind of cars told before, and of one region of it at once."""
    scan, kinds, told = around.scan, around.names.catalogue.segments, around.ground.told
    regions = [m for m in scan.segments if kinds[m.segment or ""].kind == "region" and m.start >= amount.end]
    if any(scan.sentence.start <= a.start < amount.start and a.kind in ("count", "bare") for a in scan.amounts):
        return False  # `BYD sold 396,270 vehicles, and 71,256 of them went abroad`
    if not any(_OF_THEM.fullmatch(scan.text, amount.end, m.start) for m in regions):
        return False
    before = (m for m in scan.segments if m.end <= amount.start)
    kind = around.ground.topic or (told[1] if told else None)
    kinds_told = [kinds[m.segment or ""].kind for m in before] + ([kinds[kind].kind] if kind else [])
    return "business" in kinds_told

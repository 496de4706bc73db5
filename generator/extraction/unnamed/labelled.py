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


# `- Vivo: 12.9 million units, 17% share, up 14%`, below a line that says that they were shipped
_OF_MAKERS = ("smartphone_shipments", "smartphone_market_share")
_UNITS = re.compile(r" (?:units|phones|smartphones|handsets|devices)\b(?=,|;| \(| and |\s*$|\n|\.)")
# `A new monthly record of 31,138 units, +72.9% YoY/+51.3% MoM`, `Flat at 36,695 units, +82.4% YoY`, below the maker's name
_IN_SHORT = re.compile(
    rf"\s*(?:(?:A|Another)(?: new| fresh)?(?: monthly| quarterly| all-time)? (?:record|high)(?: month)?(?: of|:)|(?:[A-Z][a-z]+ )?[Ff]lat at|(?:[Uu]p|[Dd]own|[Hh]igher|[Ll]ower|[Ss]teady|[Uu]nchanged) at|[A-Z][a-z]+ing [a-z -]{{3,40}}:) {ABOUT}"
)
_WITH_RATE = re.compile(r" (?:units|vehicles|cars|deliveries)[,:]? \(?[+-]\d[\d.]* ?% ?(?:YoY|yoy|y/y|YOY)")


def labelled(scan: Scan, amount: Amount, told: str | None) -> Mention | None:
    """Return what a count is of behind the name of a maker or a brand that heads a line, or in short below it; `told` is the metric told before."""
    return _of_cars(scan, amount, told) or _of_phones(scan, amount, told) or _in_short(scan, amount, told)


def _of_phones(scan: Scan, amount: Amount, told: str | None) -> Mention | None:
    """Return the shipments of a maker of phones that heads a line of a list, below one that told what is counted."""
    if told not in _OF_MAKERS or amount.kind not in ("count", "bare") or not _UNITS.match(scan.text, amount.end):
        return None
    heads = (e for e in scan.entities if _BEFORE.fullmatch(scan.text, scan.sentence.start, e.start))
    head = next((e for e in heads if _BEHIND.fullmatch(scan.text, e.end, amount.start)), None)
    return Mention(head.end, amount.start, ("smartphone_shipments",)) if head else None


def _in_short(scan: Scan, amount: Amount, told: str | None) -> Mention | None:
    """Return what was counted before, where a sentence without a verb counts it with how much more that is than a year before."""
    if told not in OF_CARS or amount.kind not in ("count", "bare") or scan.metrics or scan.entities:
        return None
    opens = _IN_SHORT.fullmatch(scan.text, scan.sentence.start, amount.start)
    rated = _WITH_RATE.match(scan.text, amount.end)
    return Mention(amount.start - 1, amount.start, (told or "",)) if opens and rated else None


def _of_cars(scan: Scan, amount: Amount, told: str | None) -> Mention | None:
    """Return what a count of cars is of behind the name of a maker or a brand that heads a line."""
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

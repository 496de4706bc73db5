"""Parts of what was counted, where an English clause names no metric: `BEVs accounted for 104,364 units`, `the remaining 828 were commercial vehicles`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.towards import BY, SINCE, TO
from generator.extraction.marks.bases import FROM_THEN
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.marks.verbs import MOVED, MOVING
from generator.extraction.unnamed.subject import ADVERBS, ASIDE, DID_SO, UNIT, is_subject

_COUNTED = ("shipments", "unit_sales", "smartphone_shipments", "smartphone_unit_sales", *OF_CARS)
# `passenger cars contributed 209,467 units`, `the main brand was good for 17,143`
_WERE = (
    r"(?:contribut(?:ed|es|ing)|account(?:ed|s|ing) for|ma(?:de|kes?|king) up|represent(?:ed|s|ing)|compris(?:ed|es)|provided|supplied|added|chipped in|(?:was|were) (?:good for|responsible for|behind)|came (?:in )?(?:to|at|next at|next with)|amounted to|totall?ed|stood at"
    r"|reached|hit|numbered|took|absorbed|bought|were|was|ended(?: up)? at|did|delivered|saw|posted|recorded|achieved|managed)"
)
_DID = re.compile(
    rf"{UNIT}{ASIDE}{ADVERBS} (?P<did>{_WERE}) (?:(?:another|a further|the remaining|the other|the bulk of them,|most of them,) )?{ABOUT}"
)
_MOVED = re.compile(
    rf"{UNIT}{ASIDE}{ADVERBS} (?P<did>{MOVED}|were up|were down){BY}|{UNIT}{ASIDE}{DID_SO} (?:{MOVING}|up|down){BY}"
)
_LED_TO = re.compile(rf"{SINCE}(?:{TO}| (?:to|at) {ABOUT})")
# `9,143 bore the Nio brand`, `4,049 were from Onvo`, `207,734 of them were pure electric`, `631,400 BEVs`
_BEHIND = re.compile(
    r"(?: (?:units|vehicles|cars|deliveries))?(?: of (?:them|these|those|the total|which))?(?: or [\d.]+ ?(?:%|per ?cent|pct))?,?"
    rf"(?: \(?(?:up|down|an? (?:[a-z]+ )?(?:increase|rise|gain|jump|decline|drop|fall|decrease) of) (?:by )?[\d.]+ ?(?:%|per ?cent|pct)(?: {FROM_THEN})?\)?,?)?"
    r"(?: (?:were|was|are|came from|stem(?:med)? from|belonged to|belong to|went to|bore|carried|carry|bear|wore|fell (?:to|on)|hailed from|had))?"
    r"(?: (?:all|pure|from|of|for|under|by|sold under|sold by|made by|delivered by|accounted for by))*(?: (?:the|its|their))?(?: (?!(?:and|or|but|while|plus) )[a-z]+(?:-[a-z]+)?){0,2}? (?:(?:badge|name|brand|logo|emblem|label|sub-brand|marque) (?:of )?)?(?:the )?[\"“]?"
)
_OF_WHAT = re.compile(
    r"(?:\b(?:of|among|remaining|other|rest,(?: about| around| some| roughly)?|including|namely|them|were)|[a-z]:) (?:(?:about|around|nearly|over|more than|some|roughly|just|the|these|those|them|this|that|which|total),? ?)*\Z",
    re.I,
)
# `Of the passenger cars that it sold in May, 119,603 were battery-electric`
_OF_ALL = re.compile(
    r"\W{0,4}(?:Of|Among) (?:the|its|their|all|those|these)\b(?: (?:total of )?[\d.,]+(?: million)?)?[^.;\d]{0,80}, \Z"
)
_OF_MARKET = re.compile(
    r"(?: [a-z]+)? (?:of the (?:market|industry|national total)|nationwide|across the (?:country|industry)|in the (?:market|industry|country))\b"
)
_AND_ANOTHER = re.compile(
    r",? and [\d.,]+\d,? respectively"
)  # `accounted for 19,437 and 10,695, respectively`: of two things
_AND = re.compile(
    rf"(?: \([A-Z]{{2,5}}s?\))?(?: (?:brand|badge|name|logo|label|marque|models?|vehicles|cars|units))?(?:\)?,? (?:up|down) [\d.]+ ?(?:%|per ?cent|pct)(?: [a-z-]+){{0,3}})?(?:,? and|[,;:]|,? while|,? plus|;? and|,? as well as|,? (?:along|together) with)(?: the (?:remaining|other))? {ABOUT}"
)
# `Sales in China were 200,000, in Europe 20,000`: a part with a count of its own is not the one before's
_ITS_OWN = re.compile(rf" (?:(?:it|they|the figure|sales|deliveries) )?(?:(?:was|were) )?{ABOUT}")
_UNITS = (
    "",
    "units",
    "unit",
    "vehicles",
    "cars",
    "deliveries",
    "of them",
    "them",
    "devices",
    "phones",
    "smartphones",
    "pieces",
)


def counted(scan: Scan, amount: Amount) -> Mention | None:
    """Return the part that a count is of, by what stands before it or right behind it."""
    if amount.kind not in ("count", "bare") or amount.precision < 1 or amount.value < 10:
        return None
    if _AND_ANOTHER.match(scan.text, amount.end) or _OF_MARKET.match(scan.text, amount.end):
        return None
    for part in reversed([m for m in scan.segments if m.end <= amount.start]):
        if is_subject(scan, part) and _told_of(scan, part, amount):
            return part
    return _behind(scan, amount)


def _told_of(scan: Scan, part: Mention, amount: Amount) -> bool:
    """Whether a verb leads from a part to its count, or from how far it rose or fell."""
    if _DID.fullmatch(scan.text, part.end, amount.start):
        return _counts_units(amount)
    by = scan.preceding(amount)
    led = (
        by is not None
        and by.kind == "percent"
        and by.start > part.end
        and _LED_TO.fullmatch(scan.text, by.end, amount.start)
    )
    return bool(led and by and _MOVED.fullmatch(scan.text, part.end, by.start)) and _counts_units(amount)


def _counts_units(amount: Amount) -> bool:
    """Whether what is counted is no other thing: `BEVs have 5,000 charging points`."""
    first = amount.noun.lower().split(" ")
    return amount.kind == "bare" or first[0] in _UNITS or first[-1] in _UNITS


def _behind(scan: Scan, amount: Amount) -> Mention | None:
    """Return the part right behind a count that is told to be one of more: `Of these, 9,143 bore the Nio brand`."""
    part = part_behind(scan, amount)
    low = max(scan.sentence.start, amount.start - 60)
    lead = scan.text[scan.sentence.start : amount.start]
    opens = bool(_OF_WHAT.search(scan.text[low : amount.start]) or _OF_ALL.match(lead)) or lead[-60:].strip() in (
        "The other",
        "Another",
        "Some",
        "The remaining",
    )
    return part if part is not None and opens else None


def part_behind(scan: Scan, amount: Amount) -> Mention | None:
    """Return the part whose name stands behind a count, with no more between than what it has to do with it."""
    behind = (m for m in scan.segments if m.start > amount.end and _BEHIND.fullmatch(scan.text, amount.end, m.start))
    part = next(behind, None)
    own = part and _ITS_OWN.fullmatch(scan.text, part.end, scan.amount_after(part.end))
    return None if own and scan.text.startswith(",", amount.end) else part


def counted_behind(scan: Scan, before: Amount, amount: Amount) -> Mention | None:
    """Return the part right behind a count that goes on with the count before it, and its part: `631,400 BEVs and 616,800 PHEVs`."""
    first = next(
        (
            m
            for m in scan.segments
            if m.start > before.end and m.end <= amount.start and _BEHIND.fullmatch(scan.text, before.end, m.start)
        ),
        None,
    )
    joined = first and _AND.fullmatch(scan.text, first.end, amount.start)
    return part_behind(scan, amount) if joined and amount.kind in ("count", "bare") else None


def are_counted(metrics: tuple[str, ...]) -> bool:
    """Whether metrics count things that parts are counted of."""
    return any(metric in _COUNTED for metric in metrics)

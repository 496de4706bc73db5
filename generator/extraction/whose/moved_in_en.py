"""The line of business behind what English says moved, with the metric before the word for it: `a 24% revenue rise in games`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.towards import TO
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.unnamed.subject import UNIT
from generator.extraction.whose.only_some import UNKNOWN_LINE

_SO_MUCH = re.compile(
    r"(?:-| (?:year[- ]o(?:n|ver)[- ]year |annual |quarterly |sequential |[A-Z]/[A-Z] )?(?:[a-z-]+ )?)"
)
_MOVE = r" (?:growth|increase|rise|jump|gain|surge|leap|improvement|decline|drop|fall|decrease|slump|plunge|slide|dip)(?: year[- ]o(?:n|ver)[- ]year)? (?:in|at|from) "
_MOVED_IN = re.compile(rf"{_MOVE}(?:(?:the|its|their) )?(?:[a-z]+ )?")
_NEXT = re.compile(r"(?: (?:business|segment|division|unit|arm|group))?,? (?:and|&) (?:(?:the|its) )?")
# `a 9% profit increase in its photonics division`
_UNKNOWN = re.compile(
    rf"{_MOVE}(?:the|its|their) (?!(?:whole|entire|overall|main|core)\b)(?P<name>[\w&-]+(?: [\w&-]+){{0,2}}) (?:unit|business|division|segment|arm)\b"
)
_LED_TO = re.compile(rf"{UNIT}{TO}")


def moved_in(scan: Scan, amount: Amount, mention: Mention) -> Mention | None:
    """Return the part in which a metric rose or fell by a percentage, or so to an amount, where it stands right behind; of two none is it."""
    change = _change(scan, amount, mention)
    part = _behind(scan, mention) if change else None
    if part is None or _is_of_two(scan, part):
        return None
    led = change is amount or _LED_TO.fullmatch(scan.text, part.end, amount.start)
    return part if led else None


def moved_in_unknown(scan: Scan, amount: Amount, mention: Mention) -> str | None:
    """Return why such an amount is of no part that is known: of two together, or of one that no name of the catalogue is."""
    change = _change(scan, amount, mention)
    part = _behind(scan, mention) if change else None
    unknown = _UNKNOWN.match(scan.text, mention.end) if change and not part else None
    if unknown and not scan.is_marked(*unknown.span("name")):
        led = change is amount or _LED_TO.fullmatch(scan.text, unknown.end(), amount.start)
        return UNKNOWN_LINE if led else None
    return UNKNOWN_LINE if part and change is amount and _is_of_two(scan, part) else None


def _change(scan: Scan, amount: Amount, mention: Mention) -> Amount | None:
    """Return the percentage that stands right before a metric, which an amount is, or behind which it stands."""
    change = amount if amount.kind == "percent" else scan.preceding(amount)
    if scan.chinese or change is None or change.kind != "percent":
        return None
    return change if _SO_MUCH.fullmatch(scan.text, change.end, mention.start) else None


def _behind(scan: Scan, mention: Mention) -> Mention | None:
    return next((m for m in scan.segments if _MOVED_IN.fullmatch(scan.text, mention.end, m.start)), None)


def _is_of_two(scan: Scan, part: Mention) -> bool:
    return any(_NEXT.fullmatch(scan.text, part.end, m.start) for m in scan.segments)

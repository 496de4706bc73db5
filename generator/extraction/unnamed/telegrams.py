"""What a line of business took in, where a note sets its figure right behind its name: `Cloud +3% to RMB25.6bn; AIDC, the overseas unit, +45%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.recorded import IN_MONEY, is_beside_earned
from generator.extraction.unnamed.earning import is_no_revenue, spoken_of
from generator.extraction.unnamed.subject import UNIT, is_subject, of_whole_name

# `AIDC, the overseas unit, +45%`; `Youdao (the weak spot) -3%`
_APPOSED = r"(?:, (?:the|our|its|an?|still|now|once|again) [^,;.:\d]{2,60},| \((?:the|our|its|an?|still|now) [^(),;\d]{2,60}\))?"
_BEHIND_NAME = re.compile(rf"{UNIT}{_APPOSED}(?::| at| came in at)? \(?")
_LED_TO = re.compile(r"(?: YoY| y/y)? (?:to|at) ")
# What ends a note's figure: `Cloud RMB380bn plan` goes on with what the money is for.
_ENDS = re.compile(r"(?: (?:YoY|y/y|yoy)\b)?(?:[,;.)\n]|\Z| \(| (?:to|at) [^a-z\s])")


def in_telegram(scan: Scan, amount: Amount, told: str | None) -> Mention | None:
    """Return the revenue that an amount is of by the name of a line right before it, or before the growth that led to it; `told` is the metric told before."""
    if not _may_be(amount):
        return None
    before = scan.preceding(amount)
    led = before is not None and amount.kind == "money" and before.signed and before.kind == "percent"
    first = before if led and before and _LED_TO.fullmatch(scan.text, before.end, amount.start) else amount
    money = any(a.kind == "money" for a in (amount, first))
    part = next((m for m in scan.segments if _heads(scan, m, first)), None)
    if part is None or is_beside_earned(scan, part) or not _ENDS.match(scan.text, first.end):
        return None
    follows = scan.following(first)
    money = money or bool(
        follows and follows.kind == "money" and _LED_TO.fullmatch(scan.text, first.end, follows.start)
    )
    if not (money or part.segment in IN_MONEY or (told or "").endswith("revenue")):
        return None  # `EV +45%` may be what was delivered
    of_else = is_no_revenue(spoken_of(scan, part.start, None))  # `Operating profit: games +3%`
    return None if of_else else Mention(part.end, first.start, ("revenue",), part=part.segment)


def _may_be(amount: Amount) -> bool:
    return (amount.kind == "money" and amount.scaled) or (amount.kind == "percent" and amount.signed)


def _heads(scan: Scan, part: Mention, first: Amount) -> bool:
    """Whether a clause is a line's name and an amount right behind it."""
    if part.end > first.start or not _BEHIND_NAME.fullmatch(scan.text, part.end, first.start):
        return False
    named = any(part.end <= m.start < first.start for m in scan.metrics)
    return not named and is_subject(scan, part) and not of_whole_name(scan, part)

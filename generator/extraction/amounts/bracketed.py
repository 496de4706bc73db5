"""Numbers that accountants set in brackets, for they are below nothing: `$(1,115) million`, `($36) million`, `(5,237.6) million yuan`."""

from __future__ import annotations

import re

from generator.extraction.amounts.number_forms import currency_before
from generator.extraction.frozen import frozen

_SCALE = re.compile(r" ?(?:million|billion|trillion|thousand|mn|bn|mm|m|b)\b", re.I)
_LEADS = re.compile(r"(?:\b(?:of|was|were|is|at|to|from|against|versus|vs\.?|than|by)|[:|,;]|[/(]loss\)?:?)\s*$", re.I)
_REACH = 6  # characters before a number or its bracket, within which its currency stands


@frozen
class Bracketed:
    """Where a number with its brackets begins and ends, and the currency inside or before them."""

    start: int
    end: int
    currency: re.Match[str] | None


def bracketed(text: str, number: re.Match[str], floor: int) -> Bracketed | None:
    """Return a number with the brackets that make it negative; None where they only hold an aside: `($1.9 billion)`, `(1,204)`."""
    end = number.end()
    if text[end : end + 1] != ")" or number["sign"]:
        return None
    inside = currency_before().search(text, max(floor, number.start() - _REACH), number.start())
    opens = (inside.start() if inside else number.start()) - 1
    if opens < floor or text[opens] != "(":
        return None
    before = None if inside else currency_before().search(text, max(floor, opens - _REACH), opens)
    if before and text[before.start() - 1 : before.start()] == "-" and before["currency"].isalpha():
        return None  # `Meituan-W (03690)`: how a company is listed, and by which number
    scaled = _SCALE.match(text, end + 1) and _LEADS.search(text, max(0, opens - 12), opens)
    if not (before or scaled):
        return None
    return Bracketed(before.start() if before else opens, end + 1, inside or before)

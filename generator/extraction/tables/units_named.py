"""The units that the labels and captions of tables name: `(RMB million)`, `in thousands of US$`, 人民币百万元, `%`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from babel import Locale

from generator.corpus.table import Unit, unit

BRACKETED = re.compile(r"\(([^()]*)\)")
PIECES = re.compile(r"[()\[\],;:/|]|\s-\s")
_THOUSANDS = re.compile(r"'000|\b000s?\b", re.I)
_DOLLARS = {"B": "US$ billion", "M": "US$ million"}
_DOLLARS_OF = re.compile(r"\$ ?(?P<scale>[BM])\b")  # `Revenue ($B)`
_NOT_UNIT = re.compile(
    r"\b(?:shipments?|deliveries|all|are|is|expressed|stated|in|units?|amounts?|of|(?:non-?)?(?:GAAP|IFRS)|except .*)\b|[±Δ∆△]|单位|金额|每股|均?以|列示|表示|计",
    re.I,
)
CURRENCIES = frozenset(Locale("en").currencies)
_WORTH = CURRENCIES | {"percent", "percentage_point", "count", "times", "years", "tokens_per_second"}


def unit_in(text: str) -> Unit | None:
    """Return the unit that a label or caption names: `(RMB million)`, `in thousands of US$`, `人民币百万元`, `%`.

    A currency and a scale may stand apart: `RMB | (in millions)`.
    """
    found = list(_units(text))
    if not found:
        return None
    first = scaled(found)
    return Unit(
        first.exponent, first.name or next((u.name for u in found if u.name in CURRENCIES and not u.exponent), None)
    )


def scaled(units: Sequence[Unit]) -> Unit:
    """Return the first of some units; a currency alone, with the scale that stands apart from it: `RMB`, `(in millions)`."""
    first = units[0]
    if first.exponent or first.name not in CURRENCIES:
        return first
    return Unit(next((u.exponent for u in units if u.exponent and u.name in (None, first.name)), 0), first.name)


def _units(text: str) -> Iterator[Unit]:
    for piece in (*BRACKETED.findall(text), *PIECES.split(text)):
        piece = _DOLLARS_OF.sub(lambda dollars: _DOLLARS[dollars["scale"]], piece)
        said = unit(_NOT_UNIT.sub(" ", _THOUSANDS.sub("thousand", piece)).replace("元人民币", "元"))
        if said is not None and piece.strip() and (said.exponent or said.name) and (said.name or "count") in _WORTH:
            yield said

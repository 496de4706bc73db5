"""Amounts that are written in two pieces, a large scale and what is left over: `1兆7934.68亿元`, `6万3000辆`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.extraction.amounts.amount import Amount

_REST = 100  # `6万3000辆` and `5万900辆` are one number; what is smaller may count something else


def compounds(found: Iterable[Amount]) -> Iterator[Amount]:
    """Yield the amounts, as one those of which a second piece, smaller than the first one's scale, follows at once."""
    first: Amount | None = None
    for amount in found:
        if first and _is_rest(first, amount):
            amount = _whole(first, amount)
        elif first:
            yield first
        first = amount
    if first:
        yield first


def _is_rest(first: Amount, rest: Amount) -> bool:
    if first.end != rest.start or not first.scaled or first.scale <= abs(rest.value):
        return False
    plain = rest.kind in ("bare", "count", "money") and rest.value >= _REST and rest.value == int(rest.value)
    return rest.scaled or (plain and first.value % first.scale == 0)


def _whole(first: Amount, rest: Amount) -> Amount:
    value = first.value + (-rest.value if first.value < 0 else rest.value)
    return replace(
        rest,
        start=first.start,
        value=value,
        kind=first.kind if rest.kind == "bare" else rest.kind,
        currency=first.currency or rest.currency,
        bound=first.bound if first.bound != "exact" else rest.bound,
        signed=first.signed,
        scaled=True,
        scale=first.scale,
    )

"""Amounts that brokers join with slashes: `RMB485bn/RMB45bn`, `3%/5%/6%`, `RMB485/602/715bn`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.extraction.amount import Amount

_SLASH = re.compile(r"\s*/\s*(?:(?:over|about|around|more than|nearly|up to) |[~c.]{1,2})?")


def alike(found: list[Amount], text: str) -> list[Amount]:
    """Return the amounts with what stands once in a list with slashes given to each: `RMB485/602/715bn`."""
    result = list(found)
    for run in runs(result, text):
        first, last = run[0], run[-1]
        for i, amount in enumerate(run):
            if amount.kind not in ("bare", "money") or last.kind not in ("bare", "money", "count", "percent"):
                continue
            scale = last.scale if last.scaled and not amount.scaled else 1
            money = "money" in (first.kind, last.kind)
            result[result.index(amount)] = run[i] = replace(
                amount, kind="money" if money else last.kind, currency=amount.currency or last.currency or first.currency,
                noun=amount.noun or last.noun, scaled=amount.scaled or last.scaled, scale=last.scale,
                value=amount.value * scale, precision=amount.precision * scale,
            )  # fmt: skip
    return result


def joined(text: str, start: int, end: int) -> bool:
    """Whether nothing but a slash stands in a stretch."""
    return bool(_SLASH.fullmatch(text, start, end))


def runs(amounts: list[Amount], text: str, between: re.Pattern[str] = _SLASH) -> Iterator[list[Amount]]:
    """Yield the lists of two amounts or more that slashes, or what a pattern matches, join."""
    run: list[Amount] = []
    for amount in amounts if len(amounts) > 1 else ():
        if run and not between.fullmatch(text, run[-1].end, amount.start):
            if len(run) > 1:
                yield run
            run = []
        run.append(amount)
    if len(run) > 1:
        yield run

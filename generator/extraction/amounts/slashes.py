"""Amounts that say their unit once: `RMB485bn/RMB45bn`, `3%/5%/6%`, `RMB485/602/715bn`, 220、260和300亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from generator.extraction.amounts.amount import Amount

_SLASH = re.compile(r"\s*/\s*(?:(?:over|about|around|more than|nearly|up to) |[~c.]{1,2})?")

_BESIDE = re.compile(r"\s?(?:、|和|及|与)\s?")
_BESIDE_EN = re.compile(r", (?:and )?| and ")
_VERSUS = re.compile(r" \((?:vs\.?|versus|against|expected|est\.?|estimate:?|consensus:?) ")
_RESPECTIVELY = re.compile(r"[^.;:\d]{0,50}\brespectively\b")
_RATES_OF = re.compile(
    r"\b(?:declines|increases|gains|drops|rises|falls|decreases|jumps|losses|growth rates|rates) of (?:about |around |nearly )?$"
)
_LEAD = 40  # characters before a list
_ALIKE = 3  # times: what came and what was expected of it are not further apart
_SEVERAL = 3  # numbers of an English list that share the unit of the last
_FAR = 20  # times: numbers that share a unit are not further apart


def sharing(found: list[Amount], text: str) -> list[Amount]:
    """Return the amounts with the unit of the last given to the bare numbers before it: 220、260和300亿元, 330及340个基点.

    In English where there are three or more, or words say that each is one: `36.1, 46.2 and 66.3 billion yuan`, `by 6 and 15 percent, respectively`.
    """
    result = list(found)
    english = [run for run in runs(found, text, _BESIDE_EN) if len(run) >= _SEVERAL or _are_two_rates(run, text)]
    for run in (*runs(found, text, _BESIDE), *english):
        last, bare = run[-1], run[:-1]
        each = text.startswith(("/股", "每股"), last.end) or "EPS" in text[max(0, run[0].start - 12) : run[0].start]
        unit = _has_unit(last) or (last.kind == "money" and (run in english or each))  # EPS为5.9、8.6、10.7元
        if any(a.kind not in ("bare", "count") or a.scaled or a.noun for a in bare) or not unit:
            continue
        if all(abs(last.value) < _FAR * a.value * last.scale < _FAR * _FAR * abs(last.value) for a in bare):
            for amount in bare:
                result[result.index(amount)] = replace(
                    amount, kind=last.kind, currency=last.currency, noun=last.noun, scaled=last.scaled, scale=last.scale,
                    value=amount.value * last.scale, precision=amount.precision * last.scale,
                )  # fmt: skip
    for run in runs(result, text, _BESIDE_EN):
        last = run[-1]
        if last.kind == "count" and all(a.kind == "bare" and a.scaled and not a.noun for a in run[:-1]):
            for amount in run[:-1]:  # `221 million and 243 million units`
                result[result.index(amount)] = replace(amount, kind="count", noun=last.noun)
    return [_set_beside(one, other, text) for one, other in pairwise([None, *result])]


def _are_two_rates(run: list[Amount], text: str) -> bool:
    """Whether two numbers before one `percent` are a rate each: `declines of 6 and 15 percent`, `rose 6 and 15 percent, respectively`."""
    if run[-1].kind != "percent":
        return False
    lead = text[max(0, run[0].start - _LEAD) : run[0].start]
    return bool(_RATES_OF.search(lead) or _RESPECTIVELY.match(text, run[-1].end))


def _set_beside(one: Amount | None, other: Amount | None, text: str) -> Amount:
    """Return a bare number in brackets with the unit of the money before it: `sales of $22.10 billion (vs. 20.55 estimated)`."""
    assert other is not None
    bare = other.kind == "bare" and not (other.scaled or other.noun)
    if one is None or not bare or one.kind != "money" or not one.scaled:
        return other
    near = abs(one.value) < _ALIKE * other.value * one.scale < _ALIKE * _ALIKE * abs(one.value)
    if not near or not _VERSUS.fullmatch(text, one.end, other.start):
        return other
    return replace(
        other, kind="money", currency=one.currency, scaled=True, scale=one.scale,
        value=other.value * one.scale, precision=other.precision * one.scale,
    )  # fmt: skip


def _has_unit(amount: Amount) -> bool:
    return amount.scaled or amount.in_hundredths or amount.kind in ("percent", "points", "times")


def alike(found: list[Amount], text: str) -> list[Amount]:
    """Return the amounts with what stands once in a list with slashes given to each: `RMB485/602/715bn`."""
    result = list(found)
    for run in runs(result, text):
        first, last = run[0], run[-1]
        for i, amount in enumerate(run):
            if amount.kind not in ("bare", "money") or last.kind not in ("bare", "money", "count", "percent"):
                continue
            scale = 1 if amount.scaled or amount.in_hundredths else last.scale
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


def _moved_by(level: Amount, amount: Amount) -> bool:
    """Whether a slash sets beside a level how far it moved: 收入148.7亿元/+39.3%, 毛利率31.6%/-0.3pct."""
    kinds = ("points",) if level.kind == "percent" else ("percent", "points")
    return amount.signed and amount.kind in kinds and level.kind not in ("points", "times", amount.kind)


def runs(amounts: list[Amount], text: str, between: re.Pattern[str] = _SLASH) -> Iterator[list[Amount]]:
    """Yield the lists of two amounts or more that slashes, or what a pattern matches, join."""
    run: list[Amount] = []
    for amount in amounts if len(amounts) > 1 else ():
        if run and (not between.fullmatch(text, run[-1].end, amount.start) or _moved_by(run[-1], amount)):
            if len(run) > 1:
                yield run
            run = []
        run.append(amount)
    if len(run) > 1:
        yield run

"""The amount that stands in a table's cell, alone, and what a unit told elsewhere in the table makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.corpus.table import Unit, number
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import bound_at
from generator.extraction.amounts.in_text import amounts
from generator.extraction.amounts.ranges import ranges
from generator.extraction.amounts.slashes import alike
from generator.extraction.tables.moved_in_words import moved_in
from generator.extraction.tables.shapes import Cell

_SIGNED = re.compile(
    r"(?:~|≈|c\.|约|approx\.? ?)?(?P<sign>[+-]|[▲△↑]|[▼▽↓]|[Uu]p |[Dd]own )?\s*(?P<open>\()?\s*(?P<inner>[^()]*?)\s*\)?(?:(?P<percent>\s*%)|(?P<points>\s*(?:个?百分点|ppts?|pts)))?"
)
# `about 34,000`, 约448亿元: what an item of a list says of how exact it is
_APPROACHED = re.compile(
    r"(?:(?:about|around|some|roughly|approximately|nearly|almost|over|more than|at least|just over|just under) |大约|约为?|近|超过?|逾)(?=[^\W\d_]{0,3}[$€£¥]?\d)",
    re.I,
)
_BRACKETED = re.compile(r"(?P<level>[^()]*[^()\s])\s*\((?P<beside>[^()]+)\)")
_LOST = re.compile(r"(?P<currency>US\$|HK\$|RMB|[$€£¥]) ?\((?P<value>\d[\d,.]*)\)")  # `$(149)`
_LED_TO = re.compile(r"[^→>]*\d[^→>]*?(?:→|->)\s?(?P<to>[^→>]*\d[^→>]*)")  # 335元→365元
_PERCENT = re.compile(r"\)?\s?%\)?")
_MORE = re.compile(r"\w")
# `+11% Record`, `$23.1B (est.)`: what is only remarked on an amount
_REMARKED = re.compile(
    r"(?P<said>[^()]*[\d%BMKbnmk])(?P<remark>[ ,;]+\(?(?:an? |new |the )*(?:(?:quarterly|all-time|annual|historical|september-quarter|december-quarter|march-quarter|june-quarter) )?(?:record|records|record high|high|best|peak)[!*]?\)?)",
    re.I,
)
# `+6% YoY` in a column of that name, `+1% ↑`, `-11% ↓`: said twice
_SAID_TWICE = {
    "yoy": re.compile(r"(?P<said>[+-]?[\d.]+ ?%) (?:(?i:yoy|y/y|y-o-y|year[- ]o(?:n|ver)[- ]year))"),
    "qoq": re.compile(r"(?P<said>[+-]?[\d.]+ ?%) (?:(?i:qoq|q/q|q-o-q|quarter[- ]o(?:n|ver)[- ]quarter|sequentially))"),
}
_ARROWED = re.compile(r"(?P<said>\+?[\d.]+ ?%(?= ?[↑▲])|-[\d.]+ ?%(?= ?[↓▼])) ?[↑▲↓▼]")
_FALLEN = ("-", "▼", "▽", "↓", "down ", "Down ")
_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_COUNTED = ("count", "times", "years")


def amount_in(text: str, cell: Cell, after: Cell | None = None) -> Amount | None:
    """Return the amount that a cell holds, with its sign; None where it holds none, or anything beside it.

    A loss in brackets is one below nothing, as accountants write it; ▼ and ↓ before a change say that it fell. Filings
    write a percent sign, and the bracket before it, in a cell `after` the number's own. An arrow leads to what is so now.
    """
    if led := _LED_TO.fullmatch(text, cell.start, cell.end):
        cell = Cell(*led.span("to"), led["to"])
    if remarked := _REMARKED.fullmatch(text, cell.start, cell.end):
        cell = Cell(*remarked.span("said"), remarked["said"])
    if lost := _LOST.fullmatch(text, cell.start, cell.end):
        said = lost["currency"] + lost["value"]
        alone = list(amounts(said, 0, len(said)))
        return replace(alone[0], start=cell.start, end=cell.end, value=-alone[0].value) if len(alone) == 1 else None
    if moved := moved_in(text, cell.start, cell.end):
        sign, start, end = moved
        by = amount_in(text, Cell(start, end, text[start:end]))
        return replace(by, start=cell.start, end=cell.end, value=sign * by.value) if by else None
    if near := _APPROACHED.match(text, cell.start, cell.end):
        known = amount_in(text, Cell(near.end(), cell.end, text[near.end() : cell.end]), after)
        bound = bound_at(text, near.end(), cell.end, cell.start)
        return replace(known, bound=bound) if known else None
    found = _SIGNED.fullmatch(text, cell.start, cell.end)
    if found is None or not found["inner"]:
        return None
    start, end = found.span("inner")
    owed = found["open"] and found["inner"][0] not in "+-"  # `(+18%)` in brackets is no loss
    sign = -1 if owed or (found["sign"] or "+") in _FALLEN else 1
    if _PLAIN.fullmatch(text, start, end) and (told := number(text[start:end])):
        percent = found["percent"] or (after and _PERCENT.fullmatch(after.text))
        kind = "percent" if percent else "points" if found["points"] else "bare"
        return Amount(cell.start, cell.end, sign * told[0], kind, None, "", "exact", told[1])  # type: ignore[arg-type]
    alone = list(amounts(text, start, cell.end))
    beside = text[alone[0].end : cell.end].strip(" )") if alone else ""
    if len(alone) != 1 or alone[0].start != start or beside not in ("", alone[0].noun):
        return None
    return replace(alone[0], start=cell.start, value=sign * alone[0].value)


def as_change(text: str, cell: Cell, against: str | None) -> Cell:
    """Return a cell of a column of changes without what only says again against what they are, or which way they went."""
    forms = (_SAID_TWICE.get(against or ""), _ARROWED) if against else ()
    found = next((said for form in forms if form and (said := form.fullmatch(text, cell.start, cell.end))), None)
    return Cell(*found.span("said"), found["said"]) if found else cell


def level_in(text: str, cell: Cell) -> tuple[Cell, Cell] | None:
    """Return what stands before the bracket that a cell ends with, and what stands in it: `1445亿元(+16.6%)`."""
    found = _BRACKETED.fullmatch(text, cell.start, cell.end)
    if found is None:
        return None
    return Cell(*found.span("level"), found["level"]), Cell(*found.span("beside"), found["beside"])


def range_in(text: str, cell: Cell) -> list[Amount]:
    """Return both ends of the range that a cell holds, `$90bn-$95bn`; none where it holds anything else."""
    both = ranges(alike(list(amounts(text, cell.start, cell.end)), text), text)
    ends = (
        len(both) == 2
        and both[1].range_end
        and not _MORE.search(text[cell.start : both[0].start] + text[both[1].end : cell.end])
    )
    return both if ends else []


def states(text: str, cell: Cell) -> bool:
    """Whether a cell states something, and heads no column."""
    parts = level_in(text, cell)
    return bool(amount_in(text, cell) or range_in(text, cell) or (parts and amount_in(text, parts[0])))


def in_unit(amount: Amount, unit: Unit | None) -> Iterator[Amount]:
    """Yield what an amount may be in a table's unit, likeliest first.

    Under `RMB million`, 113,121 is an amount of money, a profit by the share is in yuan, and what is counted is neither.
    """
    if amount.kind != "bare":
        if (
            amount.kind == "money"
            and not amount.scaled
            and unit
            and unit.exponent
            and unit.name in (None, amount.currency)
        ):
            yield _scaled(amount, unit)  # `$62,020`, under `($ in millions)`
        yield amount
        return
    if unit is not None and unit.name in ("percent", "percentage_point"):
        yield replace(amount, kind="percent" if unit.name == "percent" else "points")
        return
    if unit is not None:
        scaled = _scaled(amount, unit)
        if unit.name in (None, *_COUNTED):
            yield scaled
        else:
            yield replace(scaled, kind="money", currency=unit.name)
            yield replace(amount, kind="money", currency=unit.name)
    yield amount


def _scaled(amount: Amount, unit: Unit) -> Amount:
    scale = Decimal(10) ** unit.exponent
    value, precision = amount.value * scale, amount.precision * scale
    return replace(amount, value=value, precision=precision, scaled=unit.exponent > 0, scale=scale)

"""Items of a list that name a maker or a line and tell of it: `1. Lenovo: 16.0 million (+5%)`, each on a line of its own or in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.extraction.tables.columns import Stretch
from generator.extraction.tables.item_parts import Item, parts_of

_LINE = re.compile(r"[^\n]+")
_RANK = r"(?:(?:[-*•·●▪◦] ?)?\**(?:(?:(?:No\.? ?|#|TOP ?)\d{1,2}|第\d{1,2}名?|\d{1,2}[.)、](?!\d)|[①-⑳])[ :.、]*)?(?:\**【?))"
_NAME = r"(?P<name>[^\W\d_][^\n:,;|()\d–—=*【】]{0,34}?)"
_ITEM = re.compile(
    rf"[ \t]*{_RANK}{_NAME}(?: ?\([^()\d\n]{{1,20}}\))?[ \t]*(?:\**(?:[:,|=(】]|[–—]{{1,2}}|--)\**|\*\*| - | (?:at|with) |(?<=[A-Za-z]) (?=[~+\d$€£¥])|(?<=[A-Za-z]) (?=RMB|US\$|HK\$)|(?<=[一-鿿])[ \t]*(?=[~+\d约]))"
)
_TURNED = re.compile(
    rf"[ \t]*{_RANK}(?P<level>[~$€£¥]?(?:[^\n:,;|()–—=*]|,(?=\d{{3}})){{1,30}}?)(?: ?[:–—]| for| -) (?P<name>[^\W\d_][^\n:,;|()\d–—=*]{{0,34}}?)(?=,|$|\n| \()"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?: [a-z]+)?$")
_STOP = re.compile(r"[.。](?=\s|$)")
_ENDED = re.compile(r"\s*;\s*(?:and )?")
_JOINED = re.compile(r"(?:,? and |, ?|、|和)(?=[^\W\d_])")


class NamedItem(NamedTuple):
    """Where an item stands, its name, and what it tells."""

    line: Stretch
    name: Stretch
    parts: list[Item]


def next_line(text: str, at: int, end: int) -> Stretch | None:
    """Return the next line that is not empty."""
    while line := _LINE.search(text, at, end):
        if line.group().strip():
            return Stretch(*line.span())
        at = line.end()
    return None


def items_below(text: str, at: int, end: int) -> Iterator[NamedItem]:
    """Yield the items from an offset on, as long as each line is one."""
    while (line := next_line(text, at, end)) and (item := item_at(text, *line)):
        yield item
        at = line.end


def items_in(text: str, start: int, end: int) -> list[NamedItem]:
    """Return the items that semicolons or commas part in a stretch, up to the end of its sentence; none where one is none."""
    stop = _STOP.search(text, start, end)
    high = stop.start() if stop else end
    parted = _ENDED if text.find(";", start, high) >= 0 else _JOINED
    joints = [(start, start), *(joint.span() for joint in parted.finditer(text, start, high)), (high, high)]
    items = [item_at(text, low[1], above[0]) for low, above in pairwise(joints)]
    return [item for item in items if item] if all(items) else []


def item_at(text: str, start: int, end: int) -> NamedItem | None:
    """Return the item that a stretch is."""
    if (found := _ITEM.match(text, start, end)) and (parts := parts_of(text, found.end(), end)):
        if len(parts) == 1 and _YEAR.match(text, *parts[0].span):
            return None  # `September 2025 deliveries`
        return NamedItem(Stretch(start, end), Stretch(*found.span("name")), parts)
    if turned := _TURNED.match(text, start, end):
        level = parts_of(text, *turned.span("level"))
        rest = parts_of(text, turned.end(), end)
        if [part.kind for part in level] in (["level"], ["percent"]) and (rest or not text[turned.end() : end].strip()):
            return NamedItem(Stretch(start, end), Stretch(*turned.span("name")), [*level, *rest])
    return None

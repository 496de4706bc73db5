"""Lists of makers or lines below a lead that names the metric and the time of all: `Deliveries in September:` over `- Li Auto: 36,060 (+12%)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extraction.tables.columns import Stretch
from generator.extraction.tables.item_parts import Item
from generator.extraction.tables.lines import cell_at
from generator.extraction.tables.list_leads import Lead, lead_of
from generator.extraction.tables.named_items import NamedItem, item_at, items_below, items_in, next_line
from generator.extraction.tables.namer import Knower, Namer
from generator.extraction.tables.shapes import Cell, Grid, Row

_LEAST = 2  # items
_DIGIT = re.compile(r"\d")
_COLON = re.compile(r"(?P<lead>[^\n:;]{4,110}(?P<colon>:)) ?(?=[^\n;]{1,60}\d)")
_COLON_LATER = re.compile(r"[.。!?] ?(?P<lead>[^\n:;.。!?]{4,110}(?P<colon>:)) ?(?=[^\n;]{1,60}\d)")
_HEADS = {"yoy": "YoY", "qoq": "QoQ", "mom": "MoM", "before": "环比", "share": "market share", "expected": "consensus"}
_ORDER = ("level", "yoy", "qoq", "mom", "before", "share", "was", "expected")


def headed_lists(text: str, start: int, end: int, namer: Namer, knower: Knower) -> Iterator[Grid]:
    """Yield the lists of a stretch of which each item tells the same of another maker or line."""
    above: Stretch | None = None  # the line over the one in hand, where that is no item itself
    at = start
    while line := next_line(text, at, end):
        at = line.end
        grid, item = None, None
        if _DIGIT.search(text, *line):
            item = item_at(text, *line)
            below = lead_of(text[slice(*above)], namer) if above and item else None
            if above and below:
                grid = _grid(text, above, below, list(items_below(text, line.start, end)), namer, knower)
            elif not item:
                grid = _in_line(text, line, namer, knower)
        if grid:
            yield grid
            at = max(at, grid.end)
        above = None if grid or item else line


def _in_line(text: str, line: Stretch, namer: Namer, knower: Knower) -> Grid | None:
    """Return the list that a line holds behind its own lead, `Q3 deliveries: NIO 87,071, Xpeng 116,007 and Li Auto 93,211`."""
    colon = _COLON_LATER.search(text, *line) or _COLON.match(text, *line)
    items = items_in(text, colon.end(), line.end) if colon else []
    if colon is None or not any(knower(text[slice(*item.name)]) == "company" for item in items):
        return None
    above = Stretch(colon.start("lead"), colon.start("colon"))
    lead = lead_of(text[slice(*above)], namer)
    if lead is None or not _is_plain(lead, knower):
        return None
    return _grid(text, above, lead, items, namer, knower)


def _grid(
    text: str, above: Stretch, lead: Lead, items: Sequence[NamedItem], namer: Namer, knower: Knower
) -> Grid | None:
    """Return a list as the table that it is; None where an item has no level of its metric, or is named by one."""
    if len(items) < _LEAST:
        return None
    told = [(_name(text, item.name, lead, namer), _in_kinds(text, item.parts, lead, namer)) for item in items]
    rows = [(name, parts) for name, parts in told if name and parts]
    known = [knower(name.text) for name, _ in rows]
    if len(rows) < len(items) or not ("company" in known or (all(known) and _is_plain(lead, knower))):
        return None
    kinds = [kind for kind in _ORDER if any(kind in parts for _, parts in rows)]
    corner = Cell(above.start, above.start, "")
    top = Row(above.start, above.end, (corner, *(_head(above, kind, lead) for kind in kinds)))
    body = [
        Row(*item.line, (name, *(_cell(text, parts.get(kind), item.line) for kind in kinds)))
        for item, (name, parts) in zip(items, rows, strict=True)
    ]
    return Grid(above.start, body[-1].end, (top, *body), lead.said)


def _is_plain(lead: Lead, knower: Knower) -> bool:
    """Whether a lead says nothing beside its metric and its time but whose they are."""
    return all(knower(said) == "company" for said in lead.rest)


def _name(text: str, name: Stretch, lead: Lead, namer: Namer) -> Cell | None:
    """Return the label of an item, without the metric that it says again; None where it names another."""
    cell = cell_at(text, *name)
    again = namer(cell.text)
    if any(mention.metrics != lead.metric.metrics for mention, _ in again):
        return None
    for mention, _ in reversed(again):
        cell = Cell(cell.start, cell.end, (cell.text[: mention.start] + cell.text[mention.end :]).strip())
    return cell


def _in_kinds(text: str, parts: Sequence[Item], lead: Lead, namer: Namer) -> dict[str, Stretch] | None:
    """Return the parts of an item by what heads them, None where one is not what the lead's metric is told in."""
    found: dict[str, Stretch] = {}
    for kind, span, label in parts:
        if label and any(mention.metrics != lead.metric.metrics for mention, _ in namer(label)):
            return None
        kind = "yoy" if kind == "change" else kind
        if kind == "percent":
            kind = "level" if lead.percent else "?"
        if kind in found or kind == "?":
            return None
        found[kind] = span
    level = found.get("level")
    if level is None or text[slice(*level)].endswith(("%", "percent")) != lead.percent:
        return None
    return found


def _head(above: Stretch, kind: str, lead: Lead) -> Cell:
    said = lead.said if kind == "level" else f"{lead.undated} a year earlier" if kind == "was" else _HEADS[kind]
    return Cell(*above, said)


def _cell(text: str, part: Stretch | None, line: Stretch) -> Cell:
    return cell_at(text, *part) if part else Cell(line.end, line.end, "")

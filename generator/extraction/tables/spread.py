"""What one cell says for several: a head over some columns, a line over some rows.

A page's table writes a head that spans four columns as one cell and three empty ones, and so does what PDF and Word
files are read as.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.tables.shapes import Cell, Row
from generator.extraction.tables.units_named import unit_in

_NUMBER = re.compile(r"\d")
_HEAD = re.compile(r"(?:19|20)\d\d|[A-Za-z]{3}|[一-鿿]{2}")
_YEAR = re.compile(r"^((?:19|20)\d\d) ?年?(?=\s|$)")
_SPAN = re.compile(
    r"\b(?:(?:three|six|nine|twelve)[ -]months|quarters?|half[ -]years?)(?: period)?\s+ended\s+(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}(?!\d)),?+(?! ?(?:19|20)\d\d)",
    re.I,
)
_SPAN_ZH = re.compile(r"截至(?P<span>\d{1,2}月\d{1,2}日止?(?:[三六九3569]个月|半年度?|季度)(?:期间)?)")
_SPAN_OF = re.compile(rf"{_SPAN_ZH.pattern}\s*(?P<year>(?:19|20)\d\d) ?年?")
_SPAN_TO = re.compile(
    r"截至(?:以?下列?|下述)(?:各?日期)(?P<span>止[三六九3569]个月(?:期间)?)\s*(?P<day>20\d\d年\d{1,2}月\d{1,2}日)"
)
_ENDS = re.compile(r"total\b|合计|总计|小计", re.I)
_OWNERS = re.compile(r"attributable to\b|归属于|以下人士应占|应占", re.I)  # of what stands above it


def evened(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return a table's rows as wide as most of them; heads whose spans were lost stand over as many columns each."""
    width = Counter(len(row.cells) for row in rows).most_common(1)[0][0]
    even: list[Row] = []
    for row in rows:
        heads = row.cells[1:]
        if len(row.cells) == width:
            even.append(row)
        elif len(row.cells) < width and heads and not _states(heads) and (width - 1) % len(heads) == 0:
            over = (width - 1) // len(heads)
            wide = [cell for head in heads for cell in (head, *[Cell(head.end, head.end, "")] * (over - 1))]
            even.append(replace(row, cells=(row.cells[0], *wide)))
    return tuple(even)


def _states(cells: Sequence[Cell]) -> bool:
    return any(_NUMBER.search(cell.text) and not _HEAD.search(cell.text) for cell in cells)


def spread(top: Sequence[Row], body: Sequence[Row]) -> list[str]:
    """Return what stands over each column, those that a head spans included.

    An empty cell goes on with the head on its left where a lower head stands under it, where no row has a number in
    both columns (`$` in a column of its own, `440bp` beside `19.0` and `%`), or where that head is the only one of its
    row: `(RMB in millions)`.
    """
    if not top:
        return []
    width = len(top[0].cells)
    numbers = [{n for n, row in enumerate(body) if _NUMBER.search(row.cells[i].text)} for i in range(width)]
    over = [""] * width
    for row in reversed(top):
        said = [cell.text or _from_left(i, row, over, numbers) for i, cell in enumerate(row.cells)]
        over = [_joined(above, below) for above, below in zip(said, over, strict=True)]
    return over


def _joined(above: str, below: str) -> str:
    """Return two heads as one; a bar parts what only says the unit: `September 30, 2025` over `RMB`."""
    bar = " | " if above and below and (unit_in(above) or unit_in(below.split(" | ")[0])) else " "
    return f"{above}{bar}{below}".strip()


def _from_left(column: int, row: Row, lower: Sequence[str], numbers: Sequence[set[int]]) -> str:
    left = next((i for i in range(column - 1, 0, -1) if row.cells[i].text), 0)
    alone = sum(bool(cell.text) for cell in row.cells[1:]) == 1
    spans = left and (alone or lower[column] or not numbers[column] & set().union(*numbers[left:column]))
    return row.cells[left].text if spans else ""


def in_span(heads: Sequence[str], caption: str) -> list[str]:
    """Return the heads of columns, years among them with the span that their corner or the caption names.

    `Three months ended September 30,` before `2025`, 截至9月30日止三个月 before 2025年: none of them is a whole year.
    """
    heads = [_SPAN_OF.sub(r"截至\g<year>年\g<span>", _SPAN_TO.sub(r"截至\g<day>\g<span>", said)) for said in heads]
    corner = heads[0] if heads else ""
    english = _SPAN.search(corner) or _SPAN.search(caption)
    chinese = _SPAN_ZH.search(corner) or _SPAN_ZH.search(caption)
    if chinese:
        return [_YEAR.sub(lambda year: f"截至{year[1]}年{chinese['span']}", said, count=1) for said in heads]
    return [_YEAR.sub(lambda year: f"{english[0]} {year[1]}", said, count=1) if english else said for said in heads]


def titled(body: Sequence[Row]) -> list[str]:
    """Return the label of each row, with the line above that only says what the rows below it are of.

    `Earnings per share:` goes for `Basic` and `Diluted`; `Attributable to:` for what the row above it names.
    """
    labels: list[str] = []
    title = last = ""
    for row in body:
        own = row.cells[0].text
        if row.titles:
            title = f"{last} {own}".strip() if _OWNERS.match(own) else own
            labels.append(own)
        elif own:
            labels.append(f"{title} {own}".strip())
            last, title = own, "" if _ENDS.match(own) else title
        else:
            labels.append("")
    return labels

"""Tables whose first column only counts their rows: `| Rank | Brand | Shipments |` over `| 1 | vivo | 47.8 million |`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.tables.shapes import Row

_HEAD = re.compile(r"(?:rank(?:ing)?|pos(?:ition|\.)?|no\.?|#|排名|名次|序号|排序)?", re.I)
_RANK = re.compile(r"(?:No\.? ?|#|第)?\d{1,2}[.)名]?|[-–—=]?")
_COUNTED = re.compile(r"(?:No\.? ?|#|第)?(?P<rank>\d{1,2})[.)名]?")
_LEAST = 3  # cells of a row that has a rank, a name and something told of it


def unranked(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a table without the column of ranks before their names."""
    head, body = rows[0].cells, rows[1:]
    if any(len(row.cells) < _LEAST for row in rows) or not _HEAD.fullmatch(head[0].text):
        return list(rows)
    ranks = [row.cells[0].text for row in body]
    counted = [int(found["rank"]) for said in ranks if (found := _COUNTED.fullmatch(said))]
    upward = counted[:2] == [1, 2] and counted == sorted(counted)
    if not upward or not all(_RANK.fullmatch(said) for said in ranks):
        return list(rows)
    return [replace(row, cells=row.cells[1:]) for row in rows]

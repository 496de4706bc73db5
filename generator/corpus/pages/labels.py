"""Labels of a table that stand on several lines: `Selling, general and` before `administrative 7,048`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce

from generator.corpus.pages.boxes import Box, one
from generator.corpus.pages.columns import Cells, Columns

_CLOSE = 0.8  # of the way from row to row: a line that is nearer goes on with the label before
_WORD = re.compile(r"[!-~]+|\S")  # what a line is not broken in: letters of Latin script, or a single Chinese one
_WHOLE = re.compile(r"[:：]$|^[(（].*[)）]$")  # a label of the rows below it, and a remark on all of them
_BLANK = 0.3  # of the height of letters
TORN = re.compile(r"[a-z]|[^(（]*[)）]")  # a label whose first words stand above it: `administrative`, `September 30)`


def whole(rows: Sequence[Cells], columns: Columns, way: float) -> list[Cells]:
    """Return rows whose labels stand on several lines as one row each; `way` is how far it is from row to row.

    Numbers stand beside the first of those lines, the last of them, or between them.
    """
    edge = max([columns.labels.right, *(box.right for row in rows for place, box in row if not place)])
    edge = min(edge, columns.spans[0].left)
    found: list[Cells] = []
    for row in rows:
        if found and _of_one_row(found[-1], row, found[-1][-1][1].middle - row[0][1].middle < way * _CLOSE, edge):
            labels = [box for place, box in (*found[-1], *row) if not place]
            found[-1] = [(0, reduce(one, labels)), *(each for each in (*found[-1], *row) if each[0])]
        else:
            found.append(row)
    return found


def _of_one_row(row: Cells, below: Cells, near: bool, edge: float) -> bool:
    """Whether a label goes on in the row below, or in that row's own."""
    before, label = ([box for place, box in each if not place] for each in (row, below))
    if not before or _WHOLE.search(before[-1].words) or len(before) == len(row) == len(below) == len(label):
        return False
    if len(below) == len(label) or not label:
        return near and (len(before) == len(row)) != bool(label)
    torn = label[0].words.startswith(("(", "（")) or TORN.match(label[0].words)
    return len(before) == len(row) and (near or bool(torn) or _fills(before[-1], label[0], edge))


def _fills(before: Box, label: Box, edge: float) -> bool:
    """Whether a line of a label is so long that the next word would not have stood on it."""
    word = _WORD.match(label.words)
    length = (label.right - label.left) * (len(word.group()) if word else 0) / len(label.words)
    return before.right + before.height * _BLANK + length > edge

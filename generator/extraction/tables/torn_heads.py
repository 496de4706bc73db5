"""Heads of a table with bars that a page has torn, each cell on a line of its own: `Brand | Q3 2021 |`, and below it `Q4 2021 |`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.extraction.tables.columns import times_and_changes
from generator.extraction.tables.lines import Kind
from generator.extraction.tables.shapes import Cell, Row

_ALONE = re.compile(r"[ \t]*(?P<cell>[^|\s][^|\n]{0,40}?)[ \t]*\|[ \t]*")
_MOST = 60  # lines


class _Piece(NamedTuple):
    """A line that may be a part of a row, as it came, and its cells."""

    kind: Kind
    row: Row
    cells: tuple[Cell, ...]


def whole_heads(text: str, lines: Iterator[tuple[Kind, Row]]) -> Iterator[tuple[Kind, Row]]:
    """Yield lines, those put together that make up one row as wide as the one below them."""
    held: list[_Piece] = []
    for kind, row in lines:
        alone = _ALONE.fullmatch(text, row.start, row.end) if kind == "words" else None
        if alone and len(held) < _MOST:
            held.append(_Piece(kind, row, (Cell(*alone.span("cell"), alone["cell"]),)))
            continue
        if kind == "bars":
            yield from _together(text, held, len(row.cells))
            held = [_Piece(kind, row, row.cells)]
            continue
        yield from ((piece.kind, piece.row) for piece in held)
        yield kind, row
        held = []
    yield from ((piece.kind, piece.row) for piece in held)


def _together(text: str, held: list[_Piece], width: int) -> Iterator[tuple[Kind, Row]]:
    """Yield held lines, the last of them as one row of heads where they have as many cells as are asked for."""
    low, short = len(held), width
    while low and short > 0:
        low -= 1
        short -= len(held[low].cells)
    head = held[low:] if short == 0 else []
    torn = len(head) > 1 and all(_is_head(text, piece) for piece in head[1:])
    yield from ((piece.kind, piece.row) for piece in (held[:low] if torn else held))
    if torn:
        cells = tuple(cell for piece in head for cell in piece.cells)
        yield "bars", Row(head[0].row.start, head[-1].row.end, cells)


def _is_head(text: str, piece: _Piece) -> bool:
    """Whether a line holds nothing but one time or change."""
    return len(piece.cells) == 1 and bool(times_and_changes(text, piece.cells[0].start, piece.cells[0].end))

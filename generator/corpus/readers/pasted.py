"""Tables as they are pasted out of browsers and spreadsheets: a line a row, cells parted by tabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from generator.corpus.bars import OR, barred
from generator.corpus.pages.boxes import states

_LEAST = 2  # rows with numbers that make a table
_MOST = 60  # cells of a line: more are data, and no table of a text
_LONGEST = 80  # characters of a line without a tab that names the rows below it

Row = list[str]


def pasted(text: str) -> str:
    """Return a text with its pasted tables as rows of cells between bars; all else as it was."""
    if "\t" not in text:
        return text
    lines = text.split("\n")
    told: list[str] = []
    for is_table, block in _blocks(lines):
        rows = [[cell.strip() for cell in line.split("\t")] for line in block]
        is_table = is_table and sum(map(_states, rows)) >= _LEAST and max(map(len, rows)) <= _MOST
        told += map(barred, _filled(rows)) if is_table else block
    return "\n".join(told)


def _blocks(lines: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """Yield lines together that may be a table, and those between them; a line of one cell may stand between rows."""
    tabs = ["\t" in line and not line.startswith("|") for line in lines]
    inside = [
        tab or (0 < len(line.strip()) <= _LONGEST and 0 < i < len(lines) - 1 and tabs[i - 1] and tabs[i + 1])
        for i, (line, tab) in enumerate(zip(lines, tabs, strict=True))
    ]
    for is_table, places in groupby(range(len(lines)), key=inside.__getitem__):
        yield is_table, [lines[i] for i in places]


def _states(row: Row) -> bool:
    return any(map(states, row[1:]))


def _filled(rows: Sequence[Row]) -> list[Row]:
    """Return rows as wide as their table: what stands over several columns is said once, and blanks follow it."""
    width = max(map(len, rows))
    filled: list[Row] = []
    below: Row = []  # what stands under a row of heads, told from the foot of the table on
    under = 0  # cells of the row of numbers there
    for row in reversed(rows):
        if _states(row):
            under = len(row)
        elif len(row) > 1 and under:
            row = _heads(row, below[:under])
        filled.append([*row, *[""] * (width - len(row))])
        below = filled[-1] if len(row) > 1 else below
    return filled[::-1]


def _heads(row: Row, below: Row) -> Row:
    """Return a row of heads over the cells below them, each over the first of its columns.

    Nothing tells a browser's heads over how many columns they stand: where what is below does not repeat itself under
    each of them, all of them are said of each, and none is believed.
    """
    if all(row) and len(row) < len(below):
        row = ["", *row]  # an editor took the empty corner away
    heads, columns = row[1:], below[1:]
    told = [head for head in heads if head]
    if len(heads) >= len(columns) or "" in heads[: len(told)]:
        return row  # a spreadsheet's, blanks and all
    spans = _spans(columns, len(told))
    if not spans:
        return [row[0], *[OR.join(told)] * len(columns)]
    return [row[0], *(said for head, span in zip(told, spans, strict=True) for said in (head, *[""] * (span - 1)))]


def _spans(columns: Row, count: int) -> list[int]:
    """Return over how many columns each of some heads stands, none where what is below them does not tell.

    It tells where it begins anew under each: `2024 2025` over `RMB % RMB US$ %`; or where it is the same under each.
    """
    starts = [i for i, cell in enumerate(columns) if cell and cell == columns[0]]
    if len(starts) == count and not _states(["", *columns]):
        return [after - start for start, after in pairwise([*starts, len(columns)])]
    each, rest = divmod(len(columns), count)
    groups = [_kinds(columns[i : i + each]) for i in range(0, len(columns), each or 1)]
    return [] if rest or any(group != groups[0] for group in groups) else [each] * count


def _kinds(cells: Row) -> list[str]:
    """Return what stands in cells, the same for any two numbers and for any two signs."""
    return ["0" if states(cell) else cell.strip("$€£¥%()") for cell in cells]

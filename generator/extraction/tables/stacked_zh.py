"""Chinese tables whose cells stand each on a line of its own, heads and labels torn over several, as PDF files give them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.torn import CJK
from generator.extraction.tables.columns import Stretch
from generator.extraction.tables.flat import Flat, FlatRow, flat_tables

_HAN = re.compile(rf"[{CJK}]")
_YEAR = re.compile(r"[〇零一二三四五六七八九]{4}(?=年)")
_DIGITS = {ord(han): digit for han, digit in zip("〇零一二三四五六七八九", "00123456789", strict=True)}
_NOTE = re.compile(r"(?<=\d)[*#](?= )")  # a mark of a note behind a number
_GROUP = re.compile(r"(?P<group>[^-]{2,30}) ?-[^-]{1,8}")  # `每股盈利 -基本`, and `-摊薄` on the next row
_BEFORE = 200  # characters before the heads that are the caption at most


def stacked_tables(text: str, start: int, end: int) -> Iterator[Flat]:
    """Yield the tables of a run of short Chinese lines."""
    said, at = squeezed(text, start, end)
    for table in flat_tables(said, 0, len(said), _BEFORE):
        rows, group = list[FlatRow](), ""
        for row in table.rows:
            (label, name), *cells = row.cells
            grouped = _GROUP.fullmatch(name)
            group = grouped["group"] if grouped else group if name.startswith("-") else ""
            name = group + name if name.startswith("-") else name
            rows.append(FlatRow(((label, name), *cells)))
        moved = tuple(_moved(row, at) for row in rows)
        yield Flat(_back(table.caption, at), _moved(table.heads, at), moved, table.levels, at[table.start])


def squeezed(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """Return a stretch with what its lines tore put together, and where each of its characters stands in the text."""
    letters, at = list[str](), list[int]()
    for i in range(start, end):
        letter = text[i]
        if letter == "\n":
            before = letters[-1] if letters else ""
            after = next((text[j] for j in range(i + 1, min(i + 4, end)) if text[j] != "\n"), "")
            han = bool(_HAN.match(before)), bool(_HAN.match(after))
            dated = (before == "年" and after.isdigit()) or (before.isdigit() and after == "年")
            if all(han) or dated:
                continue
            letter = " "
        letters.append(letter)
        at.append(i)
    said = _YEAR.sub(lambda year: year[0].translate(_DIGITS), "".join(letters))
    return _NOTE.sub(" ", said), [*at, end]


def _moved(row: FlatRow, at: list[int]) -> FlatRow:
    return FlatRow(tuple((_back(stretch, at), said) for stretch, said in row.cells))


def _back(stretch: Stretch, at: list[int]) -> Stretch:
    low = at[stretch.start]
    return Stretch(low, at[stretch.end - 1] + 1 if stretch.end > stretch.start else low)

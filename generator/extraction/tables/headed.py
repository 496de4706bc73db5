"""Tables without bars whose heads stand on several lines, and that lines of words divide, as PDF files give statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extraction.tables.columns import Stretch
from generator.extraction.tables.over import Over, in_currency, over
from generator.extraction.tables.over_zh import over_zh
from generator.extraction.tables.shapes import Cell, Grid, Row

_SIGN = re.compile(r"[$€£](?=\d[\d,.]*$)")
_TELLS = re.compile(
    r"\b(?:millions|thousands|billions)\b|GAAP", re.I
)  # a caption that more than the nearest line makes up
_BETWEEN = 3  # lines of words, at most, that only divide a table
_LONGEST = 110  # characters of such a line


class Headed:
    """A table whose rows come in groups under the same heads."""

    def __init__(self, found: Over, caption: str, end: int) -> None:
        self._heads, self._levels, self._caption = found.heads, found.levels, caption
        self._start: int | None = found.start
        self._end, self._section = end, ""
        self._seen = set[str]()

    def goes_on(self, text: str, above: Sequence[Row], rows: Sequence[Row]) -> Headed | None:
        """Return the table where some rows go on with it below the lines that divide it; None where they do not."""
        between = [row for row in above if row.start >= self._end]
        divides = all(row.end - row.start <= _LONGEST and text[row.end - 1] not in ".!?" for row in between)
        fits = any(len(row.cells) - 1 in (len(self._heads), self._levels) for row in rows)
        if len(between) > _BETWEEN or len(between) < len(above[-_BETWEEN:]) or not (divides and fits):
            return None
        self._section = text[between[-1].start : between[-1].end] if between else ""
        return self

    def grid(self, text: str, rows: Sequence[Row]) -> Iterator[Grid]:
        """Yield a group of rows as a table; a label that stood before is of something else, as parts of costs are."""
        width, body = len(self._heads), list[Row]()
        for row in rows:
            label, short = row.cells[0].text, width + 1 - len(row.cells)
            if label not in self._seen and (short == 0 or len(row.cells) - 1 == self._levels):
                empty = Cell(row.end, row.end, "")
                cells = tuple(_unsigned(cell) for cell in row.cells)
                body.append(Row(row.start, row.end, (*cells, *(empty,) * short)))
            self._seen.add(label)
        start = rows[0].start if self._start is None else self._start
        titles = tuple(Cell(mark.start, mark.end, said) for mark, said in self._heads)
        head = Row(start, rows[0].start, (Cell(start, start, ""), *titles))
        if body:
            yield Grid(start, rows[-1].end, (head, *body), f"{self._section} {self._caption}".strip())
        self._start, self._end = None, rows[-1].end


def headed(text: str, above: Sequence[Row], rows: Sequence[Row], plain: bool) -> Headed | None:
    """Return the table that some rows of numbers are, whose heads stand on the lines above; None where there are none.

    `plain` says that the nearest line alone is read as their heads already.
    """
    lines, width = [Stretch(row.start, row.end) for row in above], len(rows[0].cells) - 1
    found = over(text, lines, width) or over_zh(text, lines, width)
    if found is None or (plain and not (found.several or _TELLS.search(found.caption))):
        return None
    return Headed(found, in_currency(found.caption, text[rows[0].start : rows[-1].end]), rows[-1].end)


def _unsigned(cell: Cell) -> Cell:
    """Return a cell without the sign of a currency, which the caption tells for all of them."""
    sign = _SIGN.match(cell.text)
    return Cell(cell.start + sign.end(), cell.end, cell.text[sign.end() :]) if sign else cell

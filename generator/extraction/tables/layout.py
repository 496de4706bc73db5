"""How a table is laid out: its parts, each with heads over its columns and labels before its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.extraction.frozen import frozen
from generator.extraction.tables.cells import states
from generator.extraction.tables.heads import ADJUSTED, Head, Heads
from generator.extraction.tables.shapes import Grid, Row
from generator.extraction.tables.spread import in_span, spread, titled
from generator.extraction.tables.units_named import unit_in

_LEAST = 2  # rows of a table, and columns that a row of heads inside it stands over
_GOES_ON = re.compile(
    rf"{ADJUSTED.pattern}|^costs? of (?:sales|revenues?|goods sold)\b.* .*(?:sales|revenues?|services)\b"
    r"|^(?:营业|销售|主营业务)?成本.* .*(?:收入|销售)",
    re.I,
)
# What a caption only says of whom and where a table is: `Global`, `Top 5 vendors`, 全球前五大厂商
_OF_ALL = re.compile(
    r"\b(?:(?:global|worldwide|preliminary|quarterly|ranking|estimates?)\b|table \d{1,2}\.?|top\b(?: (?:\d{1,2}|three|five|ten)\b)?|(?:by )?(?:vendor|brand|maker|compan(?:y|ie)|supplier)s?\b)"
    r"|全球|前[三五十]大?|排名|厂商|品牌",
    re.I,
)
_SHARE = re.compile(r"\bshares?\b|份额|占有率|市占率", re.I)
_COUNTED_BY = re.compile(
    r"\((?:(?:based on|by|in|of|unit|按|以)\s?)*(?:shipments?|sales|volumes?|units?|sell-(?:in|through|out)|出货量|销量)(?: ?volumes?| ?units?)?,? ?%?(?:计算?)?\)",
    re.I,
)
_WORDS = re.compile(r"[A-Za-z]{2}|[一-鿿]{2}")
# `iPhone sales stayed firm, while Services carried the load.`: a sentence above a table that is on more than it tells
_SENTENCE = re.compile(r"(?=[^\n]*[a-z][.!]$)[ -~‘’“”–—]{30,}")
_INTRODUCES = re.compile(
    r"\b(?:tables?|charts?|figures?|below|following|follows|shows?|summari[sz]e[sd]?|breakdown|broken down|break down|listed|lists?|overview|set out)\b",
    re.I,
)


@frozen
class Label:
    """What stands before a row, and what it says: by itself, and under a head that says `Non-GAAP`."""

    text: str
    head: Head
    adjusted: Head

    def under(self, column: Head) -> Head:
        """Return what the row is of in a column; only some of a table's may be of adjusted figures."""
        return self.adjusted if column.adjusted else self.head


@frozen
class Part:
    """Rows of a table under heads of their own; the first head is the corner's, over the labels."""

    body: Sequence[Row]
    labels: Sequence[Label]
    heads: Sequence[Head]
    caption: Head


class Layout:
    """Reads how the tables of one text are laid out, and what their labels say."""

    def __init__(self, text: str, heads: Heads) -> None:
        self._text, self._heads = text, heads

    def parts(self, grid: Grid) -> Iterator[Part]:
        """Yield the parts of a table: balances below results have columns of their own."""
        rows, caption = grid.rows, self._caption(grid.caption)
        stated = next((i for i, row in enumerate(rows) if self._states(row)), len(rows))
        lows = [i for i in range(stated + 1, len(rows) - 1) if self._heads_columns(rows[i])]
        lows = [low for low in lows if low - 1 not in lows]
        for low, high in pairwise([0, *lows, len(rows)]):
            yield self._part(rows[low:high], caption, grid.caption)

    def _caption(self, said: str) -> Head:
        """Return what stands above a table; a sentence that only comes before it tells no part of what the table is of."""
        caption = self._heads.read(_OF_ALL.sub(" ", _share_alone(said)))
        comes_before = _SENTENCE.fullmatch(said) and not _INTRODUCES.search(said)
        return replace(caption, segment=None) if comes_before else caption

    def _part(self, rows: Sequence[Row], caption: Head, title: str) -> Part:
        top = self._top(rows)
        body = rows[len(top) :]
        columns = spread(top, body)
        over = [self._heads.read(said) for said in in_span(columns, title)]
        if over and over[0].adjusted:  # `Non-GAAP (RMB million)` in the corner
            over = [replace(head, adjusted=True) for head in over]
        adjusted = any(head.adjusted for head in over)
        labels = [self._label(row.cells[0].text, said, adjusted) for row, said in zip(body, titled(body), strict=True)]
        return Part(body, labels, over or [self._heads.read("")] * len(body[0].cells), caption)

    def _top(self, rows: Sequence[Row]) -> list[Row]:
        """Return the rows that head the columns: those before the first that states an amount; years are none.

        What stands alone in its row is the title of rows, but for a unit.
        """
        top: list[Row] = []
        for row in rows[:-1]:
            if (row.titles and not unit_in(row.cells[0].text)) or self._states(row):
                break
            top.append(row)
        return top

    def _states(self, row: Row) -> bool:
        """Whether a row states an amount; a year is none."""
        return any(states(self._text, cell) and not self._heads.read(cell.text).period for cell in row.cells[1:])

    def _heads_columns(self, row: Row) -> bool:
        """Whether a row holds words over several columns, a period or a change among them, and no number."""
        words = [cell.text for cell in row.cells[1:] if cell.text]
        if len(words) < _LEAST or not all(_WORDS.search(said) for said in words) or self._states(row):
            return False
        return any(head.period or head.change for head in map(self._heads.read, words))

    def _label(self, own: str, under: str, adjusted: bool) -> Label:
        """Return what a row is of; `adjusted` says that it is read under a head of adjusted figures as well."""
        said, head = self._said(own, under)
        return Label(said, head, self._heads.read(said, adjusted=True) if adjusted and not head.adjusted else head)

    def _said(self, own: str, under: str) -> tuple[str, Head]:
        """Return a row's own label, with the line over it where it names no metric by itself, and what that says.

        `Non-GAAP` and `Cost of sales:` over rows go for all of them: below the second, `Vehicle sales` are none.
        """
        alone = self._heads.read(own)
        if own == under or (alone.metric and not _GOES_ON.search(under)):
            return own, alone
        both = self._heads.read(under)
        return (under, both) if both.metric else (own, alone)


def _share_alone(caption: str) -> str:
    """Return a caption of shares without the bracket that only says what they are shares of: `(Shipments %)`."""
    return _COUNTED_BY.sub("", caption) if _SHARE.search(caption) else caption


def under_its_title(grid: Grid) -> Grid:
    """Return a table without the first rows that only its first cell fills: they are its caption."""
    rows, caption = grid.rows, grid.caption
    while len(rows) > _LEAST and rows[0].titles:
        rows, caption = rows[1:], f"{caption} {rows[0].cells[0].text}".strip()
    return replace(grid, rows=rows, caption=caption)

"""Where tables stand in a text: lines of cells parted by bars, or lines that end in columns of numbers."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, groupby
from operator import attrgetter, itemgetter

from generator.corpus.document import Span
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence
from generator.extraction.tables.beside import with_unit_below
from generator.extraction.tables.columns import heads_of
from generator.extraction.tables.consensus_heads import consensus_table
from generator.extraction.tables.declared_columns import declared
from generator.extraction.tables.ended_days import ended_days
from generator.extraction.tables.flat import blocks
from generator.extraction.tables.flat_grids import flat_grids, run_in
from generator.extraction.tables.headed import Headed, headed
from generator.extraction.tables.headed_lists import headed_lists
from generator.extraction.tables.lines import Kind, cell_at, closed, lines_of, parted
from generator.extraction.tables.list_leads import lead_of
from generator.extraction.tables.missing_corner import with_corner
from generator.extraction.tables.named_head import crammed, head_above, under
from generator.extraction.tables.namer import Knower, Namer, knows_all, names_nothing
from generator.extraction.tables.over import in_currency
from generator.extraction.tables.ranked_rows import unranked
from generator.extraction.tables.shapes import Grid, Row
from generator.extraction.tables.spread import evened
from generator.extraction.tables.torn_heads import whole_heads

_LEAST = 2  # lines, and cells in each, that make a table
_OVER = 16  # lines above columns without bars, among which their heads stand
_TITLE = 260  # characters before a table that its sentence begins with and that are its title
_SOURCE = re.compile(r"(?:Sources?|(?:数据|资料)?来源) ?: ")  # of what stands above it
_start = attrgetter("start")


def parts(reading: Reading, namer: Namer, knower: Knower = knows_all) -> Iterator[Sentence | Grid]:
    """Yield a document's sentences in order, and where a table stands, the table in place of its lines."""
    tables = sorted(
        chain.from_iterable(_within(reading, part, namer, knower) for part in reading.document.readable), key=_start
    )
    at, told = 0, -1  # the table that lies ahead, or that a sentence stands in; the last one that was given
    for sentence in reading.sentences:
        while at < len(tables) and tables[at].end <= sentence.start:
            at += 1
        if at == len(tables) or sentence.start < tables[at].start - (_TITLE if sentence.end > tables[at].start else 0):
            yield sentence
            continue
        while at < len(tables) and tables[at].start < sentence.end:  # one line may hold several
            if at > told:
                yield tables[at]
            told, at = at, at + 1
        at = told


def _within(reading: Reading, part: Span, namer: Namer, knower: Knower) -> Iterator[Grid]:
    """Yield the tables of a part of a document that is read; front matter is no head of any."""
    text, start, end = reading.text, reading.folded.position(part.start), reading.folded.position(part.end)
    lists = list(declared(text, start, end))
    lists += [found for found in headed_lists(text, start, end, namer, knower) if not _overlaps(found, lists)]
    yield from lists
    for grid in grids(text, start, end, namer):
        if not _overlaps(grid, lists):
            lead = lead_of(grid.caption, namer)
            yield with_unit_below(text, replace(grid, caption=lead.said) if lead else grid)
    for block in blocks(text, start, end):
        yield from flat_grids(text, *block, namer, stacked=True)


def _overlaps(grid: Grid, others: Iterable[Grid]) -> bool:
    return any(other.start < grid.end and grid.start < other.end for other in others)


def grids(text: str, start: int = 0, end: int = sys.maxsize, namer: Namer = names_nothing) -> Iterator[Grid]:
    """Yield the tables of a stretch of a text. A blank line ends one, and so does the head of the next: a line with a rule below it."""
    above: list[Row] = []  # the last lines of words: a caption, or heads of columns without bars
    further: list[Row] = []  # more of them, past blank lines
    captioned: list[Row] = []  # what stands above the table just read, which goes for one right below it too
    titles = (Row(start, start, ()), Row(start, start, ()))  # the last two lines of words
    standing: Headed | None = None  # the table without bars that stands last, which lines of words may divide
    for kind, lines in groupby(_lines(text, start, end), key=itemgetter(0)):
        rows = [row for _, row in lines]
        if kind == "words":
            captioned = []
            above, further = rows[-2:], [*further, *rows][-_OVER:]
            words = (*titles, *rows)
            for i, row in enumerate(rows):
                yield from run_in(text, words[i], words[i + 1], row, namer)
            titles = words[-2], words[-1]
        elif kind == "bars":
            captioned = above or captioned
            for i, table in enumerate(parted(text, rows)):
                table = crammed(text, table, namer) or table
                yield from _grid(text, table, _caption(text, captioned if i == 0 else []))
            above, further = [], []
        elif kind == "columns":
            if told := _told_above(text, further, rows, namer):
                yield from _grid(text, *told)
                above, further, standing = [], [], None
                continue
            heads = _headed(text, above[-1:], len(rows[0].cells) - 1)
            if several := headed(text, further, rows, bool(heads)):
                heads = []
            standing = several or (None if heads or standing is None else standing.goes_on(text, further, rows))
            if standing:
                yield from standing.grid(text, rows)
            else:
                yield from _grid(text, heads + rows, _caption(text, above[:-1] if heads else above))
            above, further = [], []


def _lines(text: str, start: int, end: int) -> Iterator[tuple[Kind, Row]]:
    """Yield the lines of a stretch, a table's put together where its page has parted or torn them."""
    return whole_heads(text, closed(text, lines_of(text, start, end)))


def _told_above(text: str, above: list[Row], rows: list[Row], namer: Namer) -> tuple[list[Row], str] | None:
    """Return rows under the heads that the lines above them are, and the caption, where these name each column."""
    if expected := consensus_table(text, above, rows):
        return expected
    named = head_above(text, above, rows, namer)
    return (under(named, rows), named.caption) if named else None


def _headed(text: str, above: list[Row], count: int) -> list[Row]:
    """Return the row of heads that the line above some columns is, none where it is no such line."""
    for line in above:
        if found := heads_of(text, line.start, line.end, count):
            corner, *heads = (cell_at(text, *head) for head in found)
            told = ended_days(corner.text, [head.text for head in heads])
            cells = (replace(head, text=said) for head, said in zip(heads, told, strict=True))
            return [Row(line.start, line.end, (corner, *cells))]
    return []


def _caption(text: str, above: list[Row]) -> str:
    said = text[above[-1].start : above[-1].end].strip(" |") if above else ""
    return "" if _SOURCE.match(said) else said


def _grid(text: str, rows: list[Row], caption: str) -> Iterator[Grid]:
    if len(rows) >= _LEAST:
        caption = in_currency(caption, text[rows[0].start : rows[-1].end])
        yield Grid(rows[0].start, rows[-1].end, evened(unranked(with_corner(rows))), caption)

"""Tables that a page has flattened into one line: `2025 Q4 2025 Q3 Deliveries 124,807 87,071`, heads and rows one after another."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.extraction.periods.in_text import period_mentions
from generator.extraction.tables.columns import MOVED_BY, NUMBER, RANGE, YEAR, Stretch
from generator.extraction.tables.flat_heads import Titled, aside_of, head_row, heads_before, lacks_its_span, levels_of

_BLANK = r"[ \t\n]"  # no reference mark, which ends a sentence
# `$ 36,455` and `27 %`: a table's signs may stand apart from its numbers; `$(149)` and `(3)%`, outside of a loss's brackets
_UNIT = r"(?: ?%\)?| ?ppts?| ?pts| ?bps?)"
_ANY = rf"(?:{RANGE}|(?:{MOVED_BY}|(?:US\$|HK\$|RMB|[$€£])(?: |(?=\()))?{NUMBER}{_UNIT}?|N/A|NM|Flat)(?:(?=[ \t\n一-鿿]|$)|(?<=点)(?=[+-]?\d))"
_RUN = re.compile(rf"(?<=[ \t\n)%一-鿿]){_ANY}(?:(?:{_BLANK}+|(?<=点))(?:{_ANY}|[-—](?={_BLANK})))+")
_CELL = re.compile(rf"{_ANY}|[-—]")
_LABEL = re.compile(r"(?:[A-Z(]|[a-z][A-Z]|(?:vivo|realme|itel|firefly)\b)[^.;:]*|-?[一-鿿][^。;:]*")
_STOP = re.compile(r"(?:(?<=[a-z\d%)])[.!?]\s+(?=[A-Z(])|[。!?])\s*")
_LEAST = 2  # numbers in a row, and rows or heads that make a table
_LABEL_MOST = 70  # characters of a row's label
_AMID = 3  # rows of a table that prose stands before or behind
_CAPTION_MOST = 240  # characters of what stands before the heads
# Lines of up to 44 characters, blank ones between them or not.
_BLOCK = re.compile(r"(?:^[^\n|]{1,44}(?:\n+|\Z)){6,}", re.M)
_FIGURES = re.compile(rf"^(?:{RANGE}|{NUMBER})$", re.M)
_FEWEST = 4  # lines of a block that hold a number alone
_MASK = "§"


class FlatRow(NamedTuple):
    """The label and the cells of one row, each with the text that is read of it."""

    cells: tuple[tuple[Stretch, str], ...]


class Flat(NamedTuple):
    """A flattened table: what stands before its heads, its heads, its rows; how many columns stand before those of changes; where its own sentence begins."""

    caption: Stretch
    heads: FlatRow
    rows: tuple[FlatRow, ...]
    levels: int
    start: int


def blocks(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Stretch]:
    """Yield the runs of short lines that may be a table whose cells stand each on a line of its own."""
    for block in _BLOCK.finditer(text, start, end):
        if len(_FIGURES.findall(block.group())) >= _FEWEST:
            yield Stretch(*block.span())


def flat_tables(text: str, start: int, end: int, before_heads: int = 0) -> Iterator[Flat]:
    """Yield the tables of a line, or of a run of short ones; of one that holds anything else, those of some rows.

    Where `before_heads` is told, so many characters before the heads are the caption, and what stands before is not.
    """
    even = one_line(text) if text.find("\n", start, end) >= 0 else text  # `September 30,` and `2025` below it
    table: Flat | None = None
    low, least = start, 1
    for run in runs_of(even, start, end):
        before, width = Stretch(low, run[0].start), len(run)
        if heads := heads_before(even, before, width):
            yield from _rows_of(table, least)
            least = 1 if table or low == start else _AMID
            if before_heads:
                low = max(low, heads[0][0].start - before_heads)
            table = _under(even, low, heads, stacked=before_heads > 0)
            before = Stretch(heads[-1][0].end, before.end)
        label = _label(text, before)
        if table and label:
            table = table._replace(rows=(*table.rows, *_row(text, table, label, run)))
        else:
            yield from _rows_of(table, _AMID)
            table = None
        low = run[-1].end
    yield from _rows_of(table, least)


def _rows_of(table: Flat | None, least: int) -> Iterator[Flat]:
    """Yield a table where it has so many rows."""
    if table and len(table.rows) >= least:
        yield table


def _under(even: str, low: int, heads: list[Titled], stacked: bool) -> Flat | None:
    """Return a table without rows below heads; its caption is the sentence before them, of `stacked` cells all before. None below long prose."""
    at = heads[0][0].start
    stops = [low] if stacked else [low, *(s.end() for s in _STOP.finditer(even, max(low, at - _CAPTION_MOST), at))]
    if not stacked and at - stops[-1] > _CAPTION_MOST:
        return None
    start = stops[-1]
    if lacks_its_span(even, start, heads):
        return None
    return Flat(Stretch(start, at), FlatRow(tuple(head_row(even, start, heads))), (), levels_of(heads), start)


def _row(text: str, table: Flat, label: Stretch, run: tuple[Stretch, ...]) -> Iterator[FlatRow]:
    """Yield the row of a label and its cells where they are as many as the columns, or as those before changes."""
    short = len(table.heads.cells) - 1 - len(run)
    if short == 0 or len(run) == table.levels:  # `Operating margin 38% 25%`, and nothing under `% Change`
        cells = [*run, *[Stretch(run[-1].end, run[-1].end)] * short]
        yield FlatRow(((label, text[slice(*label)]), *((cell, text[slice(*cell)]) for cell in cells)))


@lru_cache(maxsize=1)
def one_line(text: str) -> str:
    """Return a text with blanks in place of its line ends."""
    return text.replace("\n", " ")


@lru_cache(maxsize=64)  # a line is asked whether it holds a table, and then which
def runs_of(text: str, start: int, end: int) -> tuple[tuple[Stretch, ...], ...]:
    """Return the cells of each run of numbers with nothing but blanks between, periods left out."""
    if _RUN.search(text, start, end) is None:
        return ()
    letters = list(text[start:end])
    for mention in period_mentions(text, start, end):
        low, high = mention.start - start, mention.end - start
        letters[low:high] = _MASK * (high - low)
    masked, found = "".join(letters), []
    for run in _RUN.finditer(masked):
        cells = tuple(Stretch(start + c.start(), start + c.end()) for c in _CELL.finditer(masked, *run.span()))
        numbers = [cell for cell in cells if any(map(str.isdigit, text[slice(*cell)]))]
        if len(numbers) >= _LEAST and not all(YEAR.match(text, *cell) for cell in numbers):
            found.append(cells)
    return tuple(found)


def _ends(text: str, before: Stretch) -> int:
    """Return where a stretch ends, without the blanks behind it: its last line is the label."""
    return before.start + len(text[slice(*before)].rstrip())


def _label(text: str, before: Stretch) -> Stretch | None:
    """Return the label that stands before a run of cells, behind what stands in brackets."""
    start = max(before.start + len(aside_of(text, *before)), text.rfind("\n", before.start, _ends(text, before)) + 1)
    said = text[start : before.end].rstrip()
    is_label = _LABEL.fullmatch(said) and len(said) <= _LABEL_MOST
    return Stretch(start, start + len(said)) if is_label else None

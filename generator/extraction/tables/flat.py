"""Tables that a page has flattened into one line: `2025 Q4 2025 Q3 Deliveries 124,807 87,071`, heads and rows one after another."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.extraction.periods.mention import period_mentions
from generator.extraction.tables.columns import (
    BETWEEN,
    CHANGE_HEAD,
    MOVED_BY,
    NUMBER,
    RANGE,
    YEAR,
    Stretch,
    times_and_changes,
)
from generator.extraction.tables.spanned_years import spanned_years

_BLANK = r"[ \t\n]"  # no reference mark, which ends a sentence
# `$ 36,455` and `27 %`: a table's signs may stand apart from its numbers; `$(149)` and `(3)%`, outside of a loss's brackets
_ANY = rf"(?:{RANGE}|(?:{MOVED_BY}|(?:US\$|HK\$|RMB|[$€£])(?: |(?=\()))?{NUMBER}(?: ?%\)?| ppts?| pts| bps)?|N/A|NM|Flat)(?=[ \t\n一-鿿]|$)"
_RUN = re.compile(rf"(?<=[ \t\n)%一-鿿]){_ANY}(?:{_BLANK}+(?:{_ANY}|[-—](?={_BLANK})))+")
_CELL = re.compile(rf"{_ANY}|[-—]")
_AGAINST = re.compile(r"(?:year|quarter)\s?-?\s?(?:on|over)\s?-?\s?(?:year|quarter)(?:\s%?\s?change)?", re.I)
_ASIDE = re.compile(r"(?:\s*(?:\([^()]*\)|RMB|CNY|US\$|HK\$|[Uu]naudited|[Aa]udited))*\s*")
_CURRENCIES = re.compile(r"RMB|CNY|US\$|HK\$")
_LABEL = re.compile(r"[A-Z(][^.;:]*|-?[一-鿿][^。;:]*")
_SPAN = re.compile(
    r"\b(?:three|six|nine|twelve) months ended\b|\byear ended\b|止(?:[三六九369]|十二|12)个月|止年度", re.I
)
_LEAST = 2  # numbers in a row, and rows or heads that make a table
_LABEL_MOST = 70  # characters of a row's label
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
    """A flattened table: what stands before its heads, its heads, its rows; how many columns stand before those of changes."""

    caption: Stretch
    heads: FlatRow
    rows: tuple[FlatRow, ...]
    levels: int


def blocks(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Stretch]:
    """Yield the runs of short lines that may be a table whose cells stand each on a line of its own."""
    for block in _BLOCK.finditer(text, start, end):
        if len(_FIGURES.findall(block.group())) >= _FEWEST:
            yield Stretch(*block.span())


def flat_tables(text: str, start: int, end: int, before_heads: int = 0) -> Iterator[Flat]:
    """Yield the tables of a line, or a run of short ones, that holds nothing else; none of prose.

    Where `before_heads` is told, so many characters before the heads are the caption, and what stands before is not.
    """
    even = text.replace("\n", " ") if text.find("\n", start, end) >= 0 else text  # `September 30,` and `2025` below it
    runs = runs_of(even, start, end)
    table: Flat | None = None
    low = start
    for run in runs:
        before, width = Stretch(low, run[0].start), len(run)
        if heads := _heads(even, before, width):
            if before_heads:
                low = max(low, heads[0].start - before_heads)
            elif table is None and heads[0].start - low > _CAPTION_MOST:
                return
            if table and table.rows:
                yield table
            before = Stretch(heads[-1].end, before.end)
            aside = _aside(text, before)
            if len(set(_CURRENCIES.findall(aside))) > 1:
                return  # a column of dollars beside those of yuan
            table = Flat(Stretch(low, heads[0].start), _head_row(even, low, heads, aside), (), _levels(even, heads))
        label = _label(text, before)
        if table is None or label is None:
            return
        short = len(table.heads.cells) - 1 - width
        if short == 0 or width == table.levels:  # `Operating margin 38% 25%`, and nothing under `% Change`
            cells = [*run, *[Stretch(run[-1].end, run[-1].end)] * short]
            row = FlatRow(((label, text[slice(*label)]), *((cell, text[slice(*cell)]) for cell in cells)))
            table = table._replace(rows=(*table.rows, row))
        low = run[-1].end
    if table and table.rows:
        yield table


def runs_of(text: str, start: int, end: int) -> list[tuple[Stretch, ...]]:
    """Return the cells of each run of numbers with nothing but blanks between, periods left out."""
    if _RUN.search(text, start, end) is None:
        return []
    masked = text[start:end]
    for mention in period_mentions(text, start, end):
        low, high = mention.start - start, mention.end - start
        masked = masked[:low] + _MASK * (high - low) + masked[high:]
    found = []
    for run in _RUN.finditer(masked):
        cells = tuple(Stretch(start + c.start(), start + c.end()) for c in _CELL.finditer(masked, *run.span()))
        numbers = [cell for cell in cells if any(map(str.isdigit, text[slice(*cell)]))]
        if len(numbers) >= _LEAST and not all(YEAR.match(text, *cell) for cell in numbers):
            found.append(cells)
    return found


def _heads(text: str, before: Stretch, width: int) -> list[Stretch]:
    """Return the last heads of columns side by side in a stretch, as many as asked for; none where there are fewer."""
    heads = times_and_changes(text, *before, _AGAINST)
    ends = [i for i, (one, other) in enumerate(pairwise(heads)) if not BETWEEN.fullmatch(text, one.end, other.start)]
    group = heads[ends[-1] + 1 :] if ends else heads
    group = group if len(group) == width else []
    return group if any(period_mentions(text, *head) or YEAR.fullmatch(text, *head) for head in group) else []


def _head_row(text: str, low: int, heads: list[Stretch], aside: str) -> FlatRow:
    """Return the row of heads; a day over a column of `three months ended` is that of the months.

    `aside` is what stands in brackets behind them, and goes for all: `(RMB in millions)`.
    """
    span = _SPAN.search(text, low, heads[0].end)
    cells = [(Stretch(low, heads[0].start), aside)]
    told = spanned_years(text[low : heads[0].start], [re.sub(r"-\s", "-", text[slice(*head)]) for head in heads])
    for head, said in zip(heads, told, strict=True):
        day = span and any(m.scope == "instant" for m in period_mentions(text, *head))
        cells.append((head, _ended(span[0], said) if day and span else said))
    return FlatRow(tuple(cells))


def _levels(text: str, heads: list[Stretch]) -> int:
    """Return how many columns stand before those of changes, where these stand at the end; all of them otherwise."""
    moved = [bool(_AGAINST.search(text, *head) or CHANGE_HEAD.search(text, *head)) for head in heads]
    levels = moved.index(True) if True in moved else len(heads)
    return levels if all(moved[levels:]) else len(heads)


def _ended(span: str, day: str) -> str:
    """Return the span of time that ended with a day: `three months ended June 30, 2018`, 截至2018年6月30日止六个月."""
    return f"截至{day}{span}" if span.startswith("止") else f"{span} {day}"


def _ends(text: str, before: Stretch) -> int:
    """Return where a stretch ends, without the blanks behind it: its last line is the label."""
    return before.start + len(text[slice(*before)].rstrip())


def _aside(text: str, before: Stretch) -> str:
    """Return what a stretch opens with in brackets, and the blanks around it."""
    found = _ASIDE.match(text, *before)
    return found[0] if found else ""


def _label(text: str, before: Stretch) -> Stretch | None:
    """Return the label that stands before a run of cells, behind what stands in brackets."""
    start = max(before.start + len(_aside(text, before)), text.rfind("\n", before.start, _ends(text, before)) + 1)
    said = text[start : before.end].rstrip()
    is_label = _LABEL.fullmatch(said) and len(said) <= _LABEL_MOST
    return Stretch(start, start + len(said)) if is_label else None

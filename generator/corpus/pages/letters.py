"""Tables in a text of letters of one width, as `pdftotext -layout`, text browsers and filings set them: by blanks."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from statistics import median_low

from generator.corpus.pages.boxes import Box
from generator.corpus.pages.columns import LEAST, runs
from generator.corpus.pages.spacing import WIDTH, cells
from generator.corpus.pages.tables import tables

_ROW = re.compile(r"(?![ \t]*[|+])(?=.*\S {2,}\S).*(?:\d[%)]*|(?<=\s)[–—-])\s*")
_WORD = re.compile(r"\S+")
_RULE = re.compile(r"[\s=_─━—–-]+")  # a line of these is drawn
_HEIGHT, _WAY = 1.5 * WIDTH, 2 * WIDTH  # of a line of letters, from line to line
_MOST = 0.6  # of the rows of a table that stand under one another
_OFF = 3 * WIDTH  # how far a number may stand from where its column has it
_HEADS = re.compile(r"\s{12,}\S|.*\S {2,}\S")  # a line of words behind the labels, or of several cells
_LONGEST = 300  # rows of a table: more are data, and no statement
_BETWEEN = 4  # lines of words that may stand between two rows of one table
_ABOVE = 12  # lines over its first row that may be its heads


def aligned(text: str) -> str:
    """Return a text with the tables that its blanks make as rows of cells between bars; all else as it was."""
    lines = text.split("\n")
    told: list[str] = []
    done = 0
    rows = [i for i, line in enumerate(lines) if _ROW.fullmatch(line)]
    for run in runs(rows, lambda row, after: _parted(lines[row + 1 : after])):
        if len(run) > _LONGEST:
            continue
        above = max(done, run[0] - _ABOVE)
        for table in tables(_set(lines[above : run[-1] + 1])):
            low, high = above + round(-table.top / _WAY), above + round(-(table.bottom + _HEIGHT) / _WAY)
            told += [*lines[done:low], *table.rows]
            done = high + 1
    return "\n".join([*told, *lines[done:]]) if done else text


def _parted(between: Sequence[str]) -> bool:
    """Whether lines between two rows part two tables: heads between them begin another."""
    return len(between) > _BETWEEN or any(map(_HEADS.match, between))


def _set(lines: Sequence[str]) -> list[Box]:
    """Return the words of lines where they stand, those of one cell together; none where they make no columns.

    A text browser gives a Chinese letter the room of two, `pdftotext` that of one: it is whichever makes columns.
    """
    ways = ([list(_words(line, -i * _WAY, wide)) for i, line in enumerate(lines)] for wide in (2, 1))
    found = min(ways, key=lambda words: _ragged([line[-1] for line in map(_numbers, words) if line]))
    alike = defaultdict(list)
    for line in map(_numbers, found):
        alike[len(line)].append(line)
    straight = {count: moved for count, same in alike.items() if count and (moved := _straight(same))}
    most = max(straight, key=lambda count: len(straight[count]) * (count >= LEAST), default=0)
    if most < LEAST or len(straight[most]) < LEAST * most:
        return []
    columns = list(straight[most].values())[:most]
    places = {name: box for moved in straight.values() for name, box in moved.items()}
    placed = ([places.get(id(box), box) for box in line] for line in found)
    return [cell for line in placed for cell in cells(line, columns)]


def _words(line: str, top: float, wide: int) -> Iterator[Box]:
    ends = [0, *accumulate(wide if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)]
    for word in () if _RULE.fullmatch(line) else _WORD.finditer(line):
        left, right = ends[word.start()] * WIDTH, ends[word.end()] * WIDTH
        yield Box(left, top - _HEIGHT, right, top, word.group())


def _numbers(line: Sequence[Box]) -> list[Box]:
    return [box for box in line if box.states]


def _ragged(boxes: Sequence[Box]) -> int:
    """Return on how many places the nearer edges of numbers in one column stand."""
    return min(len({box.left for box in boxes}), len({box.right for box in boxes}))


def _straight(rows: Sequence[Sequence[Box]]) -> dict[int, Box]:
    """Return the numbers of rows that have as many, each where its column has it; none where most make no columns.

    They may be some letters off: `pdftotext` sets `247,795 34,808` under `34,799   4,888`.
    """
    edges = [_edge(column) for column in zip(*rows, strict=True)]
    moved: dict[int, Box] = {}
    for row in rows:
        ways = [at - getattr(box, edge) for box, (edge, at) in zip(row, edges, strict=True)]
        if max(map(abs, ways)) <= _OFF:
            moved |= {id(box): _moved(box, way) for box, way in zip(row, ways, strict=True)}
    return moved if len(moved) >= len(rows) * len(edges) * _MOST else {}


def _edge(column: Sequence[Box]) -> tuple[str, float]:
    """Return the edge at which the numbers of a column stand under one another, and where it is."""
    ways = [(edge, median_low(getattr(box, edge) for box in column)) for edge in ("right", "left")]
    return min(ways, key=lambda way: sum(abs(way[1] - getattr(box, way[0])) for box in column))


def _moved(box: Box, way: float) -> Box:
    return box._replace(left=box.left + way, right=box.right + way)

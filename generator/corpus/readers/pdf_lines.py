"""The lines of a PDF's page, and the paragraphs that they make: a line that its column ended goes on in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pypdfium2.raw import FPDFText_GetFontSize

from generator.corpus.pages.tables import Table, tables
from generator.corpus.pages.words import hyphened, joined
from generator.corpus.readers.pdf_boxes import boxes
from generator.corpus.readers.pdf_rules import frames

_NEAR = 25.0  # points: lines that begin this close to one another are of one column, an indent of the first included
_ROWS = 2  # of a table
_LEAST = 2  # upright rules of a frame around one thing, which parts nothing
_RAGGED = 0.25  # of a column's width: how much shorter a line may be that only ended because the next word was long
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_STOP = re.compile(r"[.!?:;。！？：；…][\"'”’」』）)]*$")
_GOES_ON = re.compile(rf"[{_HAN}A-Za-z0-9(“‘\"'「（$€£¥%+\-−–]")
_ITEM = re.compile(
    r"(?:[•·‣▪■□●○◆*–—-]|\(?\d{1,2}(?:[.)](?=\s)|、)|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)\s*\S"
)
_NUMBER = re.compile(r"[(+\-−–]?[$€£¥]?\d[\d,.]*[%)]*|[–—-]")


class Line(NamedTuple):
    """One line as it stands on a page: its words, where they begin and end in points from the left, their size.

    A row of a table has no size: it is no part of a paragraph.
    """

    words: str
    left: float
    right: float
    size: float


def lines(page: Any) -> Iterator[Line]:
    """Yield the lines of a page's text (pypdfium2's text page), in its order; a table's rows in place of its lines."""
    text = page.get_text_range()
    drawn = [rules for rules in frames(page.page) if len(rules.upright) > _LEAST]
    waiting = tables(list(boxes(page)), drawn) if drawn or _may_hold_tables(text) else []
    told: list[Table] = []
    start = 0
    for words in text.split("\r\n"):
        inside = [i for i in range(start, start + len(words)) if not text[i].isspace()]
        if inside and inside[-1] < page.count_chars():
            left, bottom, _, top = page.get_charbox(inside[0])
            right = page.get_charbox(inside[-1])[2]
            table = next((table for table in waiting if table.holds(left, right, (bottom + top) / 2)), None)
            if table is None:
                yield Line(words.strip(), left, right, FPDFText_GetFontSize(page.raw, inside[0]))
            elif table not in told:
                told.append(table)
                yield from (Line(row, table.left, table.right, 0) for row in ("", *table.rows, ""))
        start += len(words) + 2


def _may_hold_tables(text: str) -> bool:
    """Whether lines end in numbers, or are one: to ask where each word stands takes as long as to read them all."""
    ends = [[bool(_NUMBER.fullmatch(word)) for word in line.split()[-2:]] for line in text.split("\r\n")]
    return sum(len(end) == 2 and all(end) for end in ends) >= _ROWS or ends.count([True]) >= _ROWS * 2


def paragraphs(found: list[Line]) -> str:
    """Return the text of lines, those that make a paragraph on one line."""
    pieces: list[str] = []
    for i, line in enumerate(found):
        if pieces and line.size and _wrapped(found[i - 1], line, found):
            pieces[-1] = joined(pieces[-1], line.words)
        else:
            pieces.append(line.words)
    return "\n".join(map(hyphened, pieces))


def _wrapped(line: Line, following: Line, found: list[Line]) -> bool:
    if (
        abs(line.size - following.size) > 0.5
        or _STOP.search(line.words)
        or _ITEM.match(following.words)
        or not _GOES_ON.match(following.words)
    ):
        return False
    if _tabular(line.words) or _tabular(following.words):
        return False
    column = [other for other in found if abs(other.left - line.left) <= _NEAR]
    left, right = min(other.left for other in column), _edge(column)
    return len(column) > 2 and line.right >= right - (right - left) * _RAGGED


def _edge(column: list[Line]) -> float:
    """Return where a column ends: where most of its lines do, as against a heading over several columns."""
    ends = sorted(line.right for line in column)
    return ends[int(len(ends) * 0.8)]


def _tabular(words: str) -> bool:
    tokens = words.split()
    return len(tokens) > 1 and sum(bool(_NUMBER.fullmatch(token)) for token in tokens) * 2 >= len(tokens)

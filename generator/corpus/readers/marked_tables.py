"""Tables of HTML into rows of cells between bars: what stands over several columns is said once, blanks follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree, html

from generator.corpus.bars import barred

_LEAST = 2  # columns of a table: one with fewer is a frame around a text
_MOST = 60  # columns that a cell may claim to stand over
_OPENS, _CLOSES = re.compile(r"<table\b", re.I), re.compile(r"</table\s*>", re.I)


def unmarked_tables(text: str) -> str:
    """Return a text, as of Markdown, with the tables that are marked up in it as rows of cells between bars."""
    told: list[str] = []
    done = 0
    while opens := _OPENS.search(text, done):
        closes = _CLOSES.search(text, opens.end())
        if closes is None:
            break
        told += [text[done : opens.start()], _region(text[opens.start() : closes.end()])]
        done = closes.end()
    return "".join([*told, text[done:]])


def _region(marked: str) -> str:
    try:
        table = html.fragment_fromstring(marked)
    except (etree.ParserError, ValueError):
        return marked
    return "\n".join(table_rows(table)) or marked


def table_rows(table: html.HtmlElement) -> list[str]:
    """Return the rows of a table as they are read; none of one that holds others, or that is no more than a frame."""
    if next(table.iterdescendants("table"), None) is not None:
        return []
    rows = [row for row in _rows(table) if any(row)]
    width = max(map(len, rows), default=0)
    return [barred([*row, *[""] * (width - len(row))]) for row in rows] if width >= _LEAST else []


def _rows(table: html.HtmlElement) -> Iterator[list[str]]:
    low: dict[int, int] = {}  # columns that a cell further up reaches down into, and how many rows it still does
    for row in table.iterdescendants("tr"):
        said: list[str] = []
        for cell in cast("Iterator[html.HtmlElement]", row.iterchildren("td", "th")):
            while low.get(len(said)):
                low[len(said)] -= 1
                said.append("")
            span, down = _span(cell, "colspan"), _span(cell, "rowspan")
            low.update(dict.fromkeys(range(len(said), len(said) + span), down - 1))
            said += [" ".join(" ".join(cell.itertext()).split()), *[""] * (span - 1)]
        yield said


def _span(cell: html.HtmlElement, name: str) -> int:
    """Return over how many columns or rows a cell stands; one where what is written is no number."""
    said = cell.get(name, "").strip()
    return min(int(said), _MOST) if said.isdecimal() and int(said) else 1

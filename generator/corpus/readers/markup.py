"""Pieces of HTML, as feeds and interfaces give them, into text."""

from __future__ import annotations

import re

from lxml import etree, html

from generator.corpus.readers.marked_tables import table_rows

_BLOCKS = frozenset(
    (
        "p",
        "div",
        "br",
        "li",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "table",
        "section",
        "article",
    )
)
_UNSEEN = frozenset(("script", "style"))
PROLOGUE = 4096  # bytes, within which XML declares what it does
# What no text has that is none of HTML: "R&D" and "a < b" are texts.
_MARKED = re.compile(
    r"</?(?:p|br|div|span|strong|b|em|i|a|ul|ol|li|h[1-6]|table|tr|td|img|blockquote)\b[^<>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});",
    re.I,
)


def declares_entities(xml: bytes) -> bool:
    """Whether XML declares entities of its own, as no feed and no Word file needs: a few can stand for gigabytes."""
    return b"<!ENTITY" in xml[:PROLOGUE]


def is_marked_up(text: str) -> bool:
    """Whether a text is a piece of HTML."""
    return bool(_MARKED.search(text))


def plain(markup: str) -> str:
    """Return the text of a piece of HTML, a line a block."""
    if "<" not in markup and "&" not in markup:
        return markup
    try:
        tree = html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, ValueError):
        return markup
    for table in list(tree.iterdescendants("table")):
        if rows := table_rows(table):
            tail = table.tail
            table.clear()
            table.text, table.tail = "\n".join(rows), tail
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if name in _BLOCKS:
            pieces.append("\n")
        if event == "start" and name not in _UNSEEN and name:
            pieces.append(element.text or "")
        elif event == "end":
            pieces.append(element.tail or "")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)

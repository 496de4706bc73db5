"""CSV: a house's own figures, a row each. Rows of one origin are one document; its text is their lines as read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.corpus.document import Document
from generator.corpus.encodings import decode
from generator.corpus.facts import Facts, moment
from generator.corpus.readers import Read, Source
from generator.corpus.table import ORIGIN, TableRow, table
from generator.corpus.table_check import problems
from generator.errors import DocumentUnreadable, FiguresInvalid


def read(source: Source) -> Read:
    """Yield the documents of a table."""
    yield from figures(decode(source.data, str(source.path)), source)


def figures(text: str, source: Source) -> Read:
    """Yield the documents of a table's text. Raises FiguresInvalid with everything that is wrong in it."""
    header, found = table(text)
    if header is None or not found:
        raise DocumentUnreadable(f"{source.path}: no row is in this table.")
    if len(found) > source.limits.rows:
        raise DocumentUnreadable(
            f"{source.path}: {len(found):,} rows, of which {source.limits.rows:,} are read at most.",
            "Split it, or set limits: rows: in config/corpus.yaml.",
        )
    if wrong := list(problems(text, header, found, source)):
        raise FiguresInvalid(wrong)
    yield from _documents(text, text[header.span.start : header.span.end], found, source.path)


def _documents(text: str, header: str, found: list[TableRow], path: Path) -> Iterator[Document]:
    origins: dict[tuple[str, ...], list[str]] = {}
    for row in found:
        origin = tuple(row.text(column) for column in ORIGIN)
        origins.setdefault(origin, []).append(text[row.row.span.start : row.row.span.end])
    for (published, publisher, title, address), lines in origins.items():
        known = Facts(title or path.stem, publisher or None, moment(published), address or None)
        yield known.document("\n".join([header, *lines]), path, kind="figures")

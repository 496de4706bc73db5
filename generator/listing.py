"""What `footnoted figures` and `footnoted quotes` do: read texts, extract, print rows."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from generator.corpus.document import Document
from generator.corpus.encodings import decode
from generator.corpus.forms import documents
from generator.corpus.publishers import outlets
from generator.corpus.reading import read_corpus
from generator.extraction.extractor import Extractor
from generator.extraction.figure import Figure
from generator.extraction.rows import as_csv, as_jsonl, figure_row, quote_row
from generator.settings.catalogue import Catalogue
from generator.settings.catalogued import load_catalogue

_ORIGIN = ("document", "title", "publisher", "published", "start", "end")
FIGURE_KEYS = (
    "metric",
    "entity",
    "segment",
    "measure",
    "value",
    "unit",
    "period",
    "basis",
    "bound",
    "precision",
    *_ORIGIN,
    "text",
    "sentence",
)
QUOTE_KEYS = ("speaker", "role", "kind", "text", *_ORIGIN, "sentence")
_FIGURE_COLUMNS = ("metric", "entity", "segment", "measure", "value", "unit", "period", "basis", "bound", "text")
_QUOTE_COLUMNS = ("speaker", "role", "kind", "text")


def list_figures(paths: list[Path], form: str, root: Path | None, everything: bool, doubtful: bool) -> None:
    """Print the figures of texts. Raises CorpusMissing, SettingsInvalid."""
    catalogue = load_catalogue(root)
    extractor = Extractor(catalogue)
    rows: list[dict[str, Any]] = []
    why = ("doubt",) if doubtful or everything else ()
    for document in _documents(paths, root, catalogue):
        for figure in extractor.figures(document):
            if _wanted(figure, everything, doubtful):
                rows.append(figure_row(figure, document) | ({"doubt": figure.doubt} if why else {}))
    _print(rows, form, FIGURE_KEYS + why, (*_FIGURE_COLUMNS, *why))


def list_quotes(paths: list[Path], form: str, root: Path | None) -> None:
    """Print the quotes of texts. Raises CorpusMissing, SettingsInvalid."""
    catalogue = load_catalogue(root)
    extractor = Extractor(catalogue)
    read = _documents(paths, root, catalogue)
    rows = [quote_row(quote, document) for document in read for quote in extractor.quotes(document)]
    _print(rows, form, QUOTE_KEYS, _QUOTE_COLUMNS)


def _wanted(figure: Figure, everything: bool, doubtful: bool) -> bool:
    if doubtful:
        return figure.doubt is not None
    return everything or (figure.metric is not None and figure.doubt is None)


def _documents(paths: list[Path], root: Path | None, catalogue: Catalogue) -> Iterable[Document]:
    if paths == [Path("-")] or (not paths and not sys.stdin.isatty()):
        return documents(decode(sys.stdin.buffer.read(), "standard input"), None, outlets(catalogue))
    corpus = read_corpus(paths or [(root or Path.cwd()) / "corpus"], catalogue)
    for error in corpus.unreadable:
        print(error, file=sys.stderr)
    return corpus.documents


def _print(rows: list[dict[str, Any]], form: str, keys: tuple[str, ...], columns: tuple[str, ...]) -> None:
    if form == "jsonl":
        sys.stdout.write(as_jsonl(rows))
    elif form == "csv":
        sys.stdout.write(as_csv(rows, keys))
    else:
        _table(rows, columns)


def _table(rows: list[dict[str, Any]], columns: tuple[str, ...]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, justify="right" if column == "value" else "left", overflow="fold")
    title = None
    for row in rows:
        if row["document"] != title:
            title = row["document"]
            table.add_section()
        table.add_row(*(_cell(row[column]) for column in columns))
    Console(highlight=False, width=None if sys.stdout.isatty() else 200).print(table)


def _cell(value: Any) -> str:
    if value is None:
        return "·"
    return f"{value:,}" if isinstance(value, int | float) else str(value).replace("\n", " ")

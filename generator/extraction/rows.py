"""Figures and quotes as rows: the keys that `footnoted figures` and `footnoted quotes` print, one row each."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from generator.corpus.document import Document
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote

Row = Mapping[str, Any]


def figure_row(figure: Figure, document: Document) -> dict[str, Any]:
    """Return a figure's row. `value` and `precision` are numbers in base units; offsets count the document's code points."""
    return {
        "metric": figure.metric,
        "entity": figure.entity,
        "segment": figure.segment,
        "measure": figure.measure,
        "value": _number(figure.value),
        "unit": figure.unit,
        "period": str(figure.period) if figure.period else None,
        "basis": figure.basis,
        "bound": figure.bound,
        "precision": _number(figure.precision),
        **_origin(document),
        "start": figure.start,
        "end": figure.end,
        "text": document.text[figure.start : figure.end],
        "sentence": document.slice(figure.sentence),
    }


def quote_row(quote: Quote, document: Document) -> dict[str, Any]:
    """Return a quote's row; `text` is the document's exact slice."""
    return {
        "speaker": quote.speaker,
        "role": quote.role,
        "kind": quote.kind,
        "text": document.text[quote.start : quote.end],
        **_origin(document),
        "start": quote.start,
        "end": quote.end,
        "sentence": document.slice(quote.sentence),
    }


def _origin(document: Document) -> dict[str, Any]:
    published = document.published.isoformat(timespec="minutes") if document.published else None
    return {"document": document.id, "title": document.title, "publisher": document.publisher, "published": published}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def as_jsonl(rows: Iterable[Row]) -> str:
    """Return rows as JSON Lines, Chinese as it is."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def as_csv(rows: Iterable[Row], header: tuple[str, ...]) -> str:
    """Return rows as CSV under a header."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=header, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _inert(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def _inert(value: Any) -> Any:
    """Return a text that a spreadsheet takes for text: one that begins like a formula has an apostrophe before it."""
    return (
        f"'{value}" if isinstance(value, str) and value.lstrip().startswith(("=", "+", "-", "@", "\t", "\r")) else value
    )

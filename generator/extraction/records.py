"""Figures, quotes and ratings as the store's rows, each with the version of the extractor that found it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from functools import cache
from typing import Any

import polars
from polars import Datetime, Float64, Int64, String

from generator.corpus.document import Span
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote, Rating
from generator.settings.period import Period

_FOUND = {"key": String, "version": String, "number": Int64, "document": String}
_PLACE = {"start": Int64, "end": Int64, "sentence_start": Int64, "sentence_end": Int64}
_PLACED = ("document", "start", "end", "sentence")
_DECIMALS = ("value", "precision", "period")
_FIGURE = tuple(f.name for f in fields(Figure) if f.name not in (*_PLACED, *_DECIMALS))
_QUOTE = tuple(f.name for f in fields(Quote) if f.name not in _PLACED)
_RATING = tuple(f.name for f in fields(Rating) if f.name not in _PLACED)
# `value` is for those who query the table; `value_exact` and `precision` are the decimals as they were stated.
_STATED = {"value": Float64, "value_exact": String, "precision": String, "period": String}
FIGURE_COLUMNS = ("document", *_PLACE, "value_exact", "precision", "period", *_FIGURE)
FIGURES = polars.Schema({**_FOUND, **_PLACE, **_STATED, **dict.fromkeys(_FIGURE, String)})
QUOTES = polars.Schema({**_FOUND, **_PLACE, **dict.fromkeys(_QUOTE, String)})
RATINGS = polars.Schema({**_FOUND, **_PLACE, **dict.fromkeys(_RATING, String)})
# Which documents were read by which version, as the last word on them: what is here is complete in the others.
_EXTRACTION: dict[str, Any] = {
    "key": String, "version": String, "figures": Int64, "quotes": Int64, "ratings": Int64, "at": Datetime("us"),
}  # fmt: skip
EXTRACTIONS = polars.Schema(_EXTRACTION)


def figure_rows(figures: Sequence[Figure], key: str, version: str) -> list[dict[str, Any]]:
    """Return a document's figures as rows of `figures`."""
    return [
        _found(figure, _FIGURE, key, version, number) | {
            "value": float(figure.value), "value_exact": str(figure.value), "precision": str(figure.precision),
            "period": figure.period.label if figure.period else None,
        }
        for number, figure in enumerate(figures)
    ]  # fmt: skip


def quote_rows(quotes: Sequence[Quote], key: str, version: str) -> list[dict[str, Any]]:
    """Return a document's quotes as rows of `quotes`."""
    return [_found(quote, _QUOTE, key, version, number) for number, quote in enumerate(quotes)]


def rating_rows(ratings: Sequence[Rating], key: str, version: str) -> list[dict[str, Any]]:
    """Return a document's ratings as rows of `ratings`."""
    return [_found(rating, _RATING, key, version, number) for number, rating in enumerate(ratings)]


class FiguresByCompany(Mapping[str | None, tuple[Figure, ...]]):
    """The figures of rows by company, those of one made when it is first asked for: a corpus speaks of many."""

    def __init__(self, rows: polars.DataFrame) -> None:
        parts = rows.partition_by("entity", maintain_order=True, as_dict=True)
        self._rows = {company: part for (company,), part in parts.items()}
        self._made: dict[str | None, tuple[Figure, ...]] = {}

    def __getitem__(self, company: str | None) -> tuple[Figure, ...]:
        """Return a company's figures; None gives those of no company. Raises KeyError where there are none."""
        if company not in self._made:
            self._made[company] = tuple(figures_of(self._rows[company]))
        return self._made[company]

    def __iter__(self) -> Iterator[str | None]:
        """Go through the companies."""
        return iter(self._rows)

    def __len__(self) -> int:
        """Return how many companies there are figures of."""
        return len(self._rows)


def figures_of(rows: polars.DataFrame) -> Iterator[Figure]:
    """Yield the figures of rows, whose columns are FIGURE_COLUMNS and what else there may be."""
    for row in rows.select(FIGURE_COLUMNS).iter_rows():
        document, start, end, first, last, value, precision, period, *said = row
        metric, entity, segment, measure, unit, basis, bound, doubt = said
        yield Figure(
            document, start, end, Span(first, last), metric, entity, segment, measure, Decimal(value), unit,
            _period(period) if period else None, basis, bound, Decimal(precision), doubt,
        )  # fmt: skip


def quote_of(row: Mapping[str, Any]) -> Quote:
    """Return the quote of a row."""
    return Quote(**_placed(row, _QUOTE))


def rating_of(row: Mapping[str, Any]) -> Rating:
    """Return the rating of a row."""
    return Rating(**_placed(row, _RATING))


_period = cache(Period)  # a corpus speaks of few


def _found(
    thing: Figure | Quote | Rating, said: tuple[str, ...], key: str, version: str, number: int
) -> dict[str, Any]:
    start, end = thing.sentence
    place = {"start": thing.start, "end": thing.end, "sentence_start": start, "sentence_end": end}
    known = {"key": key, "version": version, "number": number, "document": thing.document}
    return {**known, **place, **{name: getattr(thing, name) for name in said}}


def _placed(row: Mapping[str, Any], said: tuple[str, ...]) -> dict[str, Any]:
    sentence = Span(row["sentence_start"], row["sentence_end"])
    place = {"document": row["document"], "start": row["start"], "end": row["end"], "sentence": sentence}
    return {**place, **{name: row[name] for name in said}}

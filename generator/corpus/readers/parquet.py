"""Parquet: a house's own figures, as in CSV; its text is the table written as CSV."""

from __future__ import annotations

import io

import polars

from generator.corpus.readers import Read, Source
from generator.corpus.readers.csv import figures
from generator.errors import DocumentUnreadable


def read(source: Source) -> Read:
    """Yield the documents of a table."""
    try:
        lazy = polars.scan_parquet(io.BytesIO(source.data))
        count = lazy.select(polars.len()).collect().item()
        if count > source.limits.rows:
            raise DocumentUnreadable(
                f"{source.path}: {count:,} rows, of which {source.limits.rows:,} are read at most.",
                "Split it, or set limits: rows: in config/corpus.yaml.",
            )
        text = lazy.collect().write_csv(datetime_format="%Y-%m-%d %H:%M:%S")
    except polars.exceptions.PolarsError as error:
        raise DocumentUnreadable(f"{source.path}: it is damaged, or no table: {error}") from None
    yield from figures(text, source)

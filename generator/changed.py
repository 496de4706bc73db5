"""Which files are new, changed or gone since the store last looked at them.

All of it is columns of a table, a row a file: a corpus of a hundred thousand files takes a few megabytes here, where as
many objects would take a hundred times that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import polars
from polars import Int64, String, col

from generator.holdings import Holdings
from generator.reader import size_and_time

_LOOKED_AT: dict[str, Any] = {"path": String, "file": String, "size": Int64, "modified": Int64}
_BEFORE = ("path", "size", "modified", "version", "kept", "gone", "at", "documents")
_AT_A_TIME = 4096
_SETTLES = 2_000_000_000  # ns


@dataclass(frozen=True, slots=True)
class Look:
    """A look at files, for a version to read: with `kept`, those that the log does not keep yet are read as well.

    `digest` gives the hash of what a file holds now.
    """

    holdings: Holdings
    log: polars.DataFrame
    version: str
    kept: bool
    digest: Callable[[Path], str]

    def at(self, found: Iterable[Path]) -> tuple[polars.Series, polars.DataFrame]:
        """Return the paths of files, and those to be read: `path` as the store writes it, `file` as it was given, and
        what the log has of it: `kept` and `documents`, null for a file that is new.
        """
        left, before = iter(found), self.log.select(_BEFORE)
        paths: list[polars.Series] = []
        stale: list[polars.DataFrame] = []
        while (batch := self._looked_at(islice(left, _AT_A_TIME), before)).height or not paths:
            paths.append(batch["path"])
            stale.append(batch.filter(~self._stands(batch)).select("path", "file", "kept", "documents"))
        seen, new = polars.concat(paths), polars.concat(stale)  # two ways may lead to one file
        return seen.unique(maintain_order=True), new.unique("path", maintain_order=True)

    def gone(self, seen: polars.Series, roots: Sequence[str]) -> polars.Series:
        """Return the paths in the log that were under some roots, and are no more."""
        return self.log.filter(~col("gone") & under(roots) & ~col("path").is_in(seen.implode()))["path"]

    def _looked_at(self, paths: Iterable[Path], before: polars.DataFrame) -> polars.DataFrame:
        rows = [(self.holdings.path(path), str(path), *size_and_time(path)) for path in paths]
        seen = polars.DataFrame(rows, schema=_LOOKED_AT, orient="row")
        return seen.join(before, on="path", how="left", suffix="_before", maintain_order="left")

    def _stands(self, seen: polars.DataFrame) -> polars.Series:
        valid = ~col("gone") & (col("version") == self.version) & (col("kept") | ~polars.lit(self.kept))
        # Written in the moment it was last looked at, a file may have changed since and not show it.
        settled = col("modified") < col("at").dt.timestamp("ns") - _SETTLES
        of_size = valid & (col("size") == col("size_before"))
        untouched = of_size & (col("modified") == col("modified_before")) & settled
        same = self._same(seen.filter(of_size & ~untouched))
        return seen.select(untouched.fill_null(value=False) | col("path").is_in(same)).to_series()

    def _same(self, touched: polars.DataFrame) -> list[str]:
        """Return the paths of files that hold the very bytes that they held: copied, checked out or touched."""
        if touched.is_empty():
            return []
        log = self.holdings.files(paths=touched["path"], columns=["path", "sha256", "at"])
        both = touched.join(log, on="path").select("path", "file", "sha256")
        return [path for path, file, sha256 in both.iter_rows() if sha256 == self.digest(Path(file))]


def under(roots: Sequence[str]) -> polars.Expr:
    """Return whether a path is one of the roots, or lies below it; all are as the store writes them."""
    here = [
        ~col("path").str.starts_with("/")
        if root == "."
        else (col("path") == root) | col("path").str.starts_with(f"{root.rstrip('/')}/")
        for root in roots
    ]
    return polars.any_horizontal(polars.lit(value=False), *here)

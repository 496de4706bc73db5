"""Which files are new, changed or gone since the store last looked at them.

All of it is columns of a table, a row a file: a corpus of a hundred thousand files takes a few megabytes here, where as
many objects would take a hundred times that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import polars
from polars import Int64, String, col

from generator.holdings import Holdings
from generator.reader import size_and_time

_LOOKED_AT: dict[str, Any] = {"path": String, "file": String, "size": Int64, "modified": Int64}
_AT_A_TIME = 4096
_SETTLES = 2_000_000_000  # ns


def looked_at(paths: Iterable[Path], holdings: Holdings) -> polars.DataFrame:
    """Return the files of paths: `path` as the store writes it, `file` as given, size and time of change (ns)."""
    left, found = iter(paths), [polars.DataFrame(schema=_LOOKED_AT)]
    while batch := list(islice(left, _AT_A_TIME)):
        rows = [(holdings.path(path), str(path), *size_and_time(path)) for path in batch]
        found.append(polars.DataFrame(rows, schema=_LOOKED_AT, orient="row"))
    return polars.concat(found).unique("path", keep="last", maintain_order=True)


def stale(
    seen: polars.DataFrame,
    log: polars.DataFrame,
    version: str,
    kept: bool,
    same: Callable[[polars.DataFrame], Sequence[str]],
) -> polars.DataFrame:
    """Return the files seen that a version has to read, each with the `documents` that it held before.

    `same` says of files whose size is as it was which of them (by path) hold the same bytes still. With `kept`, files
    that the log does not keep yet are written down anew.
    """
    with_log = seen.join(log, on="path", how="left", suffix="_before", maintain_order="left")
    valid = ~col("gone") & (col("version") == version) & (col("kept") | ~polars.lit(kept))
    # Written in the moment it was last looked at, a file may have changed since and not show it.
    settled = col("modified") < col("at").dt.timestamp("ns") - _SETTLES
    of_size = valid & (col("size") == col("size_before"))
    untouched = of_size & (col("modified") == col("modified_before")) & settled
    # Copied, checked out or touched, it is the same file still.
    touched = same(with_log.filter(of_size & ~untouched).select("path", "file"))
    stands = untouched.fill_null(value=False) | col("path").is_in(list(touched))
    return with_log.filter(~stands).select("path", "file", "kept", "documents")


def gone(seen: polars.DataFrame, log: polars.DataFrame, roots: Sequence[str]) -> polars.Series:
    """Return the paths in the log that were under some roots, and are no more."""
    missing = log.join(seen, on="path", how="anti", maintain_order="left")
    return missing.filter(~col("gone") & under(roots))["path"]


def under(roots: Sequence[str]) -> polars.Expr:
    """Return whether a path is one of the roots, or lies below it; all are as the store writes them."""
    here = [
        ~col("path").str.starts_with("/")
        if root == "."
        else (col("path") == root) | col("path").str.starts_with(f"{root.rstrip('/')}/")
        for root in roots
    ]
    return polars.any_horizontal(polars.lit(value=False), *here)

"""The store: sets of rows in Delta Lake tables, in a folder or on S3; rows are added, and none is ever taken away.

Every write is one commit of one table. Where another writer got in before, it is tried anew on what that one left, so
that no row of a set is there twice, whoever writes at the same time; a writer that is killed leaves what it committed.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars
from deltalake import CommitProperties, DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

from generator.corpus.sums import fault
from generator.errors import StoreFailed

_ONCE = CommitProperties(max_commit_retries=0)
_ATTEMPTS = 60
_COLOURED = re.compile("\x1b\\[\\d+m↳?")  # how the library writes a chain of causes
_FRAMES = re.compile(r"\s+0: ")  # the library's own stack, behind what it says
_LOCAL = (
    "Put it back from a copy, name another in config/corpus.yaml, or take the folder away: what the corpus holds is "
    "then read anew, and issues made before are made of what is known now."
)
_REMOTE = (
    "See whether AWS_ENDPOINT_URL, AWS_REGION and the credentials in the environment are the store's, or name another "
    "in config/corpus.yaml."
)
_FILES: dict[str, Any] = {"path": polars.String, "size_bytes": polars.Int64}
_MANY = 48  # small files of one table, from which on they are put together
# Bytes of a table, packed, that is kept in memory once it was read: unpacked it may be twenty times that.
_SMALL = 1_000_000
_LARGE = 16_000_000  # bytes of a file that stays as it is: more than that is never written anew to add a little


class Store:
    """Tables by name under one address. Raises StoreFailed where the address can't be read or written."""

    def __init__(self, address: str, schemas: Mapping[str, polars.Schema]) -> None:
        self.address, self.schemas = address.rstrip("/"), schemas
        self._remote = address.startswith("s3://")
        self._read: dict[str, tuple[set[str], polars.DataFrame]] = {}  # of small tables: which files, and their rows
        self._sound: set[str] = set()  # paths of files that were looked through
        self._grown: set[str] = set()  # names of tables that were written to since they were last tidied
        self._tables: dict[tuple[str, int], DeltaTable] = {}  # opening takes ten times as long as bringing up to date

    def rows(self, name: str, where: polars.Expr | None = None, columns: Sequence[str] = ()) -> polars.DataFrame:
        """Return rows of a table, in no order; none of one that nothing was written to."""
        found = self._held(name, self._files(name, self._open(name)))
        found = found if where is None else found.filter(where)
        return self._collected(found.select(columns or polars.all()))

    def batches(self, name: str, where: polars.Expr, size: int) -> Iterator[polars.DataFrame]:
        """Yield rows of a table, so many at a time; of a large one no more is in memory than a large file holds."""
        files = self._files(name, self._open(name))
        for _, some in files.group_by(polars.col("size_bytes").cum_sum() // _LARGE, maintain_order=True):
            yield from self._collected(self._scanned(name, some).filter(where)).iter_slices(size)

    def add(self, name: str, rows: Sequence[Mapping[str, Any]], key: Sequence[str]) -> int:
        """Add those rows whose key is not there yet; return how many. Rows of one key go in together or not at all."""
        frame = polars.DataFrame(rows, schema=self.schemas[name])
        return self._commit(name, frame, tuple(key)) if rows else 0

    def append(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Append rows to a log."""
        if rows:
            self._commit(name, polars.DataFrame(rows, schema=self.schemas[name]), ())

    def tidy(self) -> None:
        """Put small files of tables that were written to, and have many, together; what they hold, now and at any time
        before, stays.
        """
        for name in self._grown:
            table = self._open(name)
            if table is not None and (self._files(name, table)["size_bytes"] < _LARGE).sum() >= _MANY:
                try:
                    table.optimize.compact(target_size=_LARGE, max_concurrent_tasks=1)
                except DeltaError:  # another writer was there: it stays as it is until next time
                    continue
        self._grown.clear()

    def _commit(self, name: str, frame: polars.DataFrame, key: tuple[str, ...]) -> int:
        for attempt in range(_ATTEMPTS):
            table = self._open(name)
            if table is None:
                self._make(name)  # empty at first: what goes into one that is not there is held against nothing
                continue
            fresh = self._without_known(name, table, frame, key)
            if fresh.is_empty():
                return 0
            try:
                write_deltalake(table, fresh, mode="append", schema_mode="merge", commit_properties=_ONCE)
            except CommitFailedError:
                time.sleep(random.uniform(0, 0.02 * min(attempt + 1, 10)))
            except (DeltaError, OSError) as error:
                raise self._failed(error) from error
            else:
                self._grown.add(name)
                self._files(name, self._open(name))
                return len(fresh)
        raise StoreFailed(f"{self._place(name)}: other writers never left off.", "Run it again.")

    def _collected(self, found: polars.LazyFrame) -> polars.DataFrame:
        try:
            return found.collect()
        except (polars.exceptions.PolarsError, polars.exceptions.PanicException, OSError) as error:
            raise self._failed(error) from error

    def _files(self, name: str, table: DeltaTable | None) -> polars.DataFrame:
        """Return a table's files: `path` and `size_bytes`; none where there is no table.

        Raises StoreFailed for one that is not as it was written, when it is first seen; S3 sees to its own.
        """
        if table is None:
            return polars.DataFrame(schema=_FILES)
        place = polars.lit(f"{self._place(name)}/") + polars.col("path")
        files = polars.DataFrame(table.get_add_actions()).select(place.alias("path"), "size_bytes")
        for path, size in () if self._remote else files.filter(~polars.col("path").is_in(self._sound)).iter_rows():
            if wrong := fault(Path(path), size):
                raise StoreFailed(f"{path}: {wrong}.", _LOCAL)
            self._sound.add(path)
        return files

    def _held(self, name: str, files: polars.DataFrame) -> polars.LazyFrame:
        """Return what a table holds; of a small one, files that were read before are not read again."""
        if files["size_bytes"].sum() > _SMALL:
            self._read.pop(name, None)
            return self._scanned(name, files)
        before, rows = self._read.get(name, (set(), polars.DataFrame(schema=self.schemas[name])))
        paths = set(files["path"])
        if not before <= paths:  # it was tidied
            before, rows = set(), rows.clear()
        if fresh := paths - before:
            new = self._collected(self._scanned(name, files.filter(polars.col("path").is_in(fresh))))
            rows = polars.concat([rows, new], rechunk=True)
            self._read[name] = (paths, rows)
        return rows.lazy()

    def _scanned(self, name: str, files: polars.DataFrame) -> polars.LazyFrame:
        """Return what files of a table hold, with the columns that they were written without, before these came up."""
        schema, paths = self.schemas[name], files["path"].to_list()
        if not paths:
            return polars.LazyFrame(schema=schema)
        return polars.scan_parquet(paths, glob=False, schema=schema, missing_columns="insert", extra_columns="ignore")

    def _make(self, name: str) -> None:
        """Make a table, if no other writer makes it just then."""
        try:
            if not self._remote:
                Path(self.address, name).mkdir(parents=True, exist_ok=True)
            DeltaTable.create(self._place(name), self.schemas[name], mode="error", commit_properties=_ONCE)
        except (DeltaError, OSError) as error:
            if self._open(name) is None:
                raise self._failed(error) from error

    def _without_known(
        self, name: str, table: DeltaTable, frame: polars.DataFrame, key: tuple[str, ...]
    ) -> polars.DataFrame:
        if not key:
            return frame
        wanted = polars.col(key[0]).is_in(frame[key[0]].unique().implode())
        known = self._collected(self._held(name, self._files(name, table)).filter(wanted).select(key))
        return frame.join(known, on=list(key), how="anti", nulls_equal=True, maintain_order="left")

    def _open(self, name: str) -> DeltaTable | None:
        """Return a table as it is now, None where there is none."""
        try:
            key = (name, self._identity(name))
            if key in self._tables:
                self._tables[key].update_incremental()
            else:
                self._tables[key] = DeltaTable(self._place(name))
            return self._tables[key]
        except (TableNotFoundError, FileNotFoundError):
            return None
        except (DeltaError, OSError) as error:
            raise self._failed(error) from error

    def _identity(self, name: str) -> int:
        """Return what tells a table from one made anew in its place, while a preview runs. Raises FileNotFoundError."""
        if self._remote:
            return 0
        log = Path(self.address, name, "_delta_log")
        began, first = log.stat(), log / f"{0:020}.json"  # the first commit may have been cleaned away
        return first.stat().st_mtime_ns if first.exists() else began.st_ino

    def _place(self, name: str) -> str:
        return f"{self.address}/{name}"

    def _failed(self, error: BaseException) -> StoreFailed:
        what = " ".join(_COLOURED.sub("", _FRAMES.split(str(error))[0]).split())[:400]
        return StoreFailed(f"The store at {self.address} can't be used: {what}", _REMOTE if self._remote else _LOCAL)

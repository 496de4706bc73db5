"""The store's tables for one project: what its files hold, what was read out of them, and all that as objects again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars

from generator.corpus.copies import SKETCH
from generator.corpus.document import Document
from generator.corpus.records import DOCUMENTS, FILES, document_key, document_of, document_row
from generator.corpus.store import Store
from generator.corpus.stories import Copies
from generator.extraction.quote import Quote, Rating
from generator.extraction.records import (
    EXTRACTIONS,
    FIGURE_COLUMNS,
    FIGURES,
    QUOTES,
    RATINGS,
    FiguresByCompany,
    quote_of,
    rating_of,
)

_READ: dict[str, Any] = {"key": polars.String, "version": polars.String}
STORIES = polars.Schema({**_READ, **SKETCH})
# Which documents carry the text of another, as far as they were there when it came: of two, at least one says so.
COPIES = polars.Schema({**_READ, "copies": polars.List(polars.String)})
# A log of issues as they were first made of a whole week: the last row of an issue says what was known then.
_ISSUE: dict[str, Any] = {
    "report": polars.String, "issue": polars.String, "known": polars.Datetime("us"), "at": polars.Datetime("us"),
}  # fmt: skip
ISSUES = polars.Schema(_ISSUE)
TABLES = {
    "documents": DOCUMENTS, "figures": FIGURES, "quotes": QUOTES, "ratings": RATINGS, "stories": STORIES,
    "copies": COPIES, "extractions": EXTRACTIONS, "files": FILES, "issues": ISSUES,
}  # fmt: skip
_STATED = polars.col("metric").is_not_null() & polars.col("doubt").is_null()


@dataclass(frozen=True, slots=True)
class Found:
    """What was read out of documents: figures of a metric and without a doubt, all quotes and ratings, and copies."""

    figures: FiguresByCompany
    quotes: list[Quote]
    ratings: list[Rating]
    copies: Copies


class Holdings:
    """What a project holds. Paths in it are as seen from the project's root, where they lie below it."""

    def __init__(self, address: str, root: Path) -> None:
        self.root = root.resolve()
        local = not address.startswith("s3://")
        self.store = Store(str(self.root / address) if local else address, TABLES)
        self._local = local
        self._folders: dict[Path, str | None] = {}  # a corpus has far fewer folders than files

    def path(self, path: Path) -> str:
        """Return how the store writes a path."""
        if path.parent not in self._folders:
            self._folders[path.parent] = self._within(path.parent.resolve())
        folder = self._folders[path.parent]
        if folder is None or path.name in ("", "..") or path.is_symlink():
            return self._written(path.resolve())
        return folder + path.name

    def _within(self, folder: Path) -> str | None:
        """Return what the paths of a folder's files begin with; None for a folder that the project itself is in."""
        if folder == self.root:
            return ""
        return None if self.root.is_relative_to(folder) else f"{self._written(folder)}/"

    def _written(self, whole: Path) -> str:
        return (whole.relative_to(self.root) if whole.is_relative_to(self.root) else whole).as_posix()

    def files(
        self, until: datetime | None = None, paths: polars.Series | None = None, columns: Sequence[str] = ()
    ) -> polars.DataFrame:
        """Return the last word on each path, in their order; with `until`, as it was then; with `paths`, on these."""
        where = _until(until) if paths is None else _until(until) & _among("path", paths)
        log = self.store.rows("files", where, columns).sort("at", maintain_order=True)
        return log.unique("path", keep="last").sort("path")

    def replaced(self, paths: polars.Series, until: datetime | None, now: polars.Series) -> polars.Series:
        """Return the documents that paths held until a moment, each once, without those that they hold now."""
        log = self.store.rows("files", _until(until) & _among("path", paths), ["path", "documents", "at"])
        held = log.sort("path", "at", maintain_order=True)["documents"].explode().drop_nulls()
        return held.unique(maintain_order=True).filter(~held.unique(maintain_order=True).is_in(now.implode()))

    def record(self, entries: Sequence[dict[str, Any]]) -> None:
        """Write what paths hold from now on."""
        self._ignored()
        now = datetime.now(UTC).replace(tzinfo=None)
        self.store.append("files", [{**entry, "at": now} for entry in entries])

    def issued(self, issues: Iterable[tuple[str, str]], known: datetime, anew: bool = False) -> None:
        """Write down, by report and issue, what was known when issues were made; `anew`, also of those made before."""
        self._ignored()
        now = datetime.now(UTC).replace(tzinfo=None)
        rows = [{"report": report, "issue": issue, "known": known, "at": now} for report, issue in issues]
        if anew:
            self.store.append("issues", rows)
        else:
            self.store.add("issues", rows, ["report", "issue"])

    def known(self, issue: str) -> dict[str, datetime]:
        """Return, by report, when what an issue was made of was known."""
        log = self.store.rows("issues", polars.col("issue") == issue).sort("at").unique("report", keep="last")
        return {row["report"]: row["known"] for row in log.iter_rows(named=True)}

    def keep(self, documents: Iterable[Document]) -> int:
        """Write documents that are not there yet; return how many those were."""
        self._ignored()
        rows = {document_key(d): document_row(d, self.path(d.path) if d.path else "") for d in documents}
        return self.store.add("documents", list(rows.values()), ["key"])

    def documents(self, keys: polars.Series) -> dict[str, Document]:
        """Return documents by key."""
        found = self.store.rows("documents", _among("key", keys))
        return {row["key"]: document_of(row, self.root) for row in found.iter_rows(named=True)}

    def held(self, ids: Collection[str]) -> dict[str, Document]:
        """Return documents by id, those too that the corpus holds no longer."""
        found = self.store.rows("documents", polars.col("document").is_in(list(ids)))
        return {row["document"]: document_of(row, self.root) for row in found.iter_rows(named=True)}

    def unread(self, keys: polars.Series, version: str, table: str = "extractions") -> polars.Series:
        """Return which of some documents a version has not read yet; or not joined to stories, which `copies` says."""
        mine = (polars.col("version") == version) & _among("key", keys)
        return keys.filter(~keys.is_in(self.store.rows(table, mine, ["key"])["key"].implode()))

    def sketches(self, version: str, size: int, keys: polars.Series | None = None) -> Iterator[polars.DataFrame]:
        """Yield the sketches of documents that a version has read, all or those of some, so many at a time."""
        mine = polars.col("version") == version
        return self.store.batches("stories", mine if keys is None else mine & _among("key", keys), size)

    def in_batches(self, keys: polars.Series, size: int) -> Iterator[list[tuple[str, Document]]]:
        """Yield documents, each with its key, so many at a time; the table is gone through once."""
        for found in self.store.batches("documents", _among("key", keys), size):
            yield [(row["key"], document_of(row, self.root)) for row in found.iter_rows(named=True)]

    def found(self, keys: Mapping[str, str], version: str) -> Found:
        """Return what a version read out of documents, their ids by key, in their order; of figures those that can be
        stated.
        """
        place = polars.DataFrame({"key": list(keys)}, schema={"key": polars.String}).with_row_index("place")
        mine = polars.col("key").is_in(list(keys))

        def listed(name: str, *more: polars.Expr, columns: Sequence[str] = ()) -> polars.DataFrame:
            where = polars.all_horizontal(mine, polars.col("version") == version, *more)
            return self.store.rows(name, where, columns).join(place, on="key").sort("place", "number")

        return Found(
            FiguresByCompany(listed("figures", _STATED, columns=["key", "number", *FIGURE_COLUMNS])),
            [quote_of(row) for row in listed("quotes").iter_rows(named=True)],
            [rating_of(row) for row in listed("ratings").iter_rows(named=True)],
            self._copies(keys, version),
        )

    def _copies(self, documents: Mapping[str, str], version: str) -> Copies:
        """Return, by id, the documents that each is a copy of or has as its copy."""
        mine = (polars.col("version") == version) & polars.col("key").is_in(list(documents))
        told = self.store.rows("copies", mine & (polars.col("copies").list.len() > 0), ["key", "copies"])
        found: defaultdict[str, set[str]] = defaultdict(set)
        for key, copies in told.iter_rows():
            for copy in documents.keys() & copies:
                found[documents[key]].add(documents[copy])
                found[documents[copy]].add(documents[key])
        return found

    def _ignored(self) -> None:
        """Keep a folder of the project out of its version control."""
        if self._local:
            folder = Path(self.store.address)
            folder.mkdir(parents=True, exist_ok=True)
            if not (ignore := folder / ".gitignore").exists():
                ignore.write_text("*\n", encoding="utf-8")


def _until(moment: datetime | None) -> polars.Expr:
    return polars.lit(value=True) if moment is None else polars.col("at") <= moment


def _among(column: str, values: polars.Series) -> polars.Expr:
    return polars.col(column).is_in(values.implode())

"""Ingest: files that are new or changed into documents, documents not read yet into figures; all of it into the store.

Each step adds to what is there and says last that it is complete, so that one that is killed is taken up again where it
stood: first documents, then which file holds them; first figures, quotes and ratings, then which document was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import polars
from polars import col

from generator.changed import Look, under
from generator.cluster import Cluster
from generator.corpus.document import Document
from generator.corpus.files import files
from generator.corpus.reading import Corpus, gathered
from generator.corpus.records import document_key
from generator.corpus.revisions import corrected
from generator.corpus.version import reading_version
from generator.errors import DocumentUnreadable, FiguresInvalid, FootnotedError
from generator.extraction.records import figure_rows, quote_rows, rating_rows
from generator.holdings import Found, Holdings
from generator.joining import join
from generator.reader import Read, Reader, digest
from generator.settings.project import Project
from generator.workers import InThisProcess

T = TypeVar("T")
Step = Callable[[str, int, int], None]
_FILES = 512  # read and written in one go: how much is in memory at a time
_DOCUMENTS = 512
_FEW = 60
_TASK = 16  # files, or documents, that one process reads before it says what it found
_TIDIED = 16  # batches of files, after which tables of many small files are put together
_LOG = ("path", "size", "modified", "version", "documents", "errors", "known", "gone", "kept", "at")


@dataclass(frozen=True, slots=True)
class Ingested:
    """What an ingest did: files looked at, read, gone; documents new to the store; documents read by this version.

    `log` has its last words on the files that make up the corpus, `known` when its very last one was said.
    """

    log: polars.DataFrame
    known: datetime | None = None
    files: int = 0
    read: int = 0
    gone: int = 0
    added: int = 0
    extracted: int = 0

    @property
    def keys(self) -> polars.Series:
        """The documents of these files, each once."""
        return self.log["documents"].explode().drop_nulls().unique(maintain_order=True)

    @property
    def errors(self) -> list[FootnotedError]:
        """What could not be read of these files."""
        listed = self.log["errors"].explode().drop_nulls()
        return [DocumentUnreadable(error["what"], error["remedy"]) for error in listed]

    @property
    def skipped(self) -> list[Path]:
        """The files that are no kind of document."""
        return list(map(Path, self.log.filter(~polars.col("known"))["path"]))


class Ingest:
    """Brings a project's store up to date, and gives what it holds."""

    def __init__(self, project: Project, executor: Executor, step: Step = lambda name, done, total: None) -> None:
        self.holdings = Holdings(project.corpus.store, project.root)
        self.version = reading_version(project.catalogue, project.corpus.limits)
        self._executor, self._step = executor, step
        self._reader = Reader(project.catalogue, project.corpus.limits)

    def run(self, paths: Sequence[Path], kept: bool, others: bool) -> Ingested:
        """Read what is new or changed under paths. `kept` files count from now on whatever the corpus folder holds.

        With `others`, the corpus is what paths hold and all that was kept before; else what paths hold. Raises
        CorpusMissing, StoreFailed, and FiguresInvalid with every mistake in the house's own figures.
        """
        log = self.holdings.files(columns=_LOG)
        there = paths if not others or any(path.exists() for path in paths) else ()
        look = Look(self.holdings, log, self.version, kept, lambda path: digest(self._reader.take(path).taken))
        seen, stale = look.at(files(there))
        added, extracted = self._read(stale, kept)
        gone = look.gone(seen, [self.holdings.path(path) for path in there if path.is_dir()])
        self._let_go(gone)
        if len(stale) or len(gone):
            log = self.holdings.files(columns=_LOG)
        wanted = col("path").is_in(seen.implode()) | (polars.lit(others) & col("kept") & ~col("gone"))
        done = Ingested(log.filter(wanted), _last(log), len(seen), len(stale), len(gone), added)
        done = replace(done, extracted=extracted + self._catch_up(done.keys))
        if done.read or done.extracted:
            self.holdings.store.tidy()
        return done

    def earlier(self, paths: Sequence[Path], until: datetime, others: bool = True) -> Ingested:
        """Return what the store held at a moment: nothing read since is known then, what is gone since is there.

        With `others`, all that was kept until then counts beside what paths held.
        """
        roots = [self.holdings.path(path) for path in paths]
        log = self.holdings.files(until, columns=_LOG)
        log = log.filter(~col("gone") & ((polars.lit(others) & col("kept")) | under(roots)))
        done = Ingested(log, until, len(log))
        return replace(done, extracted=self._catch_up(done.keys))

    def corpus(self, ingested: Ingested, paths: Sequence[Path]) -> Corpus:
        """Return the corpus of an ingest. Raises CorpusMissing where it has no document."""
        keys = ingested.keys
        replaced = self.holdings.replaced(ingested.log["path"], ingested.known, keys)
        documents = self.holdings.documents(polars.concat([keys, replaced]))
        now = (documents[key] for key in ingested.log["documents"].explode().drop_nulls())
        corpus = gathered(paths, now, ingested.errors, [self.holdings.root / path for path in ingested.skipped])
        before = corrected(corpus.everything, (documents[key] for key in replaced if key in documents))
        return replace(corpus, superseded=(*corpus.superseded, *before))

    def found(self, documents: Iterable[Document], until: date) -> Found:
        """Return what was read out of those documents that were published until a day."""
        known = (d for d in documents if d.published is None or d.published.date() <= until)
        return self.holdings.found({document_key(document): document.id for document in known}, self.version)

    def _read(self, stale: polars.DataFrame, kept: bool) -> tuple[int, int]:
        """Read files and the documents in them; return how many of these the store lacked, and how many were read."""
        added = extracted = done = 0
        wrong: list[FiguresInvalid] = []
        for number, batch in enumerate(stale.iter_slices(_FILES), 1):
            held = {row["path"]: row for row in batch.drop_nulls("documents").iter_rows(named=True)}
            entries: list[dict[str, Any]] = []
            documents: dict[str, Document] = {}
            for read in self._opened(batch, self._over(len(stale))):
                done += 1
                self._step("reading files", done, len(stale))
                if read.invalid:
                    wrong.append(read.invalid)
                    continue
                name = self.holdings.path(read.path)
                entries.append(read.entry(name, held.get(name), self.version, kept))
                documents |= {document_key(document): document for document in read.documents}
            added += self.holdings.keep(documents.values())
            self.holdings.record(entries)
            unread = self.holdings.unread(polars.Series(list(documents), dtype=polars.String), self.version)
            over = self._over(max(len(stale), len(unread)))
            extracted += self._extract([(key, documents[key]) for key in unread], over, extracted)
            if number % _TIDIED == 0:
                self.holdings.store.tidy()
        if wrong:
            raise FiguresInvalid([problem for error in wrong for problem in error.problems])
        return added, extracted

    def _opened(self, batch: polars.DataFrame, executor: Executor) -> Iterable[Read]:
        paths = map(Path, batch["file"])
        sent = map(self._reader.take, paths) if isinstance(executor, Cluster) else paths
        return executor.map(self._reader.read, sent, chunksize=_TASK)

    def _let_go(self, gone: polars.Series) -> None:
        """Record files that were under the paths and are no more: what they held is superseded, not erased."""
        if len(gone):
            log = self.holdings.files(paths=gone).drop("at").iter_rows(named=True)
            self.holdings.record([{**row, "gone": True, "documents": []} for row in log])

    def _over(self, work: int) -> Executor:
        """Return where so much work is best done: to start processes takes longer than to read a few files."""
        return self._executor if work >= _FEW else InThisProcess()

    def _catch_up(self, keys: polars.Series) -> int:
        """Read documents of the store that this version has not read, as it was killed or they stand no longer; join
        those to their stories that are not yet. Return how many were read.
        """
        missing = self.holdings.unread(keys, self.version)
        done = 0
        for documents in self.holdings.in_batches(missing, _DOCUMENTS) if len(missing) else ():
            done += self._extract(documents, self._over(len(missing)), done)
        alone = self.holdings.unread(keys, self.version, "copies")
        if len(alone):
            join(alone, self.version, self.holdings)
        return done

    def _extract(self, documents: Sequence[tuple[str, Document]], executor: Executor, before: int) -> int:
        """Find what documents say, and write it down; `before` is how many were read before them."""
        done = 0
        for batch in _batches(documents, _DOCUMENTS):
            rows: dict[str, list[dict[str, Any]]] = {"figures": [], "quotes": [], "ratings": [], "stories": []}
            last: list[dict[str, Any]] = []
            for found in executor.map(self._reader.extract, _batches(batch, _TASK)):
                for key, (figures, quotes, ratings, sketch) in found.items():
                    rows["figures"] += figure_rows(figures, key, self.version)
                    rows["quotes"] += quote_rows(quotes, key, self.version)
                    rows["ratings"] += rating_rows(ratings, key, self.version)
                    rows["stories"].append({"key": key, "version": self.version, **sketch})
                    counts = {"figures": len(figures), "quotes": len(quotes), "ratings": len(ratings)}
                    now = datetime.now(UTC).replace(tzinfo=None)
                    last.append({"key": key, "version": self.version, **counts, "at": now})
                done += len(found)
                self._step("reading", before + done, before + len(documents))
            for name, found_rows in rows.items():
                self.holdings.store.add(name, found_rows, ["key", "version"])
            self.holdings.store.add("extractions", last, ["key", "version"])
        return done


def _last(log: polars.DataFrame) -> datetime | None:
    """Return when the last word of a log was said."""
    return log.select(col("at").max()).item()  # type: ignore[no-any-return]


def _batches(things: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(things), size):
        yield things[start : start + size]

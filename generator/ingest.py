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

from generator.cluster import Cluster
from generator.corpus.document import Document
from generator.corpus.files import files
from generator.corpus.reading import Corpus, FileRead, gathered
from generator.corpus.records import FILES, document_key
from generator.corpus.revisions import corrected
from generator.corpus.stories import SCHEME
from generator.corpus.version import reading_version
from generator.errors import DocumentUnreadable, FiguresInvalid, FootnotedError
from generator.extraction.records import figure_rows, quote_rows, rating_rows
from generator.holdings import Found, Holdings
from generator.reader import Reader, digest, size_and_time
from generator.settings.project import Project
from generator.workers import InThisProcess

T = TypeVar("T")
Step = Callable[[str, int, int], None]
_FILES = 256  # read and written in one go: how much is in memory at a time
_DOCUMENTS = 512
_FEW = 60
_TASK = 16  # documents that one process reads before it says what it found


@dataclass(frozen=True, slots=True)
class Ingested:
    """What an ingest did: files looked at, read, gone; documents new to the store; documents read by this version.

    `rows` are the log's last words on the files that make up the corpus, `known` when the log's very last one was said.
    """

    rows: Sequence[dict[str, Any]]
    known: datetime | None = None
    files: int = 0
    read: int = 0
    gone: int = 0
    added: int = 0
    extracted: int = 0

    @property
    def keys(self) -> list[str]:
        """The documents of these files, each once."""
        return list(dict.fromkeys(key for row in self.rows for key in row["documents"]))

    @property
    def replaced(self) -> list[str]:
        """The documents that these files held before, each once."""
        before = dict.fromkeys(key for row in self.rows for key in row["before"] if key is not None)
        now = set(self.keys)
        return [key for key in before if key not in now]

    @property
    def errors(self) -> list[FootnotedError]:
        """What could not be read of these files."""
        return [error for row in self.rows for error in _errors(row)]

    @property
    def skipped(self) -> list[Path]:
        """The files that are no kind of document."""
        return [Path(row["path"]) for row in self.rows if not row["known"]]


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
        before = self.holdings.files()
        there = paths if not others or any(path.exists() for path in paths) else ()
        seen = {self.holdings.path(path): path for path in files(there)}
        stale = [path for name, path in seen.items() if not self._stands(before.get(name), path, kept)]
        added = self._read(stale, before, kept)
        gone = self._gone(before, seen, there)
        now = self.holdings.files() if stale or gone else before
        wanted = [row for name, row in now.items() if name in seen or (others and row["kept"] and not row["gone"])]
        known = max((row["at"] for row in now.values()), default=None)
        done = Ingested(wanted, known, len(seen), len(stale), len(gone), added)
        done = replace(done, extracted=self._extract(done.keys))
        if done.read or done.extracted:
            self.holdings.store.tidy()
        return done

    def earlier(self, paths: Sequence[Path], until: datetime, others: bool = True) -> Ingested:
        """Return what the store held at a moment: nothing read since is known then, what is gone since is there.

        With `others`, all that was kept until then counts beside what paths held.
        """
        roots = [self.holdings.path(path) for path in paths]
        rows = [
            row
            for name, row in self.holdings.files(until).items()
            if not row["gone"] and ((others and row["kept"]) or any(Path(name).is_relative_to(root) for root in roots))
        ]
        done = Ingested(rows, until, len(rows))
        return replace(done, extracted=self._extract(done.keys))

    def corpus(self, ingested: Ingested, paths: Sequence[Path]) -> Corpus:
        """Return the corpus of an ingest. Raises CorpusMissing where it has no document."""
        documents = self.holdings.documents([*ingested.keys, *ingested.replaced])
        root = self.holdings.root
        corpus = gathered(paths, ((root / row["path"], _as_read(row, documents)) for row in ingested.rows))
        before = corrected(corpus.everything, (documents[key] for key in ingested.replaced if key in documents))
        return replace(corpus, superseded=(*corpus.superseded, *before))

    def found(self, documents: Iterable[Document], until: date) -> Found:
        """Return what was read out of those documents that were published until a day."""
        known = (d for d in documents if d.published is None or d.published.date() <= until)
        return self.holdings.found([document_key(document) for document in known], self.version)

    def _stands(self, row: dict[str, Any] | None, path: Path, kept: bool) -> bool:
        if row is None or row["gone"] or row["version"] != self.version or (kept and not row["kept"]):
            return False
        size, modified = size_and_time(path)
        # Written in the moment it was last looked at, a file may have changed since and not show it.
        settled = modified < (row["at"].replace(tzinfo=UTC).timestamp() - 2) * 1e9
        if (row["size"], row["modified"]) == (size, modified) and settled:
            return True
        # Copied, checked out or touched, it is the same file still.
        return bool(row["size"] == size and row["sha256"] == digest(self._reader.take(path).taken))

    def _read(self, stale: Sequence[Path], before: dict[str, dict[str, Any]], kept: bool) -> int:
        added = done = 0
        wrong: list[FiguresInvalid] = []
        for batch in _batches(stale, _FILES):
            entries: list[dict[str, Any]] = []
            documents: list[Document] = []
            executor = self._over(stale)
            sent = map(self._reader.take, batch) if isinstance(executor, Cluster) else batch
            for read in executor.map(self._reader.read, sent):
                done += 1
                self._step("reading files", done, len(stale))
                if read.invalid:
                    wrong.append(read.invalid)
                    continue
                documents += read.documents
                name = self.holdings.path(read.path)
                entries.append(read.entry(name, before.get(name), self.version, kept))
            added += self.holdings.keep(documents)
            self.holdings.record(entries)
        if wrong:
            raise FiguresInvalid([problem for error in wrong for problem in error.problems])
        return added

    def _gone(
        self, before: dict[str, dict[str, Any]], seen: dict[str, Path], paths: Sequence[Path]
    ) -> list[dict[str, Any]]:
        """Record files that were under the paths and are no more: what they held is superseded, not erased."""
        roots = [self.holdings.path(path) for path in paths if path.is_dir()]
        gone = [
            {**{key: row[key] for key in FILES if key != "at"}, "gone": True, "documents": []}
            for name, row in before.items()
            if name not in seen and not row["gone"] and any(Path(name).is_relative_to(root) for root in roots)
        ]
        self.holdings.record(gone)
        return gone

    def _over(self, work: Sequence[object]) -> Executor:
        """Return where work is best done: to start processes takes longer than to read a few files."""
        return self._executor if len(work) >= _FEW else InThisProcess()

    def _extract(self, keys: Sequence[str]) -> int:
        known = self.holdings.read_by(self.version)
        missing = [key for key in keys if key not in known]
        done = 0
        for batch in _batches(missing, _DOCUMENTS):
            documents = list(self.holdings.documents(batch).items())
            rows: dict[str, list[dict[str, Any]]] = {"figures": [], "quotes": [], "ratings": [], "stories": []}
            last: list[dict[str, Any]] = []
            for found in self._over(missing).map(self._reader.extract, _batches(documents, _TASK)):
                for key, (document, figures, quotes, ratings, sketch) in found.items():
                    rows["figures"] += figure_rows(figures, key, self.version)
                    rows["quotes"] += quote_rows(quotes, key, self.version)
                    rows["ratings"] += rating_rows(ratings, key, self.version)
                    rows["stories"].append({"key": key, "document": document, "scheme": SCHEME, "sketch": sketch})
                    counts = {"figures": len(figures), "quotes": len(quotes), "ratings": len(ratings)}
                    now = datetime.now(UTC).replace(tzinfo=None)
                    last.append({"key": key, "version": self.version, **counts, "at": now})
                done += len(found)
                self._step("reading", done, len(missing))
            for name, found_rows in rows.items():
                key_of = ["key", "scheme"] if name == "stories" else ["key", "version"]
                self.holdings.store.add(name, found_rows, key_of)
            self.holdings.store.add("extractions", last, ["key", "version"])
        return len(missing)


def _as_read(row: dict[str, Any], documents: dict[str, Document]) -> FileRead:
    return FileRead([documents[key] for key in row["documents"]], _errors(row), row["known"])


def _errors(row: dict[str, Any]) -> list[FootnotedError]:
    return [DocumentUnreadable(error["what"], error["remedy"]) for error in row["errors"]]


def _batches(things: Iterable[T], size: int) -> Iterator[list[T]]:
    listed = list(things)
    for start in range(0, len(listed), size):
        yield listed[start : start + size]

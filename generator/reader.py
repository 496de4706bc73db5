"""What one process does of an ingest: it reads files, and finds figures, quotes and ratings in documents."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.corpus.copies import sketch
from generator.corpus.document import Document
from generator.corpus.files import sidecar
from generator.corpus.reading import Taken, read_taken, take
from generator.corpus.records import document_key
from generator.errors import FiguresInvalid, FootnotedError
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote, Rating
from generator.settings.catalogue import Catalogue
from generator.settings.corpus import Limits

if TYPE_CHECKING:  # its patterns take long to make, and most builds find nothing that is new
    from generator.extraction.extractor import Extractor


class Extract(NamedTuple):
    """What one document says, and the sketch by which its copies are found."""

    figures: list[Figure]
    quotes: list[Quote]
    ratings: list[Rating]
    sketch: dict[str, Any]


class Sent(NamedTuple):
    """A file on its way to a process that may not see it: bytes, and size and time of change as they were before."""

    taken: Taken
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Read:
    """What one file held when it was read."""

    path: Path
    sha256: str
    size: int
    modified: int
    documents: list[Document]
    errors: list[FootnotedError]
    known: bool
    grows: bool
    invalid: FiguresInvalid | None

    def entry(self, name: str, before: Mapping[str, Any] | None, version: str, kept: bool) -> dict[str, Any]:
        """Return the file's entry in the log. What a feed no longer lists is still known."""
        earlier = before["documents"] if before and self.grows else []
        return {
            "path": name, "sha256": self.sha256, "size": self.size, "modified": self.modified, "version": version,
            "documents": list(dict.fromkeys([*earlier, *map(document_key, self.documents)])),
            "errors": [{"what": error.what, "remedy": error.remedy} for error in self.errors],
            "known": self.known, "gone": False, "kept": kept or bool(before and before["kept"]),
        }  # fmt: skip


class Reader:
    """Reads by a catalogue and limits; it is sent to other processes, which keep what is made of the catalogue."""

    def __init__(self, catalogue: Catalogue, limits: Limits) -> None:
        self._settings, self._limits = pickle.dumps((catalogue, limits)), limits

    def take(self, path: Path) -> Sent:
        """Take one file from the disk, to be read elsewhere."""
        size, modified = size_and_time(path)
        return Sent(take(path, self._limits), size, modified)

    def read(self, file: Path | Sent) -> Read:
        """Read one file."""
        catalogue, limits = _loaded(self._settings)
        taken, size, modified = self.take(file) if isinstance(file, Path) else file
        read = read_taken(taken, catalogue, limits)
        invalid = next((error for error in read.errors if isinstance(error, FiguresInvalid)), None)
        grows = read.form == "feed"
        return Read(taken.path, digest(taken), size, modified, read.documents, read.errors, read.known, grows, invalid)

    def extract(self, documents: Sequence[tuple[str, Document]]) -> dict[str, Extract]:
        """Return what documents say, by their keys."""
        extractor = _extractor(self._settings)
        return {
            key: Extract(extractor.figures(d), extractor.quotes(d), extractor.ratings(d), sketch(d))
            for key, d in documents
        }


@lru_cache(maxsize=2)
def _loaded(settings: bytes) -> tuple[Catalogue, Limits]:
    catalogue, limits = pickle.loads(settings)
    return catalogue, limits


@lru_cache(maxsize=2)
def _extractor(settings: bytes) -> Extractor:
    from generator.extraction.extractor import Extractor

    return Extractor(_loaded(settings)[0])


def size_and_time(path: Path) -> tuple[int, int]:
    """Return bytes and time of change (ns) of a file and of the one beside it that says what is known of it."""
    stats = []
    for each in (path, sidecar(path)):
        with suppress(FileNotFoundError, NotADirectoryError):
            stats.append(each.stat())
    return sum(stat.st_size for stat in stats), max((stat.st_mtime_ns for stat in stats), default=0)


def digest(taken: Taken) -> str:
    """Return the SHA-256 of a file's bytes and of those of the file beside it."""
    data = taken.data if isinstance(taken.data, bytes) else b""
    return hashlib.sha256(data + (taken.beside or b"")).hexdigest()

"""What one process does of an ingest: it reads files, and finds figures, quotes and ratings in documents."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.corpus.document import Document
from generator.corpus.files import sidecar
from generator.corpus.reading import read_file
from generator.corpus.records import document_key
from generator.corpus.stories import sketch
from generator.errors import FiguresInvalid, FootnotedError
from generator.extraction.extractor import Extractor
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote, Rating
from generator.settings.catalogue import Catalogue
from generator.settings.corpus import Limits


class Extract(NamedTuple):
    """What one document says, and the sketch by which its story is told."""

    document: str
    figures: list[Figure]
    quotes: list[Quote]
    ratings: list[Rating]
    sketch: bytes


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
        self._settings = pickle.dumps((catalogue, limits))

    def read(self, path: Path) -> Read:
        """Read one file."""
        catalogue, limits, _ = _made_of(self._settings)
        size, modified = size_and_time(path)
        read = read_file(path, catalogue, limits)
        invalid = next((error for error in read.errors if isinstance(error, FiguresInvalid)), None)
        digest = _digest(path, limits)
        grows = read.form == "feed"
        return Read(path, digest, size, modified, read.documents, read.errors, read.known, grows, invalid)

    def extract(self, documents: Sequence[tuple[str, Document]]) -> dict[str, Extract]:
        """Return what documents say, by their keys."""
        extractor = _made_of(self._settings)[2]
        return {
            key: Extract(d.id, extractor.figures(d), extractor.quotes(d), extractor.ratings(d), sketch(d))
            for key, d in documents
        }


@lru_cache(maxsize=2)
def _made_of(settings: bytes) -> tuple[Catalogue, Limits, Extractor]:
    catalogue, limits = pickle.loads(settings)
    return catalogue, limits, Extractor(catalogue)


def size_and_time(path: Path) -> tuple[int, int]:
    """Return bytes and time of change (ns) of a file and of the one beside it that says what is known of it."""
    stats = [each.stat() for each in (path, sidecar(path)) if each.exists()]
    return sum(stat.st_size for stat in stats), max((stat.st_mtime_ns for stat in stats), default=0)


def _digest(path: Path, limits: Limits) -> str:
    digest = hashlib.sha256()
    for each in (path, sidecar(path)):
        if each.is_file() and each.stat().st_size <= limits.file_megabytes * 1_000_000:
            digest.update(each.read_bytes())
    return digest.hexdigest()

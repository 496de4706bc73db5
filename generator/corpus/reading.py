"""Files, folders and globs into documents; what cannot be read is named and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from generator.corpus.document import Document
from generator.corpus.facts import Facts
from generator.corpus.files import files, sidecar
from generator.corpus.formats import SUFFIXES, Format, format_of
from generator.corpus.readers import Source, reader
from generator.corpus.revisions import standing
from generator.errors import CorpusMissing, DocumentUnreadable, FiguresInvalid, FootnotedError, Problem
from generator.settings.catalogue import Catalogue
from generator.settings.corpus import LIMITS, Limits
from generator.settings.yaml_nodes import fault, load_yaml


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents in order of publication; `unreadable` with the reason each; `skipped`, files of another kind.

    `superseded` documents have been corrected or withdrawn by their publisher: kept, and not stated.
    """

    documents: tuple[Document, ...]
    unreadable: tuple[FootnotedError, ...] = ()
    skipped: tuple[Path, ...] = ()
    superseded: tuple[Document, ...] = ()

    @property
    def everything(self) -> tuple[Document, ...]:
        """All documents in order of publication, superseded ones in their place."""
        return tuple(sorted((*self.documents, *self.superseded), key=_in_order))


def unread(errors: Iterable[FootnotedError], skipped: Iterable[Path]) -> list[str]:
    """Say of each file that was not read, or not all of it, why."""
    kinds = ((path, path.suffix or "a file without a suffix") for path in skipped)
    return [*map(str, errors), *(f"{path}: not read: {kind} is no kind of document." for path, kind in kinds)]


@dataclass(slots=True)
class FileRead:
    """What one file gave; `known` is whether it is a kind of document at all."""

    documents: list[Document] = field(default_factory=list)
    errors: list[FootnotedError] = field(default_factory=list)
    known: bool = True
    form: Format | None = None


def read_corpus(paths: Iterable[Path], catalogue: Catalogue | None = None, limits: Limits = LIMITS) -> Corpus:
    """Read files, folders and globs.

    Raises CorpusMissing where a path is not there, or nothing in them is a document; FiguresInvalid with every mistake
    in the house's own figures: what is to be ranked first must not be left out in silence.
    """
    paths = list(paths)
    reads = {path: read_file(path, catalogue, limits) for path in files(paths)}
    documents = (document for read in reads.values() for document in read.documents)
    errors = [error for read in reads.values() for error in read.errors]
    return gathered(paths, documents, errors, [path for path, read in reads.items() if not read.known])


def gathered(
    paths: Iterable[Path], documents: Iterable[Document], errors: Sequence[FootnotedError], skipped: Iterable[Path]
) -> Corpus:
    """Return the corpus that documents make up; of those with one id the last one. Raises as `read_corpus` does."""
    found = {document.id: document for document in documents}
    if wrong := [problem for error in errors for problem in _problems(error)]:
        raise FiguresInvalid(wrong)
    if not found:
        listed = ", ".join(str(path) for path in paths)
        reasons = "".join(f"\n  {error}" for error in errors)
        raise CorpusMissing(f"No document in {listed}.{reasons}", f"Documents end in {', '.join(SUFFIXES)}.")
    current, superseded = standing(sorted(found.values(), key=_in_order))
    return Corpus(tuple(current), tuple(errors), tuple(skipped), tuple(superseded))


@dataclass(frozen=True, slots=True)
class Taken:
    """A file's bytes, or why there are none, and those of the file beside it: all that reading it takes, anywhere."""

    path: Path
    data: bytes | FootnotedError
    beside: bytes | None = None


def take(path: Path, limits: Limits = LIMITS) -> Taken:
    """Take a file from the disk."""
    try:
        beside = sidecar(path)
        return Taken(path, _bytes(path, limits), beside.read_bytes() if beside.is_file() else None)
    except FootnotedError as error:
        return Taken(path, error)
    except OSError as error:
        return Taken(path, DocumentUnreadable(f"{path}: {error.strerror}."))


def read_file(path: Path, catalogue: Catalogue | None = None, limits: Limits = LIMITS) -> FileRead:
    """Return what a file gives: documents, and what cannot be read as errors."""
    return read_taken(take(path, limits), catalogue, limits)


def read_taken(taken: Taken, catalogue: Catalogue | None = None, limits: Limits = LIMITS) -> FileRead:
    """Return what a file gives that was taken from the disk before."""
    path = taken.path
    if isinstance(taken.data, FootnotedError):
        return FileRead(errors=[taken.data])
    read = FileRead()
    try:
        source = Source(path, taken.data, limits, catalogue)
        form = format_of(path, source.data)
        if form is None:
            return FileRead(known=False)
        read.form = form
        beside = _beside(taken)
        for each in reader(form)(source):
            if isinstance(each, FootnotedError):
                read.errors.append(each)
            else:
                read.documents.append(_within(_known(each, beside), limits))
            if len(read.documents) > limits.documents:
                raise _too_much(path, f"more than {limits.documents:,} documents", "documents")
        if not read.documents and not read.errors:
            read.errors.append(DocumentUnreadable(f"{path}: no document is in it."))
    except FootnotedError as error:
        read.errors.append(error)
    except Exception as error:  # a library met what its authors had not thought of; one file does not stop the rest
        what = f"{path}: it could not be read ({type(error).__name__}: {str(error)[:200]})."
        read.errors.append(DocumentUnreadable(what, "Save it in another form."))
    return read


def _bytes(path: Path, limits: Limits) -> bytes:
    if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
        what = f"{path}: a link that leads out of its folder, to {path.resolve()}."
        raise DocumentUnreadable(what, "Put the file itself into the corpus, or give its own path with --corpus.")
    if path.stat().st_size > limits.file_megabytes * 1_000_000:
        raise _too_much(path, f"larger than {limits.file_megabytes} MB", "file_megabytes")
    return path.read_bytes()


def _within(document: Document, limits: Limits) -> Document:
    if len(document.text) > limits.characters:
        what = f"a document of more than {limits.characters:,} characters"
        raise _too_much(document.path or Path(document.title), what, "characters")
    return document


def _too_much(path: Path, what: str, limit: str) -> DocumentUnreadable:
    return DocumentUnreadable(f"{path}: {what}.", f"Split it, or set limits: {limit}: in config/corpus.yaml.")


def _beside(taken: Taken) -> Facts | None:
    if taken.beside is None:
        return None
    try:
        given = load_yaml(taken.beside.decode("utf-8"))
    except UnicodeDecodeError:
        raise DocumentUnreadable(f"{sidecar(taken.path)}: it is not in UTF-8.") from None
    except yaml.YAMLError as error:
        raise DocumentUnreadable(f"{sidecar(taken.path)}:{fault(error)}") from None
    return Facts.of(given if isinstance(given, dict) else {})


def _known(document: Document, beside: Facts | None) -> Document:
    if beside is None:
        return document
    own = Facts(
        document.title, document.publisher, document.published, document.address, document.language,
        document.revised, document.withdrawn,
    )  # fmt: skip
    return beside.over(own).document(document.text, document.path, document.readable, document.kind)


def _problems(error: FootnotedError) -> tuple[Problem, ...]:
    return error.problems if isinstance(error, FiguresInvalid) else ()


def _in_order(document: Document) -> tuple[bool, str, str]:
    return document.published is None, str(document.published), document.id

"""Files and folders into documents; what cannot be read is named and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.corpus.document import Document
from generator.corpus.forms import documents
from generator.errors import CorpusMissing, DocumentUnreadable, FootnotedError

READABLE = (".txt", ".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents in order of publication; `unreadable` with the reason each; `skipped`, files of another kind."""

    documents: tuple[Document, ...]
    unreadable: tuple[FootnotedError, ...] = ()
    skipped: tuple[Path, ...] = ()


def read_corpus(paths: Iterable[Path]) -> Corpus:
    """Read files and folders. Raises CorpusMissing where a path is not there, or nothing in them is a document."""
    found: dict[str, Document] = {}
    unreadable: list[FootnotedError] = []
    skipped: list[Path] = []
    paths = list(paths)
    for path in _files(paths):
        if path.suffix.lower() not in READABLE:
            skipped.append(path)
            continue
        try:
            found |= {document.id: document for document in read_file(path)}
        except DocumentUnreadable as error:
            unreadable.append(error)
    if not found:
        listed = ", ".join(str(path) for path in paths)
        reasons = "".join(f"\n  {error}" for error in unreadable)
        raise CorpusMissing(f"No document in {listed}.{reasons}", f"Documents end in {', '.join(READABLE)}.")
    order = sorted(found.values(), key=lambda d: (d.published is None, str(d.published), d.id))
    return Corpus(tuple(order), tuple(unreadable), tuple(skipped))


def read_file(path: Path) -> list[Document]:
    """Return a file's documents. Raises DocumentUnreadable."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"{path}: not UTF-8 (byte {error.start})."
        raise DocumentUnreadable(what, "Save it as UTF-8 and build again.") from None
    except OSError as error:
        raise DocumentUnreadable(f"{path}: {error.strerror}.") from None
    if "\x00" in text:
        raise DocumentUnreadable(f"{path}: this is no text.", "Save it as plain text, or take it out of the corpus.")
    return list(documents(text, path))


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.is_file())
            yield from sorted(p for p in inside if not any(part.startswith(".") for part in p.relative_to(path).parts))
        elif path.exists():
            yield path
        else:
            raise CorpusMissing(f"There is no corpus at {path}.", "Give a file or folder with --corpus.")

"""The files of a corpus: what paths, folders and globs lead to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from glob import has_magic
from pathlib import Path

from generator.errors import CorpusMissing

SIDECAR = ".yaml"  # note.pdf.yaml states title, publisher, time, address of note.pdf


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield files, each once: paths themselves, what is in folders (hidden ones left out), what globs match.

    Raises CorpusMissing with every path that leads to nothing.
    """
    paths = list(paths)
    if missing := [path for path in paths if not path.exists() and not _matched(path)]:
        what = "\n".join(f"There is no corpus at {path}." for path in missing)
        raise CorpusMissing(what, "Give files, folders or globs that lead to documents.")
    yield from dict.fromkeys(file for path in paths for file in _of(path))


def sidecar(path: Path) -> Path:
    """Return where the file stands that says what is known of another one."""
    return path.with_name(path.name + SIDECAR)


def _of(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from _inside(path)
    elif path.exists():
        yield path
    else:
        for each in _matched(path):
            yield from _of(each)


def _inside(folder: Path | str) -> Iterator[Path]:
    """Yield the files in a folder in the order of their names, at any depth; links to folders are not followed."""
    with os.scandir(folder) as there:
        entries = sorted((e for e in there if not e.name.startswith(".")), key=lambda entry: entry.name)
    names = {entry.name for entry in entries if entry.is_file()}
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(entry.path)
        elif entry.name in names and not _beside(entry.name, names):
            yield Path(entry.path)


def _beside(name: str, names: set[str]) -> bool:
    """Whether a file only says what is known of another one."""
    return name.endswith(SIDECAR) and name.removesuffix(SIDECAR) in names


def _matched(path: Path) -> list[Path]:
    if not has_magic(str(path)):
        return []
    parts = path.parts
    first = next(i for i, part in enumerate(parts) if has_magic(part))
    return sorted(Path(*parts[:first]).glob(str(Path(*parts[first:]))))

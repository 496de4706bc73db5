"""Whether a build would make what it made before: a record of everything that went in, and of what came out.

Only the standard library is imported here, so that a build without a change ends before anything heavy is loaded.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.errors import FootnotedError
from generator.settings import builtin
from generator.settings.finding import find_root

_FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_STORE = re.compile(r"""^store:\s*["']?([^\s"'#]+)""", re.M)
Seen = dict[str, list[int]]  # of each file by path: its size, and when it was changed (ns)


@dataclass(frozen=True, slots=True)
class Made:
    """What a build ended with: its files, how many documents it read, as of when, and what it warned of."""

    files: list[str]
    documents: int
    as_of: str
    notices: list[str]

    def __str__(self) -> str:
        """What is told where nothing has to be built."""
        lines = [f"warning: {notice}" for notice in self.notices]
        count = sum(not name.endswith(".json") for name in self.files)
        files = f"{count} file{'s' * (count != 1)}"
        lines.append(f"{files} from {self.documents} documents as of {self.as_of}: nothing has changed since.")
        return "\n".join(lines)


class Record:
    """The record of one call of `build`, word for word, in one folder of one project."""

    def __init__(self, root: Path, arguments: Sequence[str], folder: Path) -> None:
        self._root = root
        called = json.dumps([str(folder.resolve()), *arguments])
        name = hashlib.sha256(called.encode()).hexdigest()[:16]
        self._by_day = "--since-last" in arguments  # what is due tomorrow is not what is due today
        self._path = root / ".footnoted" / "builds" / f"{name}.json"
        self._log = _log(root)
        self._before: Seen = {}

    @classmethod
    def of(cls, arguments: Sequence[str], folder: Path) -> Record | None:
        """Return the record of a call in the project that a folder is in; None for a folder that is in none."""
        try:
            return cls(find_root(folder), arguments, folder)
        except FootnotedError:
            return None

    def begin(self, corpus: Sequence[Path]) -> None:
        """Look at everything that goes into a build, before it begins."""
        self._before = self._now([str(path) for path in corpus])

    def unchanged(self) -> Made | None:
        """Return what the build made, where nothing that went in has changed since, nor anything that came out."""
        try:
            record = json.loads(self._path.read_text(encoding="utf-8"))
            made = Made(**record["made"])
        except (OSError, ValueError, TypeError, KeyError):
            return None
        another_day = record["today"] != date.today().isoformat()
        if self._log is None or (another_day and (self._by_day or made.as_of == record["today"])):
            return None
        now = self._now(record["corpus"])
        if record["ground"] != ground() or record["out"] != _seen(map(Path, record["out"])):
            return None
        if record["log"] != self._entries() or not _same(record["in"], record["hashes"], now):
            return None
        return made

    def write(self, made: Made, corpus: Sequence[Path]) -> None:
        """Record what a build made of what was there when it began; a folder that can't be written has no record."""
        given = [str(path) for path in corpus]
        hashes = {path: _sha256(path) for path in self._before}
        # A file changed while the build ran went in as it was before, or as it is now: the record holds for neither.
        if self._now(given) != self._before:
            return
        record = {
            "ground": ground(), "corpus": given, "in": self._before, "hashes": hashes, "log": self._entries(),
            "out": _seen(map(Path, made.files)), "made": asdict(made), "today": date.today().isoformat(),
        }  # fmt: skip
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self._path.with_suffix(f".{os.getpid()}")
            temporary.write_text(json.dumps(record), encoding="utf-8")
            temporary.replace(self._path)

    def _now(self, corpus: Sequence[str]) -> Seen:
        inputs = [self._root / "config", self._root / "templates", *(_there(Path(path)) for path in corpus)]
        return _seen(file for path in inputs for file in _files(path))

    def _entries(self) -> list[str]:
        """Return the names of the store's commits on files: what was ingested beside the corpus is in them."""
        return sorted(entry.name for entry in self._log.iterdir()) if self._log and self._log.is_dir() else []


def _log(root: Path) -> Path | None:
    """Return where the store writes down what its files hold; None for a store that others can reach."""
    settings = root / "config" / "corpus.yaml"
    named = _STORE.search(settings.read_text(encoding="utf-8", errors="replace")) if settings.is_file() else None
    address = named[1] if named else ".footnoted/store"
    return None if "://" in address else root / address / "files" / "_delta_log"


def _there(path: Path) -> Path:
    """Return the deepest folder of a glob that is none itself."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return path


def _same(before: Seen, hashes: Mapping[str, str], now: Seen) -> bool:
    if before.keys() != now.keys():
        return False
    return all(before[path] == now[path] or hashes[path] == _sha256(path) for path in now)


def ground() -> str:
    """Return a hash of what every build stands on: this code, its files, the libraries and fonts of the machine."""
    package = Path(__file__).resolve().parent
    folders = (package, builtin.folder("config"), builtin.folder("templates"))
    parts: list[Any] = [sys.version, _seen(file for folder in folders for file in _files(folder))]
    libraries = (Path(path) for path in sys.path if path.endswith("-packages"))
    parts += [sorted(entry.name for entry in path.iterdir()) for path in libraries if path.is_dir()]
    parts += [_seen(_folders(Path(path).expanduser())) for path in _FONTS]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _files(path: Path) -> Iterator[Path]:
    """Yield a file, or the files in a folder at any depth but hidden ones and compiled code."""
    if not path.is_dir():
        if path.is_file():
            yield path
        return
    for folder, inside, names in os.walk(path):
        inside[:] = [name for name in inside if not name.startswith((".", "__pycache__"))]
        yield from (Path(folder, name) for name in names if not name.startswith("."))


def _folders(path: Path) -> Iterator[Path]:
    return (Path(folder) for folder, _, _ in os.walk(path))


def _seen(paths: Iterable[Path]) -> Seen:
    seen: Seen = {}
    for path in paths:
        try:
            stat = path.stat()
        except OSError:
            seen[str(path)] = []
        else:
            seen[str(path)] = [stat.st_size, stat.st_mtime_ns]
    return seen


def _sha256(path: str) -> str:
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""

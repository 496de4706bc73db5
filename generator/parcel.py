"""What goes to processes that may not see the project, and comes back: its templates there, finished files here."""

from __future__ import annotations

import mimetypes
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.errors import FootnotedError
from generator.settings import builtin
from generator.settings.project import Project

if TYPE_CHECKING:
    from generator.task import Task
    from generator.verification.finished import Finished

_LOADED = ("image/", "font/", "text/css")  # what pages load from elsewhere in a project, by kind
_LARGEST = 64 * 2**20  # bytes of a file that pages may load: rendering/fetching.py


@dataclass(frozen=True, slots=True)
class Delivery:
    """Finished files on their way back."""

    finished: list[Finished]
    contents: dict[str, bytes]

    def put(self, folder: Path) -> list[Finished]:
        """Write the files into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.contents.items():
            (folder / name).write_bytes(content)
        return [one.moved(folder) for one in self.finished]


class Parcel:
    """The files of a project that pages and slides are made with; unpacked once by each process that renders."""

    def __init__(self, project: Project, out: Path) -> None:
        self._root = project.root.resolve()
        built_in = builtin.folder("templates").resolve()
        folders = [folder.resolve() for folder in project.template_folders]
        own = [folder for folder in folders if folder != built_in]
        self._folders = [None if folder == built_in else folder.relative_to(self._root) for folder in folders]
        loaded = _loaded(self._root, out.resolve()) if own else iter(())
        whole = (path for folder in own for path in folder.rglob("*") if path.is_file())
        files = {path.relative_to(self._root): path for path in (*whole, *loaded)}
        self._files = {
            name: path.read_bytes() for name, path in files.items() if path.resolve().is_relative_to(self._root)
        }
        self._unpacked: tempfile.TemporaryDirectory[str] | None = None

    def __getstate__(self) -> dict[str, Any]:
        """What is sent: the files, not where they were unpacked."""
        return {**self.__dict__, "_unpacked": None}

    def printed(self, task: Task) -> Delivery:
        """Render a briefing, and return its files. Raises as `printing.printed` does, with paths as at home."""
        from generator.printing import printed

        there = self._unpack()
        folders = tuple(builtin.folder("templates") if name is None else there / name for name in self._folders)
        with tempfile.TemporaryDirectory(prefix="footnoted-") as made:
            try:
                finished = printed(replace(task, template_folders=folders, folder=Path(made)))
            except FootnotedError as error:
                error.what = error.what.replace(str(there), str(self._root))
                error.remedy = error.remedy.replace(str(there), str(self._root))
                raise
            return Delivery(finished, {one.path.name: one.path.read_bytes() for one in finished})

    def _unpack(self) -> Path:
        if self._unpacked is None:
            self._unpacked = tempfile.TemporaryDirectory(prefix="footnoted-")
            root = Path(self._unpacked.name).resolve()
            (root / "config" / "reports").mkdir(parents=True)  # by which a project is told
            for name, content in self._files.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_bytes(content)
        return Path(self._unpacked.name).resolve()


def _loaded(root: Path, out: Path) -> Iterator[Path]:
    """Yield the images, fonts and style sheets of a project; hidden files and its own outputs left out."""
    for folder, inside, names in os.walk(root):
        inside[:] = [name for name in inside if not name.startswith(".") and Path(folder, name) != out]
        for path in (Path(folder, name) for name in names if not name.startswith(".")):
            kind = mimetypes.guess_type(path.name)[0] or ""
            if kind.startswith(_LOADED) and path.stat().st_size <= _LARGEST:
                yield path

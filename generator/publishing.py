"""Finished briefings into place: all files of an issue at once or none, one build at a time, nothing of others lost."""

from __future__ import annotations

import ctypes
import os
import secrets
import shutil
from collections.abc import Iterator, Set
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.errors import OutputFailed, VerificationFailed
from generator.verification.evidence import Ledger
from generator.verification.ledger import read_ledger, write_ledger
from generator.verification.merging import merged

PATIENCE = 120.0  # seconds that a build waits for another one to put its files in place
_LEDGER = "evidence.json"
_DRAFT = ".building-"
_HERE, _EXCHANGE, _SWAP = (
    -100,
    2,
    2,
)  # AT_FDCWD; renameat2's RENAME_EXCHANGE on Linux, renamex_np's RENAME_SWAP on macOS


@contextmanager
def draft(folder: Path) -> Iterator[Path]:
    """Give a folder to build in, beside the one that the files are for; take it away in the end.

    Drafts of builds that were killed are taken away too. Raises OutputFailed for what a disk refuses.
    """
    made = folder.parent / f"{_DRAFT}{secrets.token_hex(6)}"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(folder.parent)
        # The lock comes before the folder: whoever sweeps finds either both in use, or nothing.
        with FileLock(made.with_suffix(".lock")):
            made.mkdir()
            yield made
    except OSError as error:
        raise _failed(folder, error) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
        with suppress(OSError):
            made.with_suffix(".lock").unlink(missing_ok=True)


def publish(made: Path, ledger: Ledger, folder: Path, unchanged: Set[str] = frozenset()) -> None:
    """Put a draft's files and their ledger in the place of a folder, in one step.

    Files of the folder that the draft has none of are kept, and their evidence with them; `unchanged` are those that
    would be made again as they are. Raises OutputFailed, after which what stood there still stands.
    """
    try:
        with FileLock(folder.parent / f".{folder.name}.lock", timeout=PATIENCE):
            write_ledger(_with_kept(made, ledger, folder, unchanged), made / _LEDGER)
            for file in sorted(made.iterdir()):
                _settle(file)
            _put(made, folder)
    except Timeout:
        raise OutputFailed(
            f"{folder}: another build has been putting its files there for {PATIENCE:.0f} seconds.",
            "Wait for it to end, or stop it, and build again.",
        ) from None
    except OSError as error:
        raise _failed(folder, error) from error


def _with_kept(made: Path, ledger: Ledger, folder: Path, unchanged: Set[str]) -> Ledger:
    """Bring what else stands in a folder into the draft, and return the ledger that speaks for all of it."""
    if not folder.is_dir():
        return ledger
    new = {file.name for file in made.iterdir()}
    kept = {path.name for path in folder.iterdir() if path.name not in (*new, _LEDGER)}
    for name in kept:
        _copy(folder / name, made / name)
    if not kept or not (folder / _LEDGER).is_file():
        return ledger
    with suppress(VerificationFailed):  # evidence that cannot be read speaks for nothing
        return merged(ledger, read_ledger(folder / _LEDGER), kept, unchanged)
    return ledger


def _copy(source: Path, target: Path) -> None:
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True)
        return
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _settle(file: Path) -> None:
    """See to it that a file is on the disk before a name leads to it."""
    if file.is_file() and not file.is_symlink():
        with file.open("rb") as opened:
            os.fsync(opened.fileno())


def _put(made: Path, folder: Path) -> None:
    """Give a draft the folder's name. Where both are there, they change places in one step, and the old one goes."""
    made.chmod(0o755)
    if not folder.exists():
        made.rename(folder)
        return
    if _exchanged(made, folder):
        # What someone put into the old folder meanwhile goes along.
        for path in made.iterdir():
            if not (folder / path.name).exists():
                path.rename(folder / path.name)
        return
    # A file system that cannot exchange folders: file by file, the evidence last.
    for file in sorted(made.iterdir(), key=lambda path: path.name == _LEDGER):
        if not file.is_dir():
            file.replace(folder / file.name)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders' names in one step; False where system or file system cannot (Linux and macOS can)."""
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
    if hasattr(library, "renamex_np"):
        return bool(library.renamex_np(names[0], names[1], _SWAP) == 0)
    return False


def _sweep(parent: Path) -> None:
    """Take away the drafts of builds that are no more: nobody holds their lock."""
    for lock in parent.glob(f"{_DRAFT}*.lock"):
        with suppress(Timeout, OSError), FileLock(lock, timeout=0):
            shutil.rmtree(lock.with_suffix(""), ignore_errors=True)
            lock.unlink(missing_ok=True)


def _failed(folder: Path, error: OSError) -> OutputFailed:
    reason = error.strerror or str(error)
    return OutputFailed(
        f"{folder}: {reason}.", "What stood there before still stands. Free the place, or name another with --out."
    )

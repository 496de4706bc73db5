"""Files on the disk: whole, or as they were."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from generator.errors import OutputFailed


def write_whole(content: bytes, path: Path) -> None:
    """Write a file in one step; raise OutputFailed where that cannot be, and leave what stood there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _failed(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except OSError as error:
        Path(draft).unlink(missing_ok=True)
        raise _failed(path, error) from error


def _failed(path: Path, error: OSError) -> OutputFailed:
    reason = error.strerror or str(error)
    return OutputFailed(f"{path} could not be written: {reason}.", "Free the path or choose another with --out.")

"""Outputs onto disk: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from generator.errors import OutputFailed


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: a reader sees the old one or the new one. Raises OutputFailed; the old one stands."""
    beside: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise OutputFailed(
            f"{path} could not be written: {error.strerror or error}.",
            "Make room or set the folder's rights, close the file where it is open, and build again.",
        ) from error

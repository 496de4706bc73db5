"""Office files opened with care: masters come from users, and decks to verify from anywhere."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

from pptx import Presentation

from generator.bounds import bound

_MOST_PARTS = 20_000
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Unsafe(Exception):
    """An Office file is none, or is made to do harm; says how."""


def open_presentation(path: Path) -> Any:
    """Return a presentation. Raises Unsafe for what is none, would fill the memory, or declares entities."""
    try:
        _look_into(path)
        return Presentation(str(path))
    except Unsafe:
        raise
    except Exception as error:  # python-pptx raises whatever it stumbles over
        raise Unsafe(f"it cannot be opened ({type(error).__name__}: {error})") from error


def _look_into(path: Path) -> None:
    """Look at the package's list of parts, then at each XML part's head, before anything is unpacked whole."""
    try:
        package = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as error:
        raise Unsafe(f"it is no PowerPoint file ({error})") from error
    most = bound("OFFICE_MEGABYTES") * 2**20
    with package:
        parts = package.infolist()
        if len(parts) > _MOST_PARTS:
            raise Unsafe(f"it has {len(parts):,} parts, more than {_MOST_PARTS:,}")
        if (size := sum(part.file_size for part in parts)) > most:
            raise Unsafe(
                f"it unpacks to {size / 2**20:,.0f} MB, more than {most // 2**20} (FOOTNOTED_OFFICE_MEGABYTES)"
            )
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                with package.open(part) as opened:
                    if _DECLARED.search(opened.read(4096)):
                        raise Unsafe(f"its part {part.filename} declares a document type, which Office never does")

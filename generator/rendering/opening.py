"""Office files opened with care: masters come from users, and decks to verify from anywhere."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.package import PartFactory
from pptx.package import Package
from pptx.parts.presentation import PresentationPart

import generator.rendering.quickening  # noqa: F401
from generator.bounds import bound

_MOST_PARTS = 20_000
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")  # MS-CFB 2.2: what PowerPoint 97 wrote, and what is encrypted today
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO 2.3.4.1
_MACROS = "application/vnd.ms-powerpoint.{}.macroEnabled.main+xml"
# Presentations, templates and shows are one thing under several names, with and without macros.
_PRESENTATIONS = (
    CT.PML_PRESENTATION_MAIN, CT.PML_TEMPLATE_MAIN, CT.PML_SLIDESHOW_MAIN,
    *(_MACROS.format(kind) for kind in ("presentation", "template", "slideshow")),
)  # fmt: skip
PartFactory.part_type_for.update(dict.fromkeys(_PRESENTATIONS, PresentationPart))


class Unsafe(Exception):
    """An Office file is none, or is made to do harm; says how."""


def open_presentation(path: Path) -> Any:
    """Return a presentation, whether it was saved as one or as a template, and with macros or without.

    Raises Unsafe for what is none, is protected by a password, would fill the memory, or declares entities.
    """
    try:
        _look_into(path)
        main: Any = Package.open(str(path)).main_document_part
        if main._content_type not in _PRESENTATIONS:
            raise Unsafe(f"it is no presentation but {main._content_type}")
        main._content_type = CT.PML_PRESENTATION_MAIN
        return main.presentation
    except Unsafe:
        raise
    except Exception as error:  # python-pptx raises whatever it stumbles over
        raise Unsafe(f"it cannot be opened ({type(error).__name__}: {error})") from error


def _look_into(path: Path) -> None:
    """Look at the package's list of parts, then at each XML part's head, before anything is unpacked whole."""
    try:
        package = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as error:
        raise Unsafe(_no_package(path, error)) from error
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


def _no_package(path: Path, error: Exception) -> str:
    """Say what a file is that is no package of parts."""
    if path.is_file():
        with path.open("rb") as file:
            if file.read(len(_COMPOUND)) == _COMPOUND:
                protected = _ENCRYPTED in file.read(bound("OFFICE_MEGABYTES") * 2**20)
                return "it is protected by a password" if protected else "it is in the format of PowerPoint 97 (.ppt)"
    return f"it is no PowerPoint file ({error})"

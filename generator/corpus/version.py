"""The version of what reads texts: a hash of its code, of its words and of the catalogue."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version as installed
from pathlib import Path

from generator.settings.catalogue import Catalogue
from generator.settings.corpus import Limits

_ROOMS = ("corpus", "extraction", "settings")
_LIBRARIES = (
    "trafilatura",
    "pypdfium2",
    "python-docx",
    "feedparser",
    "charset-normalizer",
    "opencc-python-reimplemented",
)


def reading_version(catalogue: Catalogue, limits: Limits) -> str:
    """Return a name that changes with everything that what is read out of a file hangs on."""
    digest = hashlib.sha256(_code())
    digest.update(catalogue.model_dump_json().encode())
    digest.update(limits.model_dump_json().encode())
    return digest.hexdigest()[:16]


@cache
def _code() -> bytes:
    package = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for room in _ROOMS:
        for path in sorted((package / room).rglob("*")):
            if path.suffix in (".py", ".yaml"):
                digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    for name in _LIBRARIES:
        digest.update(f"{name} {installed(name)}".encode())
    return digest.digest()

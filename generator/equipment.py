"""What a process has that outputs hang on: code, libraries, fonts. Where all have the same, all make the same."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator import __version__
from generator.settings import builtin

# Those whose version shows in what is read, printed or drawn; the ones that only carry it are left out.
_LIBRARIES = (
    "altair", "babel", "charset-normalizer", "feedparser", "fonttools", "jinja2", "lxml", "opencc-python-reimplemented",
    "pillow", "polars", "pydantic", "pydyf", "pypdfium2", "pyphen", "python-docx", "python-pptx", "tinycss2",
    "trafilatura", "uharfbuzz", "vl-convert-python", "weasyprint",
)  # fmt: skip


def equipment(families: Iterable[str] = ()) -> dict[str, str]:
    """Return what this process has, by name; with font families, also what renders them."""
    # Pickled objects are read by the Python that wrote them; a patch release changes nothing in them.
    found = {"footnoted": f"{__version__} ({_code()})", "Python": ".".join(platform.python_version_tuple()[:2])}
    found |= {name: _installed(name) for name in _LIBRARIES}
    wanted = sorted(set(families))
    if wanted:
        found["Pango"] = _pango()
        found |= {f"font {family}": _font(family) for family in wanted}
    return found


def lacking(needed: Mapping[str, str], families: Iterable[str] = ()) -> list[str]:
    """Return what this process has otherwise than it is needed, a sentence each."""
    here = equipment(families)
    return [
        f"{name} is {here.get(name, 'none')} there, {value} here"
        for name, value in needed.items()
        if here.get(name) != value
    ]


@cache
def _code() -> str:
    """Return a hash of this package, and of the settings and templates that it brings along."""
    package = Path(__file__).resolve().parent
    digest = hashlib.sha256()
    for folder in (package, builtin.folder("config"), builtin.folder("templates")):
        for path in sorted(folder.rglob("*")):
            parts = path.relative_to(folder).parts
            if path.is_file() and "__pycache__" not in parts and "builtin" not in parts:
                digest.update("/".join(parts).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:10]


@cache
def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


@cache
def _pango() -> str:
    from weasyprint.text.ffi import pango

    return str(pango.pango_version())


@cache
def _font(family: str) -> str:
    """Return a hash of the files of a family's regular and bold face; "none" where it is not installed."""
    from generator.charts.typefaces import files_of

    files = files_of(family)
    if not files:
        return "none"
    digest = hashlib.sha256(b"".join(hashlib.sha256(Path(path).read_bytes()).digest() for path in files))
    return digest.hexdigest()[:10]

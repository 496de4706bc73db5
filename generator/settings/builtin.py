"""Where the files that the product brings along are: the checkout's folders, or their copy inside the wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent.parent
_INSTALLED = _PACKAGE / "builtin"


def folder(name: Literal["config", "templates", "corpus"]) -> Path:
    """Return one of the built-in folders."""
    return (_INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent) / name

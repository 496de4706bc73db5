"""The logo of a theme: one picture for the covers of pages and slides."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path

import vl_convert

from generator.errors import TemplateFailed
from generator.settings.theme import Theme

_KINDS = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


def logo_file(theme: Theme, folders: Sequence[Path]) -> Path | None:
    """Return the theme's logo, from the first folder that has it; None for a theme without. Raises TemplateFailed."""
    if theme.logo is None:
        return None
    found = next((folder / theme.logo for folder in folders if (folder / theme.logo).is_file()), None)
    if found is None or found.suffix.lower() not in _KINDS:
        what = f"There is no logo '{theme.logo}' in templates/." if found is None else f"{found} is no picture."
        raise TemplateFailed(what, "Put it there as SVG, PNG or JPEG, or take 'logo' out of the theme.")
    return found


def for_pages(theme: Theme, folders: Sequence[Path]) -> str:
    """Return the logo as an address that holds it whole; empty for a theme without one."""
    file = logo_file(theme, folders)
    if file is None:
        return ""
    return f"data:{_KINDS[file.suffix.lower()]};base64,{base64.b64encode(file.read_bytes()).decode()}"


def for_slides(theme: Theme, folders: Sequence[Path]) -> bytes | None:
    """Return the logo as a picture that every program can show."""
    file = logo_file(theme, folders)
    if file is None:
        return None
    return vl_convert.svg_to_png(file.read_text("utf-8"), scale=4) if file.suffix == ".svg" else file.read_bytes()

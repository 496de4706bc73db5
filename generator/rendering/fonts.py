"""Fonts of pages and slides: no character is printed that no font has."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from generator.charts.typefaces import Typefaces, typefaces
from generator.errors import FontMissing
from generator.settings.model import OutputLanguage

__all__ = ["Typefaces", "advance", "require_glyphs", "typefaces"]


def require_glyphs(text: str, faces: Typefaces) -> None:
    """Raise FontMissing where a text has a character that none of the typefaces can write."""
    missing = faces.missing(text)
    if not missing:
        return
    named = ", ".join(f"'{char}' (U+{ord(char):04X} {unicodedata.name(char, '')})" for char in missing[:5])
    more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
    raise FontMissing(
        f"No font of the theme can write {named}{more}; the text has it and it would print as a box.",
        f"The theme's fonts here are {faces.body} and {faces.cjk}. Install a fuller one (on Debian: apt-get install "
        "fonts-noto-cjk fonts-noto-core) and name it under 'fonts' in the theme.",
    )


def advance(faces: Typefaces, language: OutputLanguage) -> Callable[[str, bool, bool], float]:
    """Return a measure of characters: the width in sizes of one character, given bold and heading."""

    def width(char: str, bold: bool, heading: bool) -> float:
        return faces.advance(char, language, bold=bold, heading=heading)

    return width

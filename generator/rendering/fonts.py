"""Fonts of pages and slides: no character is printed that no font has."""

from __future__ import annotations

import unicodedata
from typing import Any

from weasyprint.text.fonts import FontConfiguration

from generator.charts.typefaces import Typefaces
from generator.errors import FontMissing


def require_glyphs(text: str, faces: Typefaces) -> None:
    """Raise FontMissing where a text has a character that none of the typefaces can write."""
    missing = faces.missing(text)
    if not missing:
        return
    named = ", ".join(f"'{char}' (U+{ord(char):04X} {unicodedata.name(char, 'no name')})" for char in missing[:5])
    more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
    raise FontMissing(
        f"No font of the theme can write {named}{more}; it would print as a box.",
        f"The theme's fonts here are {faces.body} and {faces.cjk}. Install a font that has it (on Debian: apt-get "
        "install fonts-noto-core fonts-noto-cjk fonts-noto-cjk-extra) and name it under 'fonts' in the theme.",
    )


class Fonts(FontConfiguration):  # type: ignore[misc]
    """The fonts of this machine, opened as they are needed: one document after another sets its text in them."""

    _shared: Fonts | None = None
    _brought = False

    @classmethod
    def here(cls) -> Fonts:
        """Return the fonts of this process; without those that a document before brought along (`@font-face`)."""
        if cls._shared is None or cls._shared._brought:
            cls._shared = cls()
        return cls._shared

    def add_font_face(self, rule_descriptors: Any, url_fetcher: Any) -> None:
        """Add a font that a document brings along."""
        self._brought = True
        super().add_font_face(rule_descriptors, url_fetcher)

"""How wide characters are: advances out of the font files of a theme."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from fontTools.ttLib import TTFont

from generator.errors import FontMissing
from generator.rendering.fitting import Measure, is_cjk
from generator.settings.theme import Theme


class Face:
    """One font file's advances, in sizes; None for a character that it lacks."""

    def __init__(self, path: str, index: int) -> None:
        font: Any = TTFont(path, fontNumber=index, lazy=True)
        self._glyphs: dict[int, str] = font.getBestCmap()
        self._advances = font["hmtx"].metrics
        self._em = font["head"].unitsPerEm

    def advance(self, char: str) -> float | None:
        """Return a character's advance."""
        glyph = self._glyphs.get(ord(char))
        return None if glyph is None else self._advances[glyph][0] / self._em


@lru_cache(maxsize=32)
def installed(families: tuple[str, ...], bold: bool = False) -> tuple[str, Face]:
    """Return the first family that this machine has, and its face; raise FontMissing where it has none of them."""
    for family in families:
        query = f"{family}:style={'Bold' if bold else 'Regular'}"
        found = subprocess.run(
            ["fc-match", "-f", "%{family}\t%{file}\t%{index}", query], capture_output=True, text=True, check=True
        ).stdout.split("\t")
        if family in found[0].split(","):
            return family, Face(found[1], int(found[2]) & 0xFFFF)
    raise FontMissing(
        f"None of these fonts is installed: {', '.join(families)}.",
        "Install one of them, or name another in the theme.",
    )


@lru_cache(maxsize=8)
def measure(body: tuple[str, ...], heading: tuple[str, ...], cjk: tuple[str, ...], minimum: float) -> Measure:
    """Return the measure of text set in these families."""
    faces = {
        (bold, is_heading): installed(families, bold)[1]
        for bold in (False, True)
        for is_heading, families in ((False, body), (True, heading))
    }
    asian = installed(cjk)[1]

    @cache
    def advance(char: str, bold: bool, is_heading: bool) -> float:
        if char in "\n\v":
            return 0.0
        order: Sequence[Face] = (faces[bold, is_heading], asian)
        for face in reversed(order) if is_cjk(char) else order:
            if (width := face.advance(char)) is not None:
                return width
        return 1.0

    return Measure(advance, minimum)


def theme_measure(theme: Theme) -> Measure:
    """Return the measure of a theme's text."""
    return measure(theme.fonts.body, theme.fonts.heading, theme.fonts.cjk, theme.type.minimum)

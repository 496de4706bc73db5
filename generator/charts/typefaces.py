"""The typefaces of a theme that this machine has: which file each family is, what it can write and how wide."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz

from generator.errors import FontMissing
from generator.settings.theme import Theme

_FORMAT = r"%{family}\t%{style}\t%{file}\t%{index}\n"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file of a family; `index` is its place in a collection."""

    family: str
    bold: bool
    path: str
    index: int


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The families that a theme's fonts come down to here."""

    heading: str
    body: str
    cjk: str

    def families(self, language: str, *, heading: bool = False) -> tuple[str, ...]:
        """Return the families in the order to try them: Chinese sets its figures and Latin letters in the CJK font."""
        latin = self.heading if heading else self.body
        return (self.cjk, latin) if language.startswith("zh") else (latin, self.cjk)

    def advance(self, char: str, language: str, *, bold: bool = False, heading: bool = False) -> float:
        """Return a character's width in sizes; 0 for one that no family has."""
        for family in self.families(language, heading=heading):
            width = _advance(_face(family, bold), char)
            if width is not None:
                return width
        return 0.0

    def width(self, text: str, size: float, language: str, *, bold: bool = False) -> float:
        """Return the width of a line of text, in the unit of its size."""
        return size * sum(self.advance(char, language, bold=bold) for char in text)

    def foreign(self, text: str, language: str) -> dict[str, str]:
        """Return the characters of a text that the first family lacks, each with the first one that has it."""
        first, *others = self.families(language)
        found = {}
        for char in dict.fromkeys(text):
            if not _invisible(char) and not _writes(first, char):
                has = (family for family in others if _writes(family, char))
                found[char] = next(has, first)
        return found

    def missing(self, text: str) -> list[str]:
        """Return the characters that no family has, each once, in order."""
        families = dict.fromkeys((self.body, self.cjk, self.heading))
        shown = (char for char in dict.fromkeys(text) if not _invisible(char))
        return [char for char in shown if not any(_writes(family, char) for family in families)]


def typefaces(theme: Theme) -> Typefaces:
    """Return the theme's typefaces. Raises FontMissing where the machine has no family of a list."""
    fonts = theme.fonts
    return Typefaces(
        _first_installed(fonts.heading, "headings"), _first_installed(fonts.body, "text"),
        _first_installed(fonts.cjk, "Chinese"),
    )  # fmt: skip


def files_of(family: str) -> list[str]:
    """Return the font files of a family's regular and bold face; none where it is not installed."""
    here = _installed()
    return [here[face].path for face in ((family, False), (family, True)) if face in here]


def _first_installed(families: Sequence[str], purpose: str) -> str:
    here = _installed()
    for family in families:
        if (family, False) in here:
            return family
    package = "fonts-noto-cjk" if purpose == "Chinese" else "fonts-noto-core"
    raise FontMissing(
        f"No font for {purpose} is on this machine: the theme asks for {', '.join(families)}.",
        f"Install one (on Debian: apt-get install {package}), or name another under 'fonts' in the theme.",
    )


@lru_cache(maxsize=1)
def _installed() -> dict[tuple[str, bool], Face]:
    """Return every installed regular and bold face by family; fontconfig knows them, as it does for Pango."""
    command = shutil.which("fc-list")
    if command is None:
        raise FontMissing("The fonts of this machine can't be listed.", "Install fontconfig.")
    listed = subprocess.run([command, "--format", _FORMAT], capture_output=True, text=True, check=True).stdout
    faces: dict[tuple[str, bool], Face] = {}
    for line in sorted(listed.splitlines()):
        names, styles, path, index = line.split("\t")
        style = set(styles.split(","))
        bold = "Bold" in style
        if bold or style & {"Regular", "Book", "Roman", "Normal"}:
            for name in names.split(","):
                faces.setdefault((name, bold), Face(name, bold, path, int(index or 0) & 0xFFFF))
    return faces


def _face(family: str, bold: bool) -> Face:
    here = _installed()
    return here.get((family, bold)) or here[(family, False)]


def _writes(family: str, char: str) -> bool:
    return _advance(_face(family, False), char) is not None


def _advance(face: Face, char: str) -> float | None:
    """Return a character's width in sizes; None where the face does not have it."""
    font = _font(face)
    glyph = font.get_nominal_glyph(ord(char))
    return None if glyph is None else font.get_glyph_h_advance(glyph) / font.face.upem


@lru_cache(maxsize=16)
def _font(face: Face) -> uharfbuzz.Font:
    """Return a face's file, opened: of its sixty thousand characters, only those that are asked for are looked up."""
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(face.path), face.index))


def _invisible(char: str) -> bool:
    return char.isspace() or not char.isprintable() or char in "\u00ad\u200b\u2060\ufeff"

"""The look of every chart, out of the theme: fonts, sizes and colours as Vega-Lite's configuration."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from generator.charts.typefaces import Typefaces, typefaces
from generator.settings.builtin import folder
from generator.settings.model import OutputLanguage
from generator.settings.theme import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """What drawing a chart needs to know. Lengths are points; a page's text width is the chart's."""

    theme: Theme
    language: OutputLanguage
    faces: Typefaces
    width: float = 482.0
    height: float = 216.0

    @property
    def size(self) -> float:
        """The size of labels, one above the theme's small print so that a slide can show the same chart."""
        return self.theme.type.page_small + 1

    @property
    def line(self) -> float:
        """The height of a line of labels."""
        return self.size * 1.25

    def head(self, unit: str) -> float:
        """Return the height of a chart's unit above it, with the room around."""
        return self.size + 12 if unit else 4.0

    def text_width(self, text: str, size: float | None = None, *, bold: bool = False) -> float:
        """Return how wide the widest line of a text is."""
        size = size or self.size
        return max(self.faces.width(line, size, self.language, bold=bold) for line in text.split("\n"))

    def word(self, key: str) -> str:
        """Return one of the outputs' fixed words."""
        return str(_words()[key][self.language])

    def colour(self, index: int) -> str:
        """Return the colour of a series by its place."""
        return self.theme.colours.series[index % len(self.theme.colours.series)]

    def legible(self, index: int) -> str:
        """Return a series' colour, darkened until words in it can be read."""
        colour, ground = self.colour(index), self.theme.colours.ground
        for share in range(0, 101, 5):
            darker = mixed(colour, self.theme.colours.ink, share / 100)
            if contrast(darker, ground) >= 4.5:
                return darker
        return self.theme.colours.ink

    def on(self, index: int) -> str:
        """Return the text colour that reads better on a series' colour."""
        return self.over(self.colour(index))

    def over(self, fill: str) -> str:
        """Return the text colour that reads better on a fill."""
        colours = self.theme.colours
        return max((colours.ground, colours.ink), key=lambda text: contrast(text, fill))


def look(theme: Theme, language: OutputLanguage) -> Look:
    """Return the look of charts in one theme and language. Raises FontMissing."""
    return Look(theme, language, typefaces(theme))


def config(look: Look) -> dict[str, Any]:
    """Return the configuration that every chart starts from."""
    colours = look.theme.colours
    font = ", ".join(look.faces.families(look.language))
    return {
        "background": colours.ground,
        "padding": 2,
        "font": font,
        "view": {"stroke": None},
        "range": {"category": list(look.theme.colours.series)},
        "axis": {
            "grid": False, "domain": False, "ticks": False, "title": None,
            "labelColor": colours.muted, "labelFontSize": look.size, "labelPadding": 5, "labelLimit": 0,
            "labelLineHeight": look.size * 1.25, "labelOverlap": False,
        },
        "legend": {
            "orient": "top", "direction": "horizontal", "title": None, "labelLimit": 0, "labelColor": colours.ink,
            "labelFontSize": look.size, "symbolSize": 70, "symbolStrokeWidth": 0, "columnPadding": 16,
            "rowPadding": 3, "offset": 6, "padding": 0,
        },
        "title": {
            "anchor": "start", "frame": "bounds", "color": colours.muted, "fontSize": look.size,
            "fontWeight": "normal", "offset": 6,
        },
        "text": {"fontSize": look.size, "color": colours.ink, "lineHeight": look.size * 1.2},
    }  # fmt: skip


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG reckons it, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour with a share, from 0 to 1, of another in it."""
    parts = [(int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = yaml.safe_load((folder("templates") / "labels.yaml").read_text("utf-8"))
    return words

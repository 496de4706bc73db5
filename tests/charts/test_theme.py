"""The sober theme: what is written can be read, and series are told apart in any kind of colour vision."""

from __future__ import annotations

from itertools import combinations

import pytest
import yaml

from generator.charts.theme import contrast, look
from generator.charts.typefaces import typefaces
from generator.settings.builtin import folder
from generator.settings.theme import Theme

# Machado, Oliveira and Fernandes (2009), full severity, over linear RGB.
_VISION = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


@pytest.fixture(scope="module")
def theme() -> Theme:
    return Theme.model_validate(yaml.safe_load((folder("config") / "themes" / "sober.yaml").read_text("utf-8")))


def test_words_have_contrast_enough(theme: Theme) -> None:
    colours = theme.colours
    for ground in (colours.ground, colours.panel):
        for words in (colours.ink, colours.muted, colours.accent, colours.good, colours.bad, colours.caution):
            assert contrast(words, ground) >= 4.5, (words, ground)
    assert contrast(colours.on_accent, colours.accent) >= 4.5


def test_words_in_and_on_series_have_contrast_enough(theme: Theme) -> None:
    seen = look(theme, "en")
    for i, colour in enumerate(theme.colours.series):
        assert contrast(seen.legible(i), theme.colours.ground) >= 4.5
        assert contrast(seen.on(i), colour) >= 4.2
        assert contrast(colour, theme.colours.ground) >= 2.8


@pytest.mark.parametrize("vision", _VISION)
def test_series_are_told_apart(vision: str, theme: Theme) -> None:
    pairs = list(combinations(theme.colours.series[:4], 2))
    assert len(pairs) == 6
    for one, other in pairs:
        assert _distance(_seen(one, vision), _seen(other, vision)) > 20, (vision, one, other)


def test_chinese_sets_its_figures_in_its_own_font(theme: Theme) -> None:
    faces = typefaces(theme)
    assert faces.families("zh")[0] == faces.cjk
    assert faces.families("en")[0] == faces.body
    assert faces.width("小米", 10, "zh") == 20
    assert faces.missing("小米 113.1 — “quoted”") == []
    assert faces.missing("a\U0001f984b") == ["\U0001f984"]


def _seen(colour: str, vision: str) -> tuple[float, float, float]:
    """Return a colour as an eye sees it, in CIE L*a*b*."""
    linear = [((int(colour[i : i + 2], 16) / 255 + 0.055) / 1.055) ** 2.4 for i in (1, 3, 5)]
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, linear, strict=True)), 0.0), 1.0) for row in _VISION[vision]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _distance(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)

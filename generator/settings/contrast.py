"""Colours that can be read and told apart: contrast of text, and series in any kind of colour vision."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.errors import Problem
from generator.settings.theme import Colours, Theme
from generator.settings.yaml_nodes import YamlFile

READABLE = 4.5  # WCAG 2.2, 1.4.3, level AA
_APART = 11.0  # CIE 1976 difference, from which neighbouring areas are told apart at a glance
_ON = {"on_accent": ("accent",)}  # what else than ground and panel a colour of text stands on
_TEXT = ("ink", "muted", "accent", "good", "bad", "caution", "on_accent")
# Machado, Oliveira and Fernandes (2009), full severity: how colours look to those who lack one kind of cone.
_VISIONS = {
    "ordinary": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopic": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopic": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopic": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
Rgb = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """Return how far two colours are apart in luminance, from 1 to 21."""
    darker, lighter = sorted((_luminance(_linear(one)), _luminance(_linear(other))))
    return (lighter + 0.05) / (darker + 0.05)


def theme_problems(file: YamlFile, theme: Theme) -> list[Problem]:
    """Return a problem for each colour of text that is hard to read, and each pair of series hard to tell apart."""
    return [*_unreadable(file, theme.colours), *_alike(file, theme.colours)]


def _unreadable(file: YamlFile, colours: Colours) -> Iterator[Problem]:
    for name in _TEXT:
        for ground in _ON.get(name, ("ground", "panel")):
            found = contrast(getattr(colours, name), getattr(colours, ground))
            if found < READABLE:
                message = f"text in '{name}' has a contrast of {found:.1f}:1 on '{ground}'; {READABLE}:1 is needed."
                yield file.problem(("colours", name), message, getattr(colours, name))


def _alike(file: YamlFile, colours: Colours) -> Iterator[Problem]:
    for (i, one), (j, other) in combinations(enumerate(colours.series), 2):
        for vision, matrix in _VISIONS.items():
            if _difference(_seen(one, matrix), _seen(other, matrix)) < _APART:
                message = f"the colours {i + 1} and {j + 1} of 'series' look alike in {vision} vision."
                yield file.problem(("colours", "series", j), message, other)
                break


def _linear(colour: str) -> Rgb:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def _luminance(rgb: Rgb) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def _seen(colour: str, matrix: tuple[Rgb, Rgb, Rgb]) -> Rgb:
    rgb = _linear(colour)
    red, green, blue = (min(max(sum(m * part for m, part in zip(row, rgb, strict=True)), 0.0), 1.0) for row in matrix)
    return red, green, blue


def _difference(one: Rgb, other: Rgb) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(_lab(one), _lab(other), strict=True)) ** 0.5)


def _lab(rgb: Rgb) -> Rgb:
    """Return a colour in CIE L*a*b*, for daylight (D65)."""
    red, green, blue = rgb
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = _luminance(rgb)
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)

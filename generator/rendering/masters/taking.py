"""Colours and fonts taken from a company's master into its theme, so that pages and charts have them too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.charts.theme import mixed
from generator.rendering.masters.company import Fitted
from generator.rendering.masters.scheme import Scheme
from generator.settings.contrast import READABLE, contrast
from generator.settings.theme import Theme

_ACCENTS = ("accent1", "tx2", "accent2", "accent3", "accent4", "accent5", "accent6")
# Fonts of Office and those of the same widths that other machines have: text measured in one fits in the other.
_TWINS = {
    "Calibri": "Carlito", "Cambria": "Caladea", "Arial": "Liberation Sans", "Helvetica": "Liberation Sans",
    "Times New Roman": "Liberation Serif", "Courier New": "Liberation Mono", "Arial Narrow": "Liberation Sans Narrow",
    "Georgia": "Gelasio",
}  # fmt: skip


def taken(theme: Theme, fitted: Mapping[str, Fitted]) -> Theme:
    """Return a theme with what it takes from its master: `from_master` says what."""
    if not theme.from_master or "Text" not in fitted:
        return theme
    scheme = Scheme(fitted["Text"].layout)
    changed: dict[str, Any] = {}
    if "colours" in theme.from_master:
        changed["colours"] = theme.colours.model_copy(update=_colours(theme, scheme))
    if "fonts" in theme.from_master:
        changed["fonts"] = theme.fonts.model_copy(update=_fonts(theme, scheme))
    return theme.model_copy(update=changed)


def _colours(theme: Theme, scheme: Scheme) -> dict[str, Any]:
    """Return the colours of a scheme by what they are for; what is text can be read on ground and panel."""
    own = theme.colours
    ground = scheme.ground() or scheme.colour("bg1") or own.ground
    ink = scheme.colour("tx1") or own.ink
    if contrast(ink, ground) < READABLE:
        ink = max(("#000000", "#FFFFFF"), key=lambda colour: contrast(colour, ground))
    panel = mixed(ground, ink, 0.05)
    slots = [colour for slot in _ACCENTS if (colour := scheme.colour(slot))]
    accent = next((c for c in slots if min(contrast(c, ground), contrast(c, panel)) >= READABLE), ink)
    series = [colour for slot in _ACCENTS if slot != "tx2" and (colour := scheme.colour(slot))]
    return {
        "ground": ground, "ink": ink, "panel": panel, "accent": accent, "rule": mixed(ground, ink, 0.25),
        "muted": _legible(mixed(ink, ground, 0.35), ink, ground, panel),
        "on_accent": max((ground, "#FFFFFF", "#000000"), key=lambda colour: contrast(colour, accent)),
        **{tone: _legible(getattr(own, tone), ink, ground, panel) for tone in ("good", "bad", "caution")},
        "series": tuple(dict.fromkeys(series)) if len(set(series)) >= len(own.series[:4]) else own.series,
    }  # fmt: skip


def _legible(colour: str, ink: str, *grounds: str) -> str:
    """Return a colour with as much ink in it as text of it needs."""
    shades = (mixed(colour, ink, share / 10) for share in range(11))
    return next((one for one in shades if min(contrast(one, ground) for ground in grounds) >= READABLE), ink)


def _fonts(theme: Theme, scheme: Scheme) -> dict[str, tuple[str, ...]]:
    """Return the fonts of a scheme; no other is put in their place, for text would be wider or narrower."""
    own = theme.fonts
    heading, body = scheme.font("major", "latin"), scheme.font("minor", "latin")
    asian = scheme.font("minor", "ea")
    return {
        "heading": same_width(heading) if heading else own.heading,
        "body": same_width(body) if body else own.body,
        "cjk": (asian, *own.cjk) if asian else own.cjk,
    }


def same_width(family: str) -> tuple[str, ...]:
    """Return a font and the one whose letters are as wide, if any is known."""
    return (family, _TWINS[family]) if family in _TWINS else (family,)

"""Colours and fonts written out: the slots that our own masters hold a theme's in are a company's own in its master."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pptx.oxml.ns import qn

from generator.rendering.theme_part import SLOTS, series_of
from generator.settings.theme import Theme


def colours_of(theme: Theme) -> dict[str, str]:
    """Return what our slots of colour mean in a theme."""
    found = {slot: getattr(theme.colours, tone) for tone, slot in SLOTS.items()}
    return found | {f"accent{number}": colour for number, colour in enumerate(series_of(theme), start=1)}


def fonts_of(families: tuple[str, str, str]) -> dict[str, str]:
    """Return what our slots of fonts mean. `families` are the heading, body and East Asian fonts."""
    heading, body, cjk = families
    return {"+mj-lt": heading, "+mn-lt": body, "+mj-ea": cjk, "+mn-ea": cjk}


def spell_out(element: Any, colours: Mapping[str, str], fonts: Mapping[str, str]) -> None:
    """Put colours for slots (`#12355B`, or another slot), and names for fonts; what is not named stays a slot."""
    for found in list(element.iter(qn("a:schemeClr"))):
        colour = colours.get(found.get("val"), "")
        if colour.startswith("#"):
            found.tag = qn("a:srgbClr")
        if colour:
            found.set("val", colour.removeprefix("#").upper() if colour.startswith("#") else colour)
    for tag in ("a:latin", "a:ea"):
        for found in element.iter(qn(tag)):
            found.set("typeface", fonts.get(found.get("typeface"), found.get("typeface")))

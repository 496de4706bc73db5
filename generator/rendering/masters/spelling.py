"""Colours and fonts written out: the slots that our own masters hold a theme's in are a company's own in its master."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from generator.rendering.masters.scheme import Scheme
from generator.rendering.masters.taking import same_width
from generator.rendering.theme_part import SLOTS, series_of
from generator.settings.theme import Theme

# MS-ODRAWXML 2.18.2, hlinkClr
_TEXT_COLOUR = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)
_SLOTS = ("tx1", "bg1", "tx2", "bg2", *(f"accent{number}" for number in range(1, 7)))


def colours_of(theme: Theme, scheme: Scheme) -> dict[str, str]:
    """Return what our slots of colour mean in a theme: the master's own slots where the theme takes its colours."""
    found = {slot: getattr(theme.colours, tone) for tone, slot in SLOTS.items()}
    found |= {f"accent{number}": colour for number, colour in enumerate(series_of(theme), start=1)}
    if "colours" not in theme.from_master:
        return found
    slots = {colour: slot for slot in reversed(_SLOTS) if (colour := scheme.colour(slot))}
    return {ours: slots.get(colour, colour) for ours, colour in found.items()}


def fonts_of(theme: Theme, scheme: Scheme, families: tuple[str, str, str]) -> dict[str, str]:
    """Return what our slots of fonts mean: the master's own where text was measured in them, else fonts by name.

    `families` are the heading, body and East Asian fonts that text was measured in.
    """
    heading, body, cjk = families
    found = {"+mj-lt": heading, "+mn-lt": body, "+mj-ea": cjk, "+mn-ea": cjk}
    if "fonts" not in theme.from_master:
        return found
    slots = {"+mj-lt": ("major", "latin"), "+mn-lt": ("minor", "latin"), "+mj-ea": ("major", "ea"),
             "+mn-ea": ("minor", "ea")}  # fmt: skip
    return {ours: name for ours, name in found.items() if name not in same_width(scheme.font(*slots[ours]))}


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


def colour_links(element: Any) -> None:
    """Let links have the colour of their text: a scheme's colour for links may not be read on a master's ground."""
    for link in element.iter(qn("a:hlinkClick")):
        if link.find(qn("a:extLst")) is None:
            link.append(parse_xml(_TEXT_COLOUR))

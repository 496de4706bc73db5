"""A company's master: our layouts laid into its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.rendering.masters.choosing import chosen, kind_of, named_layouts
from generator.rendering.masters.drawing import HEIGHT, WIDTH
from generator.rendering.masters.measuring import Measured, contents, margins_of, measured, numbers_itself
from generator.rendering.masters.places import Place
from generator.rendering.sheets import Layout, Margins, Spot
from generator.settings.theme import Theme

_OWN = 1000  # from this index on stand what the master has no placeholder for, and what it has under doubtful ones
_HELD = {"Table": ("obj", "tbl"), "Chart": ("obj", "chart"), "Picture": ("obj", "pic"), "Body": ("obj", "body")}
_FEET = (("Footer", "footer", "ftr", 90), ("Slide Number", "page_number", "sldNum", 91))


@dataclass(frozen=True, slots=True)
class Holder:
    """What holds one thing on a slide: a placeholder of the layout, or where it has none, a place of our own."""

    spot: Spot
    name: str
    place: Place | None = None
    shape: Any = None


@dataclass(frozen=True, slots=True)
class Fitted:
    """One of our layouts laid into a company's. `key` is the theme's word for it, empty where it names none."""

    name: str
    layout: Any
    key: str
    measured: Measured
    holders: tuple[Holder, ...]

    @property
    def spots(self) -> Layout:
        """It as slides are arranged in."""
        return Layout(self.name, {holder.name: holder.spot for holder in self.holders})


def unit_of(presentation: Any) -> float:
    """Return the EMU that one point of our own slides takes on a company's: larger slides have larger text."""
    area = presentation.slide_width * presentation.slide_height
    return float((area / (WIDTH * HEIGHT)) ** 0.5)


def fitted(presentation: Any, theme: Theme) -> dict[str, Fitted]:
    """Lay our layouts into a company's. A layout that the theme names and the master lacks is left out."""
    named, unit = named_layouts(presentation), unit_of(presentation)
    size = (presentation.slide_width / unit, presentation.slide_height / unit)

    def room(layout: Any) -> float:
        found = measured(layout, {}, size, unit)
        return found.body.width * found.body.height if found.roomy else 0.0

    laid = {}
    for name, (key, own) in chosen(theme.layouts, named, room).items():
        if layout := named.get(own.layout):
            whole = measured(layout, own.placeholders, size, unit, cover=name == "Cover")
            holders = _cover(whole, unit) if name == "Cover" else _holders(name, layout, whole, unit)
            laid[name] = Fitted(name, layout, key, whole, tuple(holders))
    return laid


def _cover(found: Measured, unit: float) -> Iterator[Holder]:
    yield _held(found, "headline", Place("Headline", "title", 0, found.frames["headline"]), unit)
    yield _held(found, "subtitle", Place("Subtitle", "subTitle", 1, found.body), unit)


def _holders(name: str, layout: Any, found: Measured, unit: float) -> Iterator[Holder]:
    yield _held(found, "headline", Place("Headline", "title", 0, found.frames["headline"]), unit)
    content = sorted(contents(layout, found.shapes), key=lambda shape: -(shape.width or 0) * (shape.height or 0))
    free = [found.shapes["body"]] if "body" in found.shapes else content
    for place in found.places(name):
        role = place.name.lower()
        suits = next((shape for shape in free if kind_of(shape) in _HELD.get(place.name, ())), None)
        if suits is None or role in ("kicker", "source"):
            yield _held(found, role, place, unit)
        else:
            yield Holder(Spot(_OWN + place.index, place.frame, margins_of(suits, unit)), place.name, None, suits)
    for spot, role, kind, index in _FEET:
        if role in found.shapes or role != "page_number" or not numbers_itself(layout):
            yield _held(found, role, Place(spot, kind, index, found.frames[role], anchor="ctr"), unit)


def _held(found: Measured, role: str, place: Place, unit: float) -> Holder:
    """Return the placeholder that holds something, by what it holds, or a place of our own."""
    shape = found.shapes.get(role)
    if shape is None:
        margins: Margins = (place.margin, place.margin, place.margin, place.margin)
        return Holder(Spot(_OWN + place.index, place.frame, margins), place.name, place)
    index = shape.placeholder_format.idx if role in ("footer", "page_number") else _OWN + place.index
    frame = found.frames.get(role) or place.frame
    return Holder(Spot(index, frame, margins_of(shape, unit)), place.name, None, shape)

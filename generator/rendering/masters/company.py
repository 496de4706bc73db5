"""A company's master: our layouts laid into its own, and its slides dressed when they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.rendering.masters.choosing import chosen, kind_of, named_layouts
from generator.rendering.masters.drawing import HEIGHT, WIDTH
from generator.rendering.masters.measuring import Measured, contents, margins_of, measured
from generator.rendering.masters.places import Place
from generator.rendering.sheets import Layout, Margins, Spot
from generator.settings.theme import OwnLayout, Theme

_OWN = 1000  # from this index on stand what the master has no placeholder for
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
    """One of our layouts laid into a company's."""

    layout: Any
    holders: tuple[Holder, ...]

    def measured(self, name: str) -> Layout:
        """Return it as slides are arranged in."""
        return Layout(name, {holder.name: holder.spot for holder in self.holders})


def unit_of(presentation: Any) -> float:
    """Return the EMU that one point of our own slides takes on a company's: larger slides have larger text."""
    area = presentation.slide_width * presentation.slide_height
    return float((area / (WIDTH * HEIGHT)) ** 0.5)


def fitted(presentation: Any, theme: Theme) -> dict[str, Fitted]:
    """Lay our layouts into a company's, by our names, and by its own what slides may ask for beside them."""
    named, unit = named_layouts(presentation), unit_of(presentation)
    size = (presentation.slide_width / unit, presentation.slide_height / unit)
    ours = chosen(theme.layouts, named)
    return {
        name: Fitted(named[own.layout], tuple(_holders(name, named[own.layout], own, size, unit)))
        for name, own in ours.items()
    }


def _holders(name: str, layout: Any, own: OwnLayout, size: tuple[float, float], unit: float) -> Iterator[Holder]:
    found = measured(layout, own.placeholders, size, unit, cover=name == "Cover")
    yield _held(found, "Headline", "headline", Place("Headline", "title", 0, found.frames["headline"]), unit)
    if name == "Cover":
        yield _held(found, "Subtitle", "subtitle", Place("Subtitle", "subTitle", 1, found.body), unit)
        return
    content = sorted(contents(layout, found.shapes), key=lambda shape: -(shape.width or 0) * (shape.height or 0))
    free = [found.shapes["body"]] if "body" in found.shapes else content
    for place in found.places(name):
        role = place.name.lower()
        suits = next((shape for shape in free if kind_of(shape) in _HELD.get(place.name, ())), None)
        if role in found.shapes:
            yield _held(found, place.name, role, place, unit)
        elif suits is not None:
            yield Holder(Spot(_OWN + place.index, place.frame, margins_of(suits, unit)), place.name, None, suits)
        else:
            yield _stand_in(place)
    for spot, role, kind, index in _FEET:
        yield _held(found, spot, role, Place(spot, kind, index, found.frames[role], anchor="ctr"), unit)


def _held(found: Measured, name: str, role: str, place: Place, unit: float) -> Holder:
    shape = found.shapes.get(role)
    if shape is None:
        return _stand_in(place)
    index = shape.placeholder_format.idx if role in ("footer", "page_number") else _OWN + place.index
    frame = found.frames.get(role) or place.frame
    return Holder(Spot(index, frame, margins_of(shape, unit)), name, None, shape)


def _stand_in(place: Place) -> Holder:
    margins: Margins = (place.margin,) * 4
    return Holder(Spot(_OWN + place.index, place.frame, margins), place.name, place)

"""Grounds that are pictures, or run from one colour to another: where text can't be read on one, it has a plate."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from PIL import Image, UnidentifiedImageError
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from generator.rendering.masters.company import Fitted
from generator.rendering.masters.scheme import Scheme
from generator.rendering.masters.shapes import NAMES
from generator.rendering.sheets import Frame
from generator.settings.contrast import READABLE, contrast
from generator.settings.theme import Colours, Theme

_AROUND = 10.0  # points of a plate around what stands on it
_GRID = (64, 36)  # places at which a picture is looked at
_FEW = 0.03  # of them that may be hard to read on: a fine line, a corner
_TONES = ("ink", "muted", "accent", "good", "bad", "caution")
_SHAPES = (qn("p:sp"), qn("p:pic"), qn("p:graphicFrame"), qn("p:grpSp"), qn("p:cxnSp"))


def lay_plates(presentation: Any, fitted: Mapping[str, Fitted], theme: Theme, unit: float) -> None:
    """Put a plate of the theme's ground behind the content of each layout whose ground its text can't be read on.

    `unit` is EMU a point. A plate lies in the layout, above its pictures and beneath its placeholders; headline and
    footers stand on the ground itself, in the company's own colours.
    """
    size = Frame(0, 0, presentation.slide_width, presentation.slide_height)
    layouts = {one.layout.part: one for name, one in fitted.items() if name != "Cover"}
    for one in layouts.values():
        area = Frame(*(length * unit for length in one.measured.body))
        if not all(_readable(ground, theme.colours) for ground in _grounds(one.layout, area, size)):
            _lay(one, theme, unit)


def _readable(ground: Iterable[str], colours: Colours) -> bool:
    """Whether each colour of text can be read nearly everywhere on the colours of a ground."""
    seen = list(ground)
    return bool(seen) and all(
        sum(contrast(getattr(colours, tone), one) < READABLE for one in seen) <= len(seen) * _FEW for tone in _TONES
    )


def _grounds(layout: Any, area: Frame, size: Frame) -> Iterator[list[str]]:
    """Yield the colours of each picture and ground that an area lies on; none for what can't be looked at.

    A ground of one colour is judged where the theme is (faults.py).
    """
    hidden = layout._element.get("showMasterSp") == "0"
    for holder in (layout,) if hidden else (layout, layout.slide_master):
        for shape in holder.shapes:
            if shape._element.tag == qn("p:pic"):
                place = Frame(*(float(side or 0) for side in (shape.left, shape.top, shape.width, shape.height)))
                if _share(area, place) > 0.5:
                    yield _pixels(shape._element, holder.part, area, place)
    for holder in (layout, layout.slide_master):
        ground = holder._element.find(f"{qn('p:cSld')}/{qn('p:bg')}/{qn('p:bgPr')}")
        if ground is None:
            continue
        if ground.find(qn("a:blipFill")) is not None:
            yield _pixels(ground, holder.part, area, size)
        elif ground.find(qn("a:gradFill")) is not None:
            yield _stops(ground, Scheme(layout))
        return


def _share(area: Frame, other: Frame) -> float:
    """Return the share of an area that another covers."""
    wide = min(area.right, other.right) - max(area.left, other.left)
    high = min(area.bottom, other.bottom) - max(area.top, other.top)
    return max(wide, 0.0) * max(high, 0.0) / (area.width * area.height)


def _pixels(element: Any, part: Any, area: Frame, place: Frame) -> list[str]:
    """Return the colours of a picture beneath an area; none of a drawing that can't be looked at."""
    blip = next(element.iter(qn("a:blip")))
    try:
        picture = Image.open(io.BytesIO(part.related_part(blip.get(qn("r:embed"))).blob)).convert("RGBA")
    except (UnidentifiedImageError, KeyError, OSError):
        return []
    white = Image.new("RGBA", picture.size, "#FFFFFF")
    white.alpha_composite(picture)
    across, down = picture.width / place.width, picture.height / place.height
    beneath = (
        max((area.left - place.left) * across, 0.0), max((area.top - place.top) * down, 0.0),
        min((area.right - place.left) * across, picture.width), min((area.bottom - place.top) * down, picture.height),
    )  # fmt: skip
    seen = white.convert("RGB").resize(_GRID, Image.Resampling.BOX, box=beneath).tobytes()
    return [f"#{seen[i : i + 3].hex().upper()}" for i in range(0, len(seen), 3)]


def _stops(ground: Any, scheme: Scheme) -> list[str]:
    """Return the colours that a ground runs through; none where one of them is no plain colour."""
    found = []
    for stop in ground.iter(qn("a:gs")):
        colour = stop[0]
        plain = f"#{colour.get('val')}" if colour.tag == qn("a:srgbClr") else scheme.colour(colour.get("val", ""))
        if plain is None or len(colour):
            return []
        found.append(plain)
    return found


def _lay(one: Fitted, theme: Theme, unit: float) -> None:
    body = one.measured.body
    left, top = max(body.left - _AROUND, 0.0), body.top - _AROUND / 2
    place = Frame(left, top, body.right + _AROUND - left, body.bottom + _AROUND / 2 - top)
    x, y, wide, high = (round(length * unit) for length in place)
    tree = one.layout.shapes._spTree
    ident = max((int(i) for i in tree.xpath("//@id") if i.isdigit()), default=1) + 1
    plate = parse_xml(
        f'<p:sp {NAMES}><p:nvSpPr><p:cNvPr id="{ident}" name="Plate"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect">'
        f'<a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{theme.colours.ground[1:].upper()}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
    shapes = [element for element in tree if element.tag in _SHAPES]
    first = next((element for element in shapes if element.xpath("*/p:nvPr/p:ph")), None)
    if first is None:
        tree.append(plate)
    else:
        first.addprevious(plate)

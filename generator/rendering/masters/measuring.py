"""The frames of a company's layout: read from its placeholders; where it has none for something, computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pptx.oxml.ns import qn

from generator.rendering.masters.choosing import kind_of
from generator.rendering.masters.places import Place, body_places
from generator.rendering.sheets import Frame, Margins

LEAST = (300.0, 190.0)  # points of a slide as large as ours: less holds no chart
_MARGIN = 44.0  # points from the slide's edge, where a master says nothing
_KICKER, _SOURCE = 18.0, 28.0  # heights of the lines above and below the body
_CONTENT = ("body", "obj", "chart", "tbl", "pic", "dgm", "media", "clipArt")
_TEXT = ("body", "obj")
_KINDS = {
    "headline": ("title", "ctrTitle"), "subtitle": ("subTitle",), "footer": ("ftr",), "page_number": ("sldNum",),
}  # fmt: skip
_SIDES = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))


@dataclass(frozen=True)
class Measured:
    """What a company's layout has room for. Frames are in points of a slide as large as ours.

    `shapes` are the placeholders that are written into, by what they hold; `frames` where the same things stand,
    and those that have no placeholder; `body` the room between headline and footer.
    """

    shapes: Mapping[str, Any]
    frames: Mapping[str, Frame]
    body: Frame

    @property
    def roomy(self) -> bool:
        """Whether there is room for a chart."""
        return self.body.width >= LEAST[0] and self.body.height >= LEAST[1]

    def places(self, name: str) -> tuple[Place, ...]:
        """Return what stands in the body of one of our layouts, kicker and source line around it."""
        top, bottom = self.body.top, self.body.bottom
        kicker, source = self.frames.get("kicker"), self.frames.get("source")
        if kicker is None:
            kicker = self.body._replace(height=_KICKER)
            top += _KICKER + 6
        if source is None:
            source = self.body._replace(top=bottom - _SOURCE, height=_SOURCE)
            bottom -= _SOURCE + 6
        return (
            Place("Kicker", "body", 10, kicker),
            *body_places(self.body._replace(top=top, height=bottom - top))[name],
            Place("Source", "body", 11, source, anchor="b"),
        )


def measured(
    layout: Any, wanted: Mapping[Any, str], size: tuple[float, float], unit: float, cover: bool = False
) -> Measured:
    """Measure a layout. `wanted` are placeholders by what they hold, `size` is the slide's, `unit` EMU a point.

    On a cover, a placeholder for any text is as good as one for the subtitle.
    """
    shapes = _shapes(layout, wanted)
    if cover and "subtitle" not in shapes and (texts := [s for s in contents(layout, shapes) if kind_of(s) in _TEXT]):
        shapes["subtitle"] = max(texts, key=lambda shape: (shape.width or 0) * (shape.height or 0))
    frames = {role: frame for role, shape in shapes.items() if (frame := frame_of(shape, unit))}
    foot = size[1] - 33
    for role, usual in (
        ("headline", Frame(_MARGIN, 30, size[0] - 2 * _MARGIN, 64)),
        ("footer", Frame(_MARGIN, foot, size[0] * 0.7, 18)),
        ("page_number", Frame(size[0] - _MARGIN - 100, foot, 100, 18)),
    ):
        frames.setdefault(role, _of_master(layout, role, unit) or usual)
    head = frames["headline"]
    feet = [frames[role].top for role in ("footer", "page_number") if frames[role].top > size[1] * 0.75]
    low = min((*feet, *_bands(layout, size, unit)), default=size[1] - _MARGIN) - 6
    above = head.top < size[1] / 2  # else the title stands at the foot, and content above it
    limit = Frame(0, head.bottom + 6, size[0], low - head.bottom - 6) if above else Frame(0, 0, size[0], head.top - 6)
    return Measured(shapes, frames, _within(_room(layout, shapes, head, limit, unit), limit))


def _bands(layout: Any, size: tuple[float, float], unit: float) -> Iterator[float]:
    """Yield where each band at the foot begins: whatever is drawn there, filled, over half of the slide's width.

    Footers may stand in the middle of one, content may not: LibreOffice's Blue Curve has a wave there.
    """
    for holder in (layout, layout.slide_master):
        for shape in holder.shapes:
            frame = None if shape.is_placeholder else frame_of(shape, unit)
            if frame is None or shape._element.find(f"{qn('p:spPr')}/{qn('a:noFill')}") is not None:
                continue
            if frame.width > size[0] / 2 and frame.top > size[1] * 0.7 and frame.bottom > size[1] - 2:
                yield frame.top


def frame_of(shape: Any, unit: float) -> Frame | None:
    """Return where a placeholder stands, inherited from the master if need be; None where nothing says so."""
    lengths = (shape.left, shape.top, shape.width, shape.height)
    return None if None in lengths else Frame(*(length / unit for length in lengths))


def margins_of(shape: Any, unit: float) -> Margins:
    """Return the margins inside a placeholder: its own, the master's, or PowerPoint's."""
    chain = [shape, getattr(shape, "_base_placeholder", None)]
    given = [body.attrib for one in chain if one is not None for body in one._element.iter(qn("a:bodyPr"))]
    left, top, right, bottom = (
        int(next((attributes[side] for attributes in given if side in attributes), usual)) / unit
        for side, usual in _SIDES
    )
    return left, top, right, bottom


def _shapes(layout: Any, wanted: Mapping[Any, str]) -> dict[str, Any]:
    by_name = {shape.name: shape for shape in layout.placeholders}
    found = {role: by_name[name] for role, name in wanted.items() if name in by_name}
    for role, usual in _KINDS.items():
        shape = next((s for s in layout.placeholders if kind_of(s) in usual and _upright(s)), None)
        if shape is not None:
            found.setdefault(role, shape)
    return found


def contents(layout: Any, taken: Mapping[str, Any]) -> list[Any]:
    """Return the placeholders for content that are not taken for something else."""
    elements = [shape._element for role, shape in taken.items() if role != "body"]
    return [s for s in layout.placeholders if kind_of(s) in _CONTENT and s._element not in elements and _upright(s)]


def numbers_itself(layout: Any) -> bool:
    """Whether a layout, or its master, prints the slide's number by itself, in no placeholder."""
    shapes = [shape for holder in (layout, layout.slide_master) for shape in holder.shapes if not shape.is_placeholder]
    return any(shape._element.xpath(".//a:fld[@type='slidenum']") for shape in shapes)


def _upright(shape: Any) -> bool:
    """Whether text runs from left to right: layouts for vertical Chinese have placeholders that nothing fits into."""
    return all(body.get("vert", "horz") == "horz" for body in shape._element.iter(qn("a:bodyPr")))


def _of_master(layout: Any, role: str, unit: float) -> Frame | None:
    shapes = (shape for shape in layout.slide_master.placeholders if kind_of(shape) in _KINDS[role])
    return next((frame for shape in shapes if (frame := frame_of(shape, unit))), None)


def _room(layout: Any, shapes: Mapping[str, Any], head: Frame, limit: Frame, unit: float) -> Frame:
    """Return the room for content: the layout's, else that of a layout with the same headline, else the master's."""
    if "body" in shapes:
        return frame_of(shapes["body"], unit) or limit
    alike = [layout]
    for other in layout.slide_master.slide_layouts:
        titles = [shape for shape in other.placeholders if kind_of(shape) in _KINDS["headline"]]
        alike += [other] if titles and frame_of(titles[0], unit) == head else []
    for one in (*alike, layout.slide_master):
        content = contents(one, shapes)
        frames = [frame for shape in content if (frame := frame_of(shape, unit))]
        if frames and (whole := _around(frames)) and _within(whole, limit).height > limit.height / 2:
            return whole
    return Frame(head.left, limit.top, head.width, limit.height)


def _around(frames: Iterable[Frame]) -> Frame:
    listed = list(frames)
    left, top = min(f.left for f in listed), min(f.top for f in listed)
    return Frame(left, top, max(f.right for f in listed) - left, max(f.bottom for f in listed) - top)


def _within(frame: Frame, limit: Frame) -> Frame:
    """Return what of a frame lies within another."""
    left, top = max(frame.left, limit.left), max(frame.top, limit.top)
    return Frame(left, top, min(frame.right, limit.right) - left, min(frame.bottom, limit.bottom) - top)

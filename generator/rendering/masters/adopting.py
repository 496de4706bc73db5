"""Slides of a company's master: made with room for all that our layouts hold, and given back to it when written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from generator.rendering.masters.company import Fitted, Holder
from generator.rendering.masters.measuring import frame_of
from generator.rendering.masters.settling import HEADS, settle
from generator.rendering.masters.shapes import NAMES, placeholder_xml
from generator.rendering.placeholders import move


def prepare(slide: Any, fitted: Fitted, number: int) -> None:
    """Give a new slide everything that our layout holds, each under an index of its own.

    A company's placeholders may share one index; LibreOffice gives none at all.
    """
    made = [element for element in slide.shapes._spTree.iterchildren() if _ph(element) is not None]
    kept = [shape._element for shape in fitted.layout.iter_cloneable_placeholders()]
    of = dict(zip(kept, made, strict=True))
    for holder in fitted.holders:
        element = of.get(holder.shape._element) if holder.shape is not None else None
        if element is not None:
            _ph(element).set("idx", str(holder.spot.index))
            move(_shape(slide, element), holder.spot.frame)
        elif holder.place is not None:
            slide.shapes._spTree.append(_stand_in(holder, _next_id(slide), number))


def give_back(slide: Any, fitted: Fitted, unit: float) -> None:
    """Let placeholders be the company's again, in its colours and alignment; what has none stands for itself."""
    for holder in fitted.holders:
        element = _holding(slide, holder)
        if element is None:
            continue
        if holder.shape is None:
            _free(element, holder)
        elif holder.shape._element.ph.get("type") not in ("ftr", "sldNum"):
            _return(element, holder, unit)
        if _ph(element) is not None:
            settle(element, holder.shape, fitted.layout)


def _stand_in(holder: Holder, ident: int, number: int) -> Any:
    """Return a place as a shape of the slide itself; empty but for the slide's number."""
    assert holder.place is not None
    xml = placeholder_xml(holder.place, ident).replace("<p:sp>", f"<p:sp {NAMES}>", 1)
    element = parse_xml(xml)
    _ph(element).set("idx", str(holder.spot.index))
    body = element.find(qn("p:txBody"))
    for style in body.find(qn("a:lstStyle")):
        body.find(qn("a:lstStyle")).remove(style)
    for run in element.xpath(".//a:r"):
        run.getparent().remove(run)
    for text in element.xpath(".//a:fld/a:t"):
        text.text = str(number)
    return element


def _holding(slide: Any, holder: Holder) -> Any:
    found = slide.shapes._spTree.xpath(f"*[.//p:nvPr/p:ph[@idx='{holder.spot.index}']]")
    return found[0] if found else None


def _free(element: Any, holder: Holder) -> None:
    """Make a stand-in what it is: a heading or footer that the layout lacks, else a shape of the slide."""
    ph, place = _ph(element), holder.place
    assert place is not None
    if place.type in HEADS:
        if place.type == "title":
            del ph.attrib["idx"]
        return
    ph.getparent().remove(ph)
    box = element.find(f"{qn('p:nvSpPr')}/{qn('p:cNvSpPr')}")
    if box is not None:
        box.clear()
        box.set("txBox", "1")


def _return(element: Any, holder: Holder, unit: float) -> None:
    """Give a placeholder its index in the layout, and its place there unless it stands elsewhere."""
    ph, own = _ph(element), holder.shape._element.ph
    del ph.attrib["idx"]
    if "idx" in own.attrib:
        ph.set("idx", own.get("idx"))
    place = element.find(f"{qn('p:spPr')}/{qn('a:xfrm')}")
    if place is not None and holder.spot.frame == frame_of(holder.shape, unit) and _alone(holder):
        place.getparent().remove(place)


def _alone(holder: Holder) -> bool:
    """Whether no other placeholder of the layout has the same index, by which some readers tell them."""
    indexes = [s.placeholder_format.idx for s in holder.shape._parent._parent.placeholders]
    return indexes.count(holder.shape.placeholder_format.idx) == 1


def _ph(element: Any) -> Any:
    return next(iter(element.xpath("*/p:nvPr/p:ph")), None)


def _shape(slide: Any, element: Any) -> Any:
    return next(shape for shape in slide.shapes if shape._element is element)


def _next_id(slide: Any) -> int:
    return max(int(ident) for ident in slide.shapes._spTree.xpath("//@id") if ident.isdigit()) + 1


def in_reading_order(slide: Any) -> None:
    """Sort a slide's shapes as they are read: the headline, what is below it from the top, footers last."""

    def key(shape: Any) -> tuple[int, int, int]:
        ph = _ph(shape._element)
        kind = ph.get("type") if ph is not None else None
        rank = 0 if kind in ("title", "ctrTitle") else 2 if kind in ("ftr", "sldNum") else 1
        return rank, shape.top or 0, shape.left or 0

    tree = slide.shapes._spTree
    for shape in sorted(slide.shapes, key=key):
        tree.remove(shape._element)
        tree.append(shape._element)


def parts_of(slide: Any) -> Iterator[Any]:
    """Yield what a slide is drawn from: itself and its charts."""
    yield slide._element
    yield from (shape.chart._chartSpace for shape in slide.shapes if shape.has_chart)

"""Shapes of a slide: placeholders found, moved, described, and taken out where they stay empty."""

from __future__ import annotations

from typing import Any

from pptx.oxml.ns import qn
from pptx.shapes.placeholder import ChartPlaceholder, PicturePlaceholder, TablePlaceholder

from generator.errors import TemplateFailed
from generator.rendering.looks import EMU
from generator.rendering.sheets import Frame, Layout
from generator.rendering.slide_text import printable


class ContentPlaceholder(ChartPlaceholder, PicturePlaceholder, TablePlaceholder):
    """A placeholder for content of any kind, which python-pptx knows for text only."""


def placeholder(slide: Any, index: int) -> Any:
    """Return a slide's placeholder by index; None where it has none."""
    for shape in slide.placeholders:
        if shape.placeholder_format.idx == index:
            anything = shape._element.ph.get("type", "obj") == "obj" and shape._element.tag == qn("p:sp")
            return ContentPlaceholder(shape._element, shape._parent) if anything else shape
    return None


def require(shape: Any, what: str, layout: Layout, spot: str) -> None:
    """Raise TemplateFailed where the master's placeholder is of another type than the slide needs."""
    if not hasattr(shape, what):
        kind = what.removeprefix("insert_")
        raise TemplateFailed(f"The placeholder '{spot}' of the master's layout '{layout.name}' can hold no {kind}.")


def move(shape: Any, frame: Frame) -> None:
    """Put a shape elsewhere."""
    shape.left, shape.top, shape.width, shape.height = (round(length * EMU) for length in frame)


def describe(shape: Any, text: str) -> None:
    """Give a shape its alternative text."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", printable(text))


def tidy(slide: Any) -> None:
    """Take out placeholders that nothing was put into."""
    for shape in list(slide.placeholders):
        if shape._element.tag == qn("p:sp") and not shape.text_frame.text.strip():
            shape._element.getparent().remove(shape._element)

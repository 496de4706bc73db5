"""Slides are laid out as large as our own; a company's may be larger or smaller, and everything goes along."""

from __future__ import annotations

from typing import Any

from pptx.oxml.ns import qn

# Lengths, by the element that has them: where shapes stand, paragraphs' indents, cells' margins, columns and rows.
_LENGTHS = {
    "a:off": ("x", "y"), "a:ext": ("cx", "cy"), "a:chOff": ("x", "y"), "a:chExt": ("cx", "cy"),
    "a:pPr": ("marL", "indent"), "a:bodyPr": ("lIns", "tIns", "rIns", "bIns"),
    "a:tcPr": ("marL", "marR", "marT", "marB"), "a:gridCol": ("w",), "a:tr": ("h",),
}  # fmt: skip
_SIZES = ("a:rPr", "a:defRPr", "a:endParaRPr")
_SPACES = ("a:spcPts",)


def zoom(element: Any, scale: float) -> None:
    """Multiply every length and size of text in a part by a scale; sizes are rounded down to a tenth of a point."""
    for tag, attributes in _LENGTHS.items():
        for found in element.iter(qn(tag)):
            for name in attributes:
                if name in found.attrib:
                    found.set(name, str(round(int(found.get(name)) * scale)))
    for tag in _SIZES:
        for found in element.iter(qn(tag)):
            if "sz" in found.attrib:
                found.set("sz", str(_tenths(int(found.get("sz")) * scale)))
    for tag in _SPACES:
        for found in element.iter(qn(tag)):
            found.set("val", str(round(int(found.get("val")) * scale)))


def _tenths(size: float) -> int:
    """Return hundredths of a point as whole tenths; what is a hair below one is that one."""
    return int((size + 0.5) // 10 * 10)

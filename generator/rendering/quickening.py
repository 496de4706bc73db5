"""What makes a shape of a slide a placeholder, by a shorter way to the same: python-pptx compiles an XPath whenever it
asks, thousands of times a deck, which is a fifth of the time that a deck takes.
"""

from __future__ import annotations

from typing import Any

from pptx.oxml.ns import qn
from pptx.oxml.shapes import shared

_PROPERTIES, _PLACEHOLDER = qn("p:nvPr"), qn("p:ph")


def _placeholder(shape: Any) -> Any:
    """Return what makes a shape a placeholder: `./*[1]/p:nvPr/p:ph`."""
    for properties in next(shape.iterchildren("*"), ()):
        if properties.tag == _PROPERTIES:
            return next(properties.iterchildren(_PLACEHOLDER), None)
    return None


shape: Any = shared.BaseShapeElement  # python-pptx has types, and none of them lets a property be another
shape.ph = property(_placeholder)

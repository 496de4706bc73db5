"""Where libraries take far longer than they need: the same results by a shorter way, for every file that is written.

tinyhtml5 compiles a pattern for each tag and attribute, and keeps it where it never finds it again. python-pptx
compiles an XPath whenever it asks whether a shape is a placeholder, thousands of times a deck. WeasyPrint looks for
formulas in values that are words and lengths.
"""

from __future__ import annotations

import re
from typing import Any

import weasyprint.css
from pptx.oxml.ns import qn
from pptx.oxml.shapes import shared
from tinyhtml5 import inputstream
from weasyprint.css.functions import check_math
from weasyprint.css.properties import Dimension

_PROPERTIES, _PLACEHOLDER = qn("p:nvPr"), qn("p:ph")
_NO_FORMULAS = frozenset({str, int, float, bool, type(None), Dimension})


class _Patterns(dict[tuple[Any, bool], re.Pattern[str]]):
    """The patterns of runs of characters: of none of some, or of some only."""

    def __missing__(self, key: tuple[Any, bool]) -> re.Pattern[str]:
        some, only = key
        listed = "".join(f"\\x{ord(char):02x}" for char in some)
        self[key] = re.compile(f"[{listed}]+" if only else f"[^{listed}]+")
        return self[key]


def _placeholder(shape: Any) -> Any:
    """Return what makes a shape a placeholder: `./*[1]/p:nvPr/p:ph`."""
    for properties in next(shape.iterchildren("*"), ()):
        if properties.tag == _PROPERTIES:
            return next(properties.iterchildren(_PLACEHOLDER), None)
    return None


def _has_formula(value: Any) -> Any:
    if type(value) is tuple:
        return any(type(part) not in _NO_FORMULAS and _has_formula(part) for part in value)
    return None if type(value) in _NO_FORMULAS else check_math(value)


inputstream.characters_until_regex = _Patterns()
shape: Any = shared.BaseShapeElement  # python-pptx has types, and none of them lets a property be another
shape.ph = property(_placeholder)
weasyprint.css.check_math = _has_formula

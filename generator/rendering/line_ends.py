"""Where a line of a page ends: WeasyPrint breaks a line behind its first word where it would end just at the margin.

A text that goes on in a span (a figure, the words that are kept together) ends with a blank, which hangs over the
margin and is not printed. Where the text fits without the blank and not with it, WeasyPrint 70 finds no place to break
but the first: "As" stood alone above "of this date the sources are …".
"""

from __future__ import annotations

from math import inf
from typing import Any

from weasyprint.layout import inline

_split = inline.split_first_line
_COLLAPSING = ("normal", "pre-line")


def _split_first_line(text: str, style: Any, context: Any, width: float | None, *more: Any, **named: Any) -> Any:
    """Return what WeasyPrint returns for the first line of a text, all of it where only its last blank is too much."""
    found = _split(text, style, context, width, *more, **named)
    hangs = width not in (None, inf) and text.endswith(" ") and style["white_space"] in _COLLAPSING
    if not hangs or found[2] is None or " " in found[0].text.rstrip(" "):
        return found  # it ends after more than a word
    bare = _split(text.rstrip(" "), style, context, width, *more, **named)
    return found if bare[2] is not None else _split(text, style, context, None, *more, **named)


inline.split_first_line = _split_first_line

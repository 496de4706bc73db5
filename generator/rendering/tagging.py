"""What WeasyPrint leaves out of a tagged PDF: scopes of headers, languages of words, and that links are printed."""

from __future__ import annotations

import re
from typing import Any

from weasyprint import Document
from weasyprint.formatting_structure.boxes import LineBox, TextBox

_PRINTED = 4  # flag of an annotation (ISO 32000-1, table 165)
_SPOKEN = {"/BlockQuote": "blockquote", "/P": "p", "/Span": "span"}  # kinds of tags, and the elements they come from


def tagged(document: Document, pdf: Any) -> None:
    """Finish a PDF: every header cell says what it heads (ISO 14289-1, 7.5), every annotation is for print too."""
    objects = {one.number: one for one in pdf.objects}
    for one in pdf.objects:
        kind = _get(one, "S")
        if kind == "/TH":
            head = _above(one, objects, 2)
            one["A"]["Scope"] = "/Column" if _get(head, "S") == "/THead" else "/Row"
        elif _get(one, "Subtype") == "/Link":
            one["F"] = _PRINTED
    _languages(document, pdf)


def _languages(document: Document, pdf: Any) -> None:
    """Name the language of each quote and title that the page does (ISO 14289-1, 7.2), or it is read in a wrong voice.

    Tags do not know the boxes that they stand for, but those of one kind are in one order.
    """
    every = [box for page in document.pages for box in page._page_box.descendants(placeholders=True)]
    boxes = [box for box in every if not isinstance(box, LineBox | TextBox)]
    for kind, element in _SPOKEN.items():
        tags = [one for one in pdf.objects if _get(one, "S") == kind and not _is_text(one)]
        shown = [box for box in boxes if box.element_tag == element]
        for tag, box in zip(tags, shown, strict=False):
            language = box.element.get("lang", "")
            if len(tags) == len(shown) and re.fullmatch(r"[A-Za-z0-9-]+", language):
                tag["Lang"] = f"({language})"


def _is_text(tag: Any) -> bool:
    """Tell a tag that holds marked text from one that stands for a box."""
    return any(isinstance(kid, int) for kid in tag["K"])


def _above(one: Any, objects: dict[int, Any], steps: int) -> Any:
    for _ in range(steps):
        parent = re.match(rb"(\d+) 0 R", _bytes(one["P"]))
        one = objects[int(parent.group(1))] if parent else {}
    return one


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def _get(one: Any, key: str) -> Any:
    return one.get(key) if isinstance(one, dict) else None

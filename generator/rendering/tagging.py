"""What WeasyPrint leaves out of a tagged PDF: scopes of headers, languages of quotes, and that links are printed."""

from __future__ import annotations

import re
from typing import Any

from weasyprint import Document

_PRINTED = 4  # flag of an annotation (ISO 32000-1, table 165)


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
    """Name the language of each quote that the page does (ISO 14289-1, 7.2): boxes and their tags are in one order."""
    quotes = [one for one in pdf.objects if _get(one, "S") == "/BlockQuote"]
    shown = [box for page in document.pages for box in page._page_box.descendants() if box.element_tag == "blockquote"]
    for quote, box in zip(quotes, shown, strict=False):
        language = box.element.get("lang", "")
        if len(quotes) == len(shown) and re.fullmatch(r"[A-Za-z0-9-]+", language):
            quote["Lang"] = f"({language})"


def _above(one: Any, objects: dict[int, Any], steps: int) -> Any:
    for _ in range(steps):
        parent = re.match(rb"(\d+) 0 R", _bytes(one["P"]))
        one = objects[int(parent.group(1))] if parent else {}
    return one


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def _get(one: Any, key: str) -> Any:
    return one.get(key) if isinstance(one, dict) else None

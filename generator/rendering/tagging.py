"""What WeasyPrint leaves out of a tagged PDF: scopes of table headers, and links that are printed."""

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


def _above(one: Any, objects: dict[int, Any], steps: int) -> Any:
    for _ in range(steps):
        parent = re.match(rb"(\d+) 0 R", _bytes(one["P"]))
        one = objects[int(parent.group(1))] if parent else {}
    return one


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def _get(one: Any, key: str) -> Any:
    return one.get(key) if isinstance(one, dict) else None

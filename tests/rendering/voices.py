"""A tagged PDF as a screen reader has it: its text by the language that the tags name."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from tests.rendering.characters import bare


def read_aloud(path: Path) -> dict[str, str]:
    """Return a PDF's text without spaces, in its order, by language; under no name what is in the document's own."""
    found: dict[str, str] = defaultdict(str)
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            tree = raw.FPDF_StructTree_GetForPage(page)
            roots = [
                raw.FPDF_StructTree_GetChildAtIndex(tree, i) for i in range(raw.FPDF_StructTree_CountChildren(tree))
            ]
            language = {mark: lang for root in roots for mark, lang in _marks(root, "")}
            text = page.get_textpage()
            for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                mark = raw.FPDFPageObj_GetMarkedContentID(piece)
                found[language.get(mark, "")] += bare(_string(raw.FPDFTextObj_GetText, piece.raw, text.raw))
            raw.FPDF_StructTree_Close(tree)
    return dict(found)


def _marks(element: Any, language: str) -> Iterator[tuple[int, str]]:
    language = _string(raw.FPDF_StructElement_GetLang, element) or language
    for i in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, i)
        if child:
            yield from _marks(child, language)
        else:
            yield raw.FPDF_StructElement_GetChildMarkedContentID(element, i), language


def _string(function: Any, *of: Any) -> str:
    """Return what a function of PDFium writes: asked for its length in bytes first."""
    size = function(*of, None, 0)
    buffer = ctypes.create_string_buffer(size)
    function(*of, ctypes.cast(buffer, function.argtypes[-2]), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")

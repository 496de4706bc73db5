"""Finished files read back: what stands at each place of each page, as the imprint names places."""

from __future__ import annotations

import ctypes
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from python_calamine import CalamineWorkbook

from generator.errors import VerificationFailed
from generator.rendering.deck_fingerprint import deck_fingerprints
from generator.rendering.deck_imprint import master_texts
from generator.rendering.drawing_imprint import vector_texts
from generator.rendering.imprint import FINGERPRINT, PROOF, carried_digest, digest
from generator.rendering.opening import open_presentation
from generator.rendering.package import CARRIED
from generator.rendering.pdf_fingerprint import pdf_fingerprints
from generator.rendering.web_imprint import web_texts

Places = Mapping[int, Iterable[str]]  # the places that the imprint names, by page
Found = dict[int, dict[str, str]]  # the text at each place, by page
ELSEWHERE = "elsewhere"  # what stands at none of the places
_VECTOR = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"  # MS-ODRAWXML 2.3.1.6
_TALL = 60.0  # points, from which a place holds a whole drawing


def read_back(path: Path, places: Places) -> Found:
    """Return the text of a finished file by page and place. Raises VerificationFailed where it cannot be read."""
    try:
        if path.suffix == ".html":
            return _web(path, places)
        return _deck(path) if path.suffix == ".pptx" else _pages(path, places)
    except VerificationFailed:
        raise
    except Exception as error:  # readers of files that anything may have happened to raise anything
        raise VerificationFailed(f"{path} cannot be read: {error}.", "Build the briefing again.") from error


def text_of(path: Path) -> str:
    """Return all text of a finished file, a page after another. Raises VerificationFailed."""
    if path.suffix in (".pptx", ".html"):
        found = read_back(path, {})
        return "\n".join(
            text
            for number in sorted(found)
            for at, text in found[number].items()
            if number and at != FINGERPRINT and "sha256" not in at
        )
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _web(path: Path, places: Places) -> Found:
    proofs = {at.removeprefix(PROOF): at for at in places.get(1, ()) if at.startswith(PROOF)}
    return {1: {proofs.get(at, at): text for at, text, _ in web_texts(path.read_text(encoding="utf-8"))}}


def _pages(path: Path, places: Places) -> Found:
    document = pypdfium2.PdfDocument(path)
    try:
        told = document.get_metadata_dict(skip_empty=True)
        found: Found = {0: {key.lower(): told[key] for key in ("Title", "Subject", "Keywords") if key in told}}
        for number, mark in enumerate(document.get_toc(max_depth=9), start=1):
            found[0][f"bookmark {number}"] = mark.get_title()
        for inside in map(document.get_attachment, range(document.count_attachments())):
            found[0][f"carried {inside.get_name()}"] = carried_digest(bytes(inside.get_data()))
        for number, page in enumerate(document, start=1):
            found[number] = _page(page, (at for at in places.get(number, ()) if at != FINGERPRINT))
        for number, told in pdf_fingerprints(path).items():
            found[number][FINGERPRINT] = told
        return found
    finally:
        document.close()


def _page(page: Any, places: Iterable[str]) -> dict[str, str]:
    """Return each character of a page at the place that it stands in the midst of."""
    rows: dict[int, list[tuple[str, float, float, float, float]]] = defaultdict(list)
    for at in places:
        left, top, width, height = map(float, at.split(","))
        for row in range(int(top) - 3, int(top + height) + 4):
            rows[row].append((at, left, top, width, height))
    found: dict[str, list[str]] = defaultdict(list)
    for char, x, y in _characters(page):
        here = [
            (abs(y - top - height / 2) + 5 * max(left - x, 0, x - left - width) + (1000 if height > _TALL else 0), at)
            for at, left, top, width, height in rows.get(int(y), ())
            if left - 0.5 <= x <= left + width + 0.5 and top - 2 <= y <= top + height + 2
        ]
        found[min(here)[1] if here else ELSEWHERE].append(char)
    return {at: "".join(chars) for at, chars in found.items()}


def _characters(page: Any) -> Iterator[tuple[str, float, float]]:
    """Yield every visible character of a page, and its middle in points from the top left."""
    height = page.get_height()
    text = page.get_textpage()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    try:
        for i in range(text.count_chars()):
            code = pdfium.FPDFText_GetUnicode(text, i)
            if (code <= 32 and code != 2) or pdfium.FPDFText_IsGenerated(text, i) == 1:
                continue
            if pdfium.FPDFText_GetCharBox(text, i, left, right, bottom, top):
                yield chr(code), (left.value + right.value) / 2, height - (bottom.value + top.value) / 2
    finally:
        text.close()


def _deck(path: Path) -> Found:
    presentation = open_presentation(path)
    told = presentation.core_properties
    found: Found = {0: {at: str(getattr(told, at)) for at in ("title", "subject", "keywords", "comments")}}
    found[0].update(master_texts(presentation))
    found[0].update(_carried(presentation))
    for number, slide in enumerate(presentation.slides, start=1):
        pieces: dict[str, list[str]] = defaultdict(list)
        for element in slide.shapes._spTree.iterchildren():
            for at, text in _shape(slide, element):
                pieces[at].append(text)
        if slide.has_notes_slide:
            for at, text in _notes(slide.notes_slide):
                pieces[at].append(text)
        found[number] = {at: "".join(texts) for at, texts in pieces.items()}
    for number, told in deck_fingerprints(path).items():
        found[number][FINGERPRINT] = told
    return found


def _carried(presentation: Any) -> Iterator[tuple[str, str]]:
    for rel in presentation.part.rels.values():
        if not rel.is_external and rel.reltype == RT.CUSTOM_XML:
            root = etree.fromstring(rel.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
            if root.tag == f"{{{CARRIED}}}file":
                yield f"carried {root.get('name')}", carried_digest((root.text or "").encode())


def _shape(slide: Any, element: Any) -> Iterator[tuple[str, str]]:
    """Yield every text of a shape, whatever it is: text, table, chart, picture, group."""
    own = next(element.iter(qn("p:cNvPr")), None)
    name = own.get("name", "") if own is not None else ""
    if own is not None and own.get("descr"):
        yield f"{name} description", own.get("descr")
    for table in element.iter(qn("a:tbl")):
        for i, row in enumerate(table.iter(qn("a:tr")), start=1):
            for j, cell in enumerate(row.iter(qn("a:tc")), start=1):
                yield from _paragraphs(cell, f"{name} {i}.{j}")
    if not any(True for _ in element.iter(qn("a:tbl"))):
        yield from _paragraphs(element, name)
    for chart in element.iter(qn("c:chart")):
        yield from _chart(slide.part.related_part(chart.get(qn("r:id"))), name)
    for picture in element.iter(qn("a:blip")):
        image = slide.part.related_part(picture.get(qn("r:embed")))
        yield f"{name} picture", digest(image.blob)
    for vector in element.iter(_VECTOR):
        drawing = slide.part.related_part(vector.get(qn("r:embed"))).blob
        yield from ((f"{name} vector", words) for words, _, _ in vector_texts(drawing))
        yield f"{name} vector sha256", digest(drawing)
    for data in (rel for rel in slide.part.rels.values() if rel.reltype.endswith("/diagramData")):
        yield from _paragraphs(etree.fromstring(data.target_part.blob), f"{name} diagram")


def _paragraphs(element: Any, name: str) -> Iterator[tuple[str, str]]:
    for i, paragraph in enumerate(element.iter(qn("a:p")), start=1):
        yield f"{name} {i}", "".join(text.text or "" for text in paragraph.iter(qn("a:t")))


def _chart(part: Any, name: str) -> Iterator[tuple[str, str]]:
    """Yield a native chart's labels, its data, and the workbook behind it."""
    space = part._element
    yield from ((f"{name} labels", text.text or "") for text in space.iter(qn("a:t")))
    for value in space.iter(qn("c:v")):
        yield f"{name} data", _as_value(value)
    workbook = part.chart_workbook.xlsx_part
    if workbook is None:
        return
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook.blob))
    for sheet in map(book.get_sheet_by_name, book.sheet_names):
        yield from ((f"{name} workbook", _written(cell)) for row in sheet.to_python() for cell in row if cell != "")


def _as_value(value: Any) -> str:
    """A cached number is written as the workbook's are; a name as it stands."""
    numeric = any(True for _ in value.iterancestors(qn("c:numCache")))
    return _written(float(value.text)) if numeric else value.text or ""


def _written(cell: object) -> str:
    return repr(float(cell)) if isinstance(cell, int | float) else str(cell)


def _notes(notes: Any) -> Iterator[tuple[str, str]]:
    for shape in notes.placeholders:
        if shape.has_text_frame and shape.placeholder_format.idx == notes.notes_placeholder.placeholder_format.idx:
            yield from _paragraphs(shape._element, "notes")
        elif shape.has_text_frame:
            yield from _paragraphs(shape._element, shape.name)

"""Finished files altered as someone with an editor would: one text of a page, a slide or a chart at a time."""

from __future__ import annotations

import ctypes
import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

Change = Callable[[str], str | None]  # a text, and what it becomes; None where the change does not fit it

_UNITS = {
    "billion": "million", "million": "billion", "yuan": "dollars", "CNY": "USD", "HKD": "CNY", "%": "‰", "pp": "%",
    "亿": "万", "万": "亿", "元": "美元", "港元": "元", "个百分点": "%", "vehicles": "phones",
}  # fmt: skip
_SIGNS = {
    "up ": "down ",
    "down ": "up ",
    "增长": "下降",
    "下降": "增长",
    "+": "\u2212",
    "\u2212": "",
    ">": "<",
    "over ": "at most ",
    "超": "至多",
    "约": "",
}
_PERIODS = {"Q1": "Q2", "Q2": "Q3", "Q3": "Q4", "Q4": "Q1", "第一季": "第二季", "第三季": "第四季", "September": "October", "2025": "2024", "2024": "2023", "2026": "2025"}  # fmt: skip


def digit(text: str, chance: random.Random) -> str | None:
    places = [i for i, char in enumerate(text) if char.isdigit()]
    if not places:
        return None
    at = chance.choice(places)
    return text[:at] + chance.choice([d for d in "0123456789" if d != text[at]]) + text[at + 1 :]


def replaced(table: dict[str, str]) -> Callable[[str, random.Random], str | None]:
    def change(text: str, chance: random.Random) -> str | None:
        known = [old for old in table if old in text]
        return text.replace(old, table[old], 1) if (old := chance.choice(known) if known else "") else None

    return change


def word(text: str, chance: random.Random) -> str | None:
    """Exchange two neighbouring words or characters, or leave one out."""
    pieces = re.findall(r"[A-Za-z]{2,}|[\u4e00-\u9fff]", text)
    if not pieces:
        return None
    old = chance.choice(pieces)
    return text.replace(old, "" if len(pieces) > 1 and chance.random() < 0.5 else old[::-1] + old[0], 1)


CHANGES: dict[str, Callable[[str, random.Random], str | None]] = {
    "digit": digit,
    "unit": replaced(_UNITS),
    "sign": replaced(_SIGNS),
    "period": replaced(_PERIODS),
    "word": word,
}


class Deck:
    """A deck's texts by slide: of shapes, tables, notes, charts and the workbooks behind them."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.trees: dict[str, Any] = {}
        self.books: dict[str, Any] = {}
        self.touched: set[str] = set()  # saving a workbook again writes it anew

    def texts(self) -> Iterator[tuple[int, str, Callable[[str], None]]]:
        """Yield slide number, text and how to set it."""
        for name in sorted(self.parts):
            found = re.fullmatch(r"ppt/slides/slide(\d+)\.xml", name)
            if found is None:
                continue
            number = int(found[1])
            yield from self._of(number, name)
            rels = self.parts[f"ppt/slides/_rels/slide{number}.xml.rels"].decode()
            for target in re.findall(r'Target="\.\./((?:charts/chart|notesSlides/notesSlide)\d+\.xml)"', rels):
                yield from self._of(number, f"ppt/{target}")
                if "charts/" in target:
                    yield from self._workbook(number, target)

    def _of(self, number: int, name: str) -> Iterator[tuple[int, str, Callable[[str], None]]]:
        tree = self.trees.setdefault(name, etree.fromstring(self.parts[name]))
        for node in tree.iter("{*}t", "{*}v"):
            if node.text and node.text.strip():
                yield number, node.text, lambda text, node=node: setattr(node, "text", text)

    def _workbook(self, number: int, chart: str) -> Iterator[tuple[int, str, Callable[[str], None]]]:
        rels = self.parts[f"ppt/charts/_rels/{chart.rsplit('/', 1)[1]}.rels"].decode()
        name = "ppt/" + re.findall(r"embeddings/[^\"]+", rels)[0]
        book = self.books.setdefault(name, openpyxl.load_workbook(io.BytesIO(self.parts[name])))
        for row in book.active.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float):
                    yield number, repr(float(cell.value)), lambda text, cell=cell: self._set(name, cell, text)

    def _set(self, book: str, cell: Any, text: str) -> None:
        cell.value = float(text)
        self.touched.add(book)

    def save(self, path: Path) -> None:
        for name, tree in self.trees.items():
            self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        for name in self.touched:
            buffer = io.BytesIO()
            self.books[name].save(buffer)
            self.parts[name] = buffer.getvalue()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in self.parts.items():
                package.writestr(name, content)


class Pages:
    """A PDF's text objects by page."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.document = pypdfium2.PdfDocument(path)
        self.touched: set[int] = set()
        self.pages = list(self.document)
        self.words = [page.get_textpage() for page in self.pages]

    def texts(self) -> Iterator[tuple[int, str, Callable[[str], None]]]:
        for index, page in enumerate(self.pages):
            for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                size = pdfium.FPDFTextObj_GetText(one.raw, self.words[index].raw, None, 0)
                buffer = ctypes.create_string_buffer(size)
                pdfium.FPDFTextObj_GetText(
                    one.raw, self.words[index].raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
                )
                text = buffer.raw.decode("utf-16-le").rstrip("\x00").strip()
                if text:
                    yield index + 1, text, lambda new, one=one, index=index: self._set(one, index, new)

    def _set(self, one: Any, index: int, text: str) -> None:
        data = (text + "\x00").encode("utf-16-le")
        buffer = (ctypes.c_ushort * (len(data) // 2)).from_buffer_copy(data)
        assert pdfium.FPDFText_SetText(one.raw, buffer)
        self.touched.add(index)

    def save(self, path: Path) -> None:
        """Write the file with the pages that were touched as the editor wrote them, and the others as they were."""
        for index in self.touched:
            self.pages[index].gen_content()
        edited = io.BytesIO()
        self.document.save(edited)
        for words in self.words:
            words.close()
        self.document.close()
        with pikepdf.open(self.path) as whole, pikepdf.open(edited) as other:
            for index in self.touched:
                for key in ("/Contents", "/Resources"):
                    whole.pages[index].obj[key] = whole.copy_foreign(other.make_indirect(other.pages[index].obj[key]))
            whole.save(path)

"""Word: paragraphs and tables in the order of the text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as Docx
from docx.opc.coreprops import CoreProperties
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Row
from lxml.etree import XMLSyntaxError

from generator.corpus.bars import barred
from generator.corpus.facts import Facts
from generator.corpus.leads import lead_over
from generator.corpus.publishers import outlets
from generator.corpus.readers import Read, Source
from generator.corpus.readers.markup import PROLOGUE, declares_entities
from generator.errors import DocumentUnreadable


def read(source: Source) -> Read:
    """Yield the one document of a Word file."""
    most = source.limits.unpacked_megabytes
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as package:
            unpacked = sum(entry.file_size for entry in package.infolist())
            declares = any(declares_entities(package.open(name).read(PROLOGUE)) for name in _xml(package))
        if unpacked > most * 1_000_000:
            raise DocumentUnreadable(
                f"{source.path}: {unpacked / 1_000_000:,.0f} MB once unpacked, of which {most} are read at most.",
                "Take pictures out, or set limits: unpacked_megabytes: in config/corpus.yaml.",
            )
        if declares:
            raise DocumentUnreadable(f"{source.path}: its XML declares entities, as no Word file does.")
        word = docx.Document(io.BytesIO(source.data))
    except (zipfile.BadZipFile, PackageNotFoundError, XMLSyntaxError, KeyError, ValueError):
        raise DocumentUnreadable(f"{source.path}: it is damaged, or no Word file.") from None
    text = "\n".join(_lines(word))
    if not text.strip():
        raise DocumentUnreadable(f"{source.path}: no text is in this file.")
    own = _said(word.core_properties)
    yield lead_over(own, text, outlets(source.catalogue)).document(text, source.path)


def _said(properties: CoreProperties) -> Facts:
    """Return what a file says of itself; a program's template of 2013 says nothing of a document."""
    if properties.author == "python-docx":
        return Facts(properties.title)
    created = properties.created.replace(tzinfo=None) if properties.created else None
    return Facts(properties.title, properties.author or None, created)


def _xml(package: zipfile.ZipFile) -> list[str]:
    return [name for name in package.namelist() if name.endswith(".xml")]


def _lines(word: Docx) -> Iterator[str]:
    for part in word.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                cells = list(_cells(row))
                yield barred(cells) if len(cells) > 1 else "".join(cells)  # one cell is a text in a box
        else:
            yield part.text


def _cells(row: _Row) -> Iterator[str]:
    """Yield what stands in each column of a row; of a merged cell, in the first."""
    before = None
    for cell in row.cells:
        yield "" if cell._tc is before else " ".join(cell.text.split())
        before = cell._tc

"""PDF: the text of its pages in reading order."""

from __future__ import annotations

import re
from datetime import datetime

import pypdfium2

from generator.corpus.facts import Facts
from generator.corpus.leads import lead_over
from generator.corpus.publishers import outlets
from generator.corpus.readers import Read, Source
from generator.corpus.readers.pdf_lines import lines, paragraphs
from generator.errors import DocumentUnreadable

_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?")


def read(source: Source) -> Read:
    """Yield the one document of a PDF; a scan without text is told as such."""
    try:
        pdf = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        asks = "password" in str(error).lower()
        what = "it asks for a password" if asks else "it is damaged, or no PDF"
        raise DocumentUnreadable(f"{source.path}: {what}.") from None
    try:
        if len(pdf) > source.limits.pages:
            raise DocumentUnreadable(
                f"{source.path}: {len(pdf)} pages, of which {source.limits.pages} are read at most.",
                "Split it, or set limits: pages: in config/corpus.yaml.",
            )
        text = _text(pdf, source.limits.characters)
        said = pdf.get_metadata_dict()
    finally:
        pdf.close()
    if not text.strip():
        raise DocumentUnreadable(f"{source.path}: no text is in this PDF; it may be a scan.", "Run OCR over it first.")
    own = Facts(said.get("Title", ""), said.get("Author") or None, _moment(said.get("CreationDate", "")))
    yield lead_over(own, text, outlets(source.catalogue)).document(text, source.path)


def _text(pdf: pypdfium2.PdfDocument, most: int) -> str:
    """Return the pages' text, a blank line between pages; stops soon after the limit, which is then told by length."""
    pages: list[str] = []
    length = 0
    for number in range(len(pdf)):
        page = pdf[number]
        pages.append(paragraphs(list(lines(page.get_textpage()))).replace("\x00", ""))
        page.close()
        length += len(pages[-1])
        if length > most:
            break
    return "\n\n".join(pages)


def _moment(stamp: str) -> datetime | None:
    found = _DATE.match(stamp)
    try:
        return datetime(*(int(part) for part in found.groups() if part)) if found else None  # type: ignore[arg-type]
    except ValueError:
        return None

"""The document: a briefing and its charts, through templates into pages, onto disk as one PDF."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, time
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType

from weasyprint import HTML, Attachment
from weasyprint.urls import FatalURLFetchingError

import generator.rendering.line_ends  # noqa: F401
from generator.briefing.citations import printed_in
from generator.briefing.model import Briefing
from generator.charts.chart import Chart
from generator.charts.typefaces import typefaces
from generator.errors import OutputFailed, TemplateFailed
from generator.rendering import logo, page_references
from generator.rendering.environment import environment, render
from generator.rendering.fetching import Fetcher
from generator.rendering.fonts import Fonts, require_glyphs
from generator.rendering.imprint import Written, carried_pieces, fingerprint_pieces
from generator.rendering.last_page import Laid, laid_out
from generator.rendering.page_imprint import page_pieces
from generator.rendering.pdf_fingerprint import pdf_fingerprints
from generator.rendering.tagging import tagged
from generator.rendering.whole import write_whole
from generator.settings.theme import Theme

_TEMPLATE = "document/page.html.jinja"
_REMEDY = "Put the file into the project, or take it out of the template."

logging.getLogger("fontTools").setLevel(logging.ERROR)  # it reports every table that it leaves out of a subset


def page_html(
    briefing: Briefing,
    charts: Mapping[str, Chart],
    theme: Theme,
    template_folders: Sequence[Path],
    density: float = 1.0,
) -> str:
    """Return the briefing as HTML with its style. Raises TemplateFailed, and FontMissing for what can't be printed."""
    faces = typefaces(theme)
    html = render(
        environment(template_folders),
        _TEMPLATE,
        briefing=briefing,
        labels=briefing.labels,
        charts=charts,
        theme=theme,
        fonts=faces,
        created=_created(briefing),
        density=density,
        logo=logo.for_pages(theme, template_folders),
        cited_in=_cited_in(briefing),
    )
    require_glyphs(_Words.of(html), faces)
    return html


def _cited_in(briefing: Briefing) -> dict[int, str]:
    """Return for each source the section that cites it first."""
    found: dict[int, str] = {}
    for section in briefing.sections:
        for number in (number for one in printed_in(section.block) for number in one.citations):
            found.setdefault(number, section.id)
    return found


def write_pdf(
    briefing: Briefing,
    charts: Mapping[str, Chart],
    theme: Theme,
    template_folders: Sequence[Path],
    path: Path,
    carried: Mapping[str, bytes] = MappingProxyType({}),
) -> Written:
    """Write the briefing as PDF; return its count of pages and everything printed on them. Equal briefings make
    equal bytes. `carried` are files that it carries inside, by name.

    Raises TemplateFailed, FontMissing, and OutputFailed, after which what stood at `path` still stands.
    """
    fetcher = Fetcher(template_folders)
    html, pages = laid_out(partial(_laid, briefing, charts, theme, template_folders, fetcher))
    page_references.fill(pages)
    pieces = (*page_pieces(pages, briefing, typefaces(theme)), *carried_pieces(carried))
    identifier = hashlib.sha256(html.encode()).digest()[:16]
    moment = _created(briefing)
    with _clock_at(moment):
        data = pages.write_pdf(
            finisher=tagged,
            pdf_identifier=identifier,
            pdf_variant="pdf/ua-1",
            pdf_tags=True,
            attachments=[_attached(name, data, moment) for name, data in carried.items()],
        )
    if fetcher.refused:
        raise _refused(fetcher.refused[0])
    if not data:
        raise OutputFailed(f"{path} could not be written: no pages were made.", "Look at the templates of the pages.")
    write_whole(data, path)
    return Written(len(pages.pages), (*pieces, *fingerprint_pieces(pdf_fingerprints(path))))


def _laid(
    briefing: Briefing,
    charts: Mapping[str, Chart],
    theme: Theme,
    template_folders: Sequence[Path],
    fetcher: Fetcher,
    density: float,
) -> Laid:
    base = next((folder for folder in template_folders if folder.is_dir()), Path())
    html = page_html(briefing, charts, theme, template_folders, density)
    page = HTML(string=html, base_url=f"{base / 'document'}/", url_fetcher=fetcher)
    try:
        return Laid(html, page.render(font_config=Fonts.here(), pdf_variant="pdf/ua-1", pdf_tags=True))
    except FatalURLFetchingError as refused:
        raise _refused(str(refused)) from None


def _attached(name: str, data: bytes, moment: datetime) -> Attachment:
    return Attachment(string=data, name=name, description=name, created=moment, modified=moment, relationship="Data")


def _created(briefing: Briefing) -> datetime:
    return briefing.generated or datetime.combine(briefing.as_of, time())


@contextmanager
def _clock_at(moment: datetime) -> Iterator[None]:
    """Let the fonts that a PDF embeds be dated with the briefing, not with the minute it is made in."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.replace(tzinfo=UTC).timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _refused(what: str) -> TemplateFailed:
    return TemplateFailed(f"The pages ask for what they may not have: {what}.", _REMEDY)


class _Words(HTMLParser):
    """Gathers what a page prints: text, and the strings of its style, but no markup."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []

    @classmethod
    def of(cls, html: str) -> str:
        """Return every character that a page of HTML prints."""
        words = cls()
        words.feed(html)
        return "".join(words.text)

    def handle_data(self, data: str) -> None:
        """Take a piece of text."""
        self.text.append(data)

"""From a briefing to a deck: described by templates, arranged by measure, written into the master's placeholders."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.briefing.model import Briefing
from generator.briefing.printed import Printed
from generator.charts.chart import Chart
from generator.charts.typefaces import Typefaces, typefaces
from generator.rendering.arranging import Arranger
from generator.rendering.deck_fingerprint import deck_fingerprints
from generator.rendering.deck_imprint import file_pieces, sheet_pieces
from generator.rendering.descriptions import describe
from generator.rendering.fitting import measure_of
from generator.rendering.fonts import require_glyphs
from generator.rendering.imprint import Piece, Written, carried_pieces, fingerprint_pieces
from generator.rendering.logo import for_slides
from generator.rendering.masters.master import Master, has_notes, open_master
from generator.rendering.native_charts import draw
from generator.rendering.notes import speaker_notes
from generator.rendering.package import carry, packed
from generator.rendering.paragraphs import Para, Run
from generator.rendering.placeholders import describe as describe_shape
from generator.rendering.placeholders import tidy
from generator.rendering.placing import Writer
from generator.rendering.sheets import Sheet
from generator.rendering.slide_text import printable
from generator.rendering.style import Style
from generator.rendering.theme_part import dress
from generator.rendering.whole import write_whole
from generator.settings.theme import Theme

_EMU = 12700
_LOGO = 300.0  # points that a logo is wide at most
_LANGUAGES = {"en": "en-GB", "zh": "zh-CN"}


def write_deck(
    briefing: Briefing,
    charts: Mapping[str, Chart],
    theme: Theme,
    template_folders: Sequence[Path],
    path: Path,
    carried: Mapping[str, bytes] = MappingProxyType({}),
) -> Written:
    """Write a briefing as a deck and return the number of slides, with everything that is printed on them.

    The first of the folders that has a template or the theme's master gives it. Raises TemplateFailed, FontMissing
    and OutputFailed; equal briefings give equal bytes. `carried` are files that it carries inside, by name.
    """
    faces = typefaces(theme)
    families = named(faces, briefing.language)
    master = open_master(theme, template_folders, families)
    presentation, laid = master.presentation, master.theme
    measure = measure_of(faces, briefing.language, laid.type.minimum)
    style = Style(laid, briefing.language, briefing.labels, measure, master.layouts)
    sheets = Arranger(briefing, charts, style).deck(describe(briefing, template_folders))
    require_glyphs("".join(run.text for sheet in sheets for run in sheet.runs), faces)
    pieces = _write(master, sheets, briefing, style, families)
    if master.takes_logo and (picture := for_slides(theme, template_folders)):
        pieces.append(_emblem(presentation.slides[0], picture, briefing.cover.entity))
    moment = briefing.generated or datetime.combine(briefing.as_of, time())
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    _properties(presentation.core_properties, briefing, moment)
    pieces += [*file_pieces(presentation), *carried_pieces(carried)]
    carry(presentation, carried)
    write_whole(packed(presentation, moment), path)
    pieces += fingerprint_pieces(deck_fingerprints(path))  # as it stands there: saving settles parts
    return Written(len(sheets), tuple(pieces))


def named(faces: Typefaces, language: str) -> tuple[str, str, str]:
    """Return the heading, body and East Asian fonts that a deck names: the ones that its text was measured in."""
    return faces.families(language, heading=True)[0], faces.families(language)[0], faces.cjk


def _write(
    master: Master, sheets: Sequence[Sheet], briefing: Briefing, style: Style, families: tuple[str, str, str]
) -> list[Piece]:
    own_notes = has_notes(master.presentation)
    slides = [master.slide(sheet.layout, number) for number, sheet in enumerate(sheets, start=1)]
    targets: dict[str, Any] = {}
    first: dict[str, int] = {}
    for number, (sheet, slide) in enumerate(zip(sheets, slides, strict=True), start=1):
        targets.setdefault(sheet.section, slide)
        first.setdefault(sheet.section, number)
    writer = Writer(style.theme, briefing.language, style.layouts, targets)
    pieces: list[Piece] = []
    for number, (sheet, slide) in enumerate(zip(sheets, slides, strict=True), start=1):
        writer.write(sheet, slide, number)
        for drawing in sheet.drawings:
            draw(slide, style.layouts[sheet.layout], drawing, style.theme)
        tidy(slide)
        lines = speaker_notes(briefing, printed_on(sheet))
        if lines:
            _notes(slide, lines, writer)
        master.finish(slide, sheet.layout)
        pieces += sheet_pieces(sheet, number, _numbered(slide), lines, briefing, first)
    if not own_notes:
        dress(master.presentation.notes_master.part, style.theme, families)
    return pieces


def _numbered(slide: Any) -> list[str]:
    """Return the names of the placeholders that hold a slide's number."""
    return [shape.name for shape in slide.placeholders if shape._element.ph.get("type") == "sldNum"]


def _emblem(slide: Any, picture: bytes, name: str) -> Piece:
    """Put the logo at the head of the cover; return what its alternative text says."""
    shape = slide.shapes.add_picture(io.BytesIO(picture), round(64 * _EMU), round(28 * _EMU), height=round(44 * _EMU))
    if shape.width > _LOGO * _EMU:
        shape.height, shape.width = round(shape.height * _LOGO * _EMU / shape.width), round(_LOGO * _EMU)
    shape.name = "Logo"
    describe_shape(shape, name)
    return Piece(1, "Logo description", name)


def printed_on(sheet: Sheet) -> list[Printed]:
    """Return every figure and quote that a sheet shows, in reading order."""
    printed = [Printed(run.text, run.evidence, run.citations) for run in sheet.runs if run.evidence]
    charts = [drawing.block for drawing in sheet.drawings]
    return printed + [point.printed for chart in charts for series in chart.series for point in series.points]


def _notes(slide: Any, lines: Sequence[str], writer: Writer) -> None:
    """Write the speaker notes."""
    notes = slide.notes_slide
    paras = [Para((Run(printable(line)),) if line else (), 12, lead=1.3) for line in lines]
    writer.fill(notes, notes.notes_text_frame._txBody, paras)
    for shape in list(notes.placeholders):
        if shape.placeholder_format.type is not None and "SLIDE_NUMBER" in str(shape.placeholder_format.type):
            shape._element.getparent().remove(shape._element)


def _properties(properties: Any, briefing: Briefing, moment: datetime) -> None:
    cover = briefing.cover
    properties.title = _short(f"{cover.title} – {cover.entity}")
    properties.subject = _short(cover.subtitle)
    properties.author = properties.last_modified_by = "footnoted"
    properties.keywords = _short(", ".join(briefing.keywords))
    properties.language = _LANGUAGES[briefing.language]
    properties.category = briefing.report
    properties.comments = _short(f"{briefing.labels['as_of']} {cover.as_of}")
    properties.created = properties.modified = moment
    properties.revision = 1


def _short(text: str) -> str:
    """Return a text as a file's property may hold it: Office takes at most 255 characters."""
    return printable(text)[:255]
